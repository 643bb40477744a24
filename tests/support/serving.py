"""The demo city, served by the program's own command from a folder of its own, as somebody would try it out.

The processes of one run of tests share it (``shared_demo``): the first that asks lets this module run as a program of
its own, which serves until the last of them has gone, however it went.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

COMMAND = str(Path(sys.executable).with_name("gremienwerk"))
PROJECT = Path(__file__).resolve().parents[2]


class Demo(NamedTuple):
    """Where the demo answers, and a folder in which the processes of a run keep what they share."""

    address: str
    folder: Path


@contextmanager
def served_demo(*, workers: int = 1) -> Iterator[str]:
    """Load the demo, serve it on a free port of the loopback address and yield its address.

    Args:
        workers: processes that answer.
    """
    with tempfile.TemporaryDirectory(prefix="gremienwerk-demo-") as folder:
        port = free_port()
        environment = {
            **os.environ,
            "GREMIENWERK_DATA_DIR": folder,
            "GREMIENWERK_PORT": str(port),
            "GREMIENWERK_WORKERS": str(workers),
        }
        for name in ("GREMIENWERK_DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
            environment.pop(name, None)
        with subprocess.Popen([COMMAND, "demo", "--serve"], env=environment) as server:
            try:
                address = f"http://127.0.0.1:{port}"
                wait_for(f"{address}/readyz")
                yield address
            finally:
                server.terminate()


@contextmanager
def shared_demo(run: str, *, workers: int = 1) -> Iterator[Demo]:
    """The one demo of a run of tests, for each of its processes.

    Args:
        run: what names the run (``testrun_uid`` of pytest-xdist).
        workers: processes that answer.
    """
    folder = Path(tempfile.gettempdir()) / f"gremienwerk-run-{run}"
    folder.mkdir(exist_ok=True)
    with (folder / "users").open("a") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        with alone(folder / "start"):
            address = folder / "address"
            if not address.exists():
                # In a session of its own, so that Ctrl+C reaches the tests first and their going ends it.
                subprocess.Popen(
                    [sys.executable, "-m", "tests.support.serving", str(folder), str(workers)],
                    cwd=PROJECT,
                    start_new_session=True,
                )
                _wait_for_file(address)
        yield Demo(address.read_text(), folder)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Only one process at a time."""
    with lock.open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def serve_until_all_have_gone(folder: Path, *, workers: int) -> None:
    """Serve as long as any process holds the file of users."""
    with served_demo(workers=workers) as address:
        written = folder / "address.new"
        written.write_text(address)
        written.rename(folder / "address")
        with (folder / "users").open("a") as users:
            fcntl.flock(users, fcntl.LOCK_EX)
            shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """A port of the loopback address that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, *, seconds: int = 300) -> None:
    """Return as soon as something answers there."""
    for _ in range(seconds * 2):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError(f"Nothing answers at {address}.")


def _wait_for_file(path: Path, *, seconds: int = 300) -> None:
    for _ in range(seconds * 5):
        if path.exists():
            return
        time.sleep(0.2)
    raise RuntimeError(f"{path} has not been written.")


if __name__ == "__main__":
    serve_until_all_have_gone(Path(sys.argv[1]), workers=int(sys.argv[2]))
