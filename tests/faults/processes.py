"""Starting the runner on the test's database and file storage."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from django.db import connection

PROJECT = Path(__file__).resolve().parents[2]


def start(*words: object, data: Path, failpoint: str = "") -> subprocess.Popen[str]:
    """A runner that has said "ready".

    Args:
        words: verb and keys.
        data: the data directory; its ``files`` are the test's file storage.
        failpoint: the place at which the process ends itself with SIGKILL.
    """
    environment = {
        **os.environ,
        "FAULT_DATABASE": str(connection.settings_dict["NAME"]),
        "GREMIENWERK_DATA_DIR": str(data),
        "GREMIENWERK_FAILPOINT": failpoint,
        "PYTHONPATH": f"{PROJECT / 'src'}{os.pathsep}{PROJECT}",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.runner", *map(str, words)],
        cwd=PROJECT,
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    ready = process.stdout.readline()
    assert ready == "ready\n", process.communicate(timeout=60)[1]
    return process


def go(process: subprocess.Popen[str]) -> None:
    """Let it act."""
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def finish(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for its end; exit code and what it said last."""
    said, complaints = process.communicate(timeout=120)
    lines = said.strip().splitlines()
    return process.returncode, lines[-1] if lines else complaints
