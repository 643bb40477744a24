"""Keeps one typesetting process for this process: warm, replaced after some files, and started anew when it dies.

Typst keeps what it has laid out (hundreds of MiB after a few large papers) and a fault in it can end its process;
neither may reach the process that serves pages (performance.md, "Typst renders in a recycled worker process").
"""

import atexit
import datetime
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, NamedTuple

FILES_PER_PROCESS = 24
TIMEOUT_SECONDS = 180.0
_SCRIPT = Path(__file__).with_name("typesetting.py")


class TypesettingFailed(RuntimeError):
    """Typst refused the document or warned about it, or its process died twice; the message is Typst's own."""


class Job(NamedTuple):
    """A file to set: template name, its data (plain JSON values), format "pdf" or "png", and the PDF's date."""

    template: str
    data: Mapping[str, object]
    format: str = "pdf"
    timestamp: datetime.datetime = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
    ppi: float = 200.0


class _Process:
    """The child with its two pipes; not safe for threads, guarded by its lane."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.files = 0
        self.child = subprocess.Popen(  # noqa: S603 -- our own script, no outside input
            [sys.executable, "-P", str(_SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def usable(self) -> bool:
        return self.owner == os.getpid() and self.child.poll() is None and self.files < FILES_PER_PROCESS

    def run(self, job: Job) -> tuple[dict[str, object], bytes]:
        data = json.dumps(job.data, ensure_ascii=False).encode()
        head = {
            "template": job.template,
            "format": job.format,
            "timestamp": job.timestamp.isoformat(),
            "ppi": job.ppi,
            "length": len(data),
        }
        self.files += 1
        watch = threading.Timer(TIMEOUT_SECONDS, self.child.kill)
        watch.daemon = True
        watch.start()
        try:
            sink, source = _pipe(self.child.stdin), _pipe(self.child.stdout)
            sink.write(json.dumps(head).encode() + b"\n" + data)
            sink.flush()
            line = source.readline()
            if not line:
                raise BrokenPipeError
            meta = json.loads(line)
            content = source.read(meta["length"])
            if len(content) != meta["length"]:
                raise BrokenPipeError
            return meta, content
        finally:
            watch.cancel()

    def stop(self) -> None:
        if self.owner != os.getpid():
            return
        for pipe in (self.child.stdin, self.child.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue
        self.child.kill()
        self.child.wait()


class _Lane:
    """One child at a time for one kind of file, so that pictures need not wait behind a long paper."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.process: _Process | None = None

    def run(self, job: Job) -> tuple[dict[str, object], bytes]:
        with self.lock:
            for _ in range(2):
                try:
                    return self._usable().run(job)
                except (BrokenPipeError, ConnectionError, ValueError):
                    self._drop()
        raise TypesettingFailed("the typesetting process ended twice without an answer")

    def stop(self) -> None:
        with self.lock:
            self._drop()

    def _usable(self) -> _Process:
        if self.process is not None and not self.process.usable():
            self._drop()
        if self.process is None:
            self.process = _Process()
        return self.process

    def _drop(self) -> None:
        if self.process is not None:
            self.process.stop()
            self.process = None


def _new_lanes() -> dict[str, _Lane]:
    return {"pdf": _Lane(), "png": _Lane()}


_lanes = _new_lanes()


def typeset(*, job: Job) -> bytes:
    """Set a file. Waits for its turn: one file of a format at a time in each process that calls.

    Raises:
        TypesettingFailed: errors and warnings of the compiler alike, or a process that died twice in a row.
    """
    meta, content = _lanes[job.format].run(job)
    problems = [str(meta["error"])] if meta["error"] else meta["warnings"]
    if problems:
        raise TypesettingFailed("; ".join(map(str, problems if isinstance(problems, list) else [problems])))
    return content


def warm_up() -> None:
    """Start the processes and load the fonts, so that the first paper does not wait for it."""
    for kind in _lanes:
        typeset(job=Job(template="warm_up.typ", data={}, format=kind))


def stop() -> None:
    """End the processes, if there are any; the next file starts a new one."""
    for lane in _lanes.values():
        lane.stop()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise BrokenPipeError
    return pipe


def _after_fork() -> None:
    """A forked process has copies of pipes and locks that are not its own; it starts with new ones."""
    for lane in _lanes.values():
        lane.lock = threading.Lock()
        lane.process = None


os.register_at_fork(after_in_child=_after_fork)
atexit.register(stop)
