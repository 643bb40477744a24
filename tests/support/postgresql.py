"""A throw-away PostgreSQL cluster for the test run, on a socket of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def server_programs() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl``, None if PostgreSQL's server is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def throw_away_cluster() -> Iterator[str]:
    """Start a cluster in a temporary directory and yield its URL; as root it runs as another user."""
    programs = server_programs()
    if programs is None:
        raise RuntimeError("PostgreSQL's server programs are not installed (Debian: postgresql).")
    owner = _owner()
    home = Path(tempfile.mkdtemp(prefix="gremienwerk-pg-"))
    if owner:
        shutil.chown(home, owner, owner)
    data = home / "data"
    try:
        _run(
            owner,
            programs / "initdb",
            "-D",
            data,
            "-U",
            "gremienwerk",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        options = (
            f"-k {home} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=50"
        )
        _run(owner, programs / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start")
        _run(owner, programs / "createdb", "-h", home, "-U", "gremienwerk", "gremienwerk")
        yield f"postgresql://gremienwerk@{str(home).replace('/', '%2F')}/gremienwerk"
    finally:
        if (data / "postmaster.pid").exists():
            _run(owner, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)


def _owner() -> str | None:
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise RuntimeError("PostgreSQL does not run as root, and there is no other user to run it as.")


def _run(owner: str | None, *command: object) -> None:
    subprocess.run(
        [str(part) for part in command], check=True, user=owner, cwd="/", stdout=subprocess.DEVNULL
    )
