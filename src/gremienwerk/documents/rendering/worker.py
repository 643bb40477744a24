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
    """The child with its two pipes; not safe for threads, guarded by `_lock`."""

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


_lock = threading.Lock()
_current: list[_Process] = []


def typeset(*, job: Job) -> bytes:
    """Set a file. Waits for its turn: one file at a time in each process that calls.

    Raises:
        TypesettingFailed: errors and warnings of the compiler alike, or a process that died twice in a row.
    """
    with _lock:
        meta, content = _run_with_second_try(job)
    problems = [str(meta["error"])] if meta["error"] else meta["warnings"]
    if problems:
        raise TypesettingFailed("; ".join(map(str, problems if isinstance(problems, list) else [problems])))
    return content


def warm_up() -> None:
    """Start the process and load the fonts, so that the first paper does not wait for it."""
    typeset(job=Job(template="warm_up.typ", data={}))


def stop() -> None:
    """End the process, if there is one; the next file starts a new one."""
    with _lock:
        while _current:
            _current.pop().stop()


def _run_with_second_try(job: Job) -> tuple[dict[str, object], bytes]:
    for _ in range(2):
        try:
            return _process().run(job)
        except (BrokenPipeError, ConnectionError, ValueError):
            while _current:
                _current.pop().stop()
    raise TypesettingFailed("the typesetting process ended twice without an answer")


def _process() -> _Process:
    if _current and not _current[0].usable():
        _current.pop().stop()
    if not _current:
        _current.append(_Process())
    return _current[0]


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise BrokenPipeError
    return pipe


def _after_fork() -> None:
    """A forked process has a copy of the pipes and of a lock that nobody will open; it starts its own."""
    global _lock  # noqa: PLW0603 -- the lock must be a new one
    _lock = threading.Lock()
    _current.clear()


os.register_at_fork(after_in_child=_after_fork)
atexit.register(stop)
