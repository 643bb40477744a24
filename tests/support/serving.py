"""The demo city, served by the program's own command from a folder of its own, as somebody would try it out."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("gremienwerk"))


@contextmanager
def served_demo() -> Iterator[str]:
    """Load the demo, serve it on a free port of the loopback address and yield its address."""
    with tempfile.TemporaryDirectory(prefix="gremienwerk-demo-") as folder:
        port = free_port()
        environment = {**os.environ, "GREMIENWERK_DATA_DIR": folder, "GREMIENWERK_PORT": str(port)}
        for name in ("GREMIENWERK_DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
            environment.pop(name, None)
        with subprocess.Popen([COMMAND, "demo", "--serve"], env=environment) as server:
            try:
                address = f"http://127.0.0.1:{port}"
                wait_for(f"{address}/readyz")
                yield address
            finally:
                server.terminate()


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
