"""Stored files are whole or not there, whatever ends the process that writes them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from gremienwerk.documents.actions import store_content
from gremienwerk.documents.queries import content_path
from gremienwerk.documents.storage import WholeFileStorage

_WRITES_UNTIL_KILLED = """
import sys
from django.conf import settings
settings.configure()
from gremienwerk.documents.storage import WholeFileStorage

class Endless:
    def chunks(self):
        while True:
            yield b"x" * 65536
            print("written", flush=True)

WholeFileStorage(location=sys.argv[1])._save("ab/cd/abcd", Endless())
"""


def test_a_killed_writer_leaves_nothing_under_the_name_and_the_next_one_succeeds(tmp_path: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITES_UNTIL_KILLED, str(tmp_path)], stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"written\n"
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()
    storage = WholeFileStorage(location=tmp_path)
    assert not storage.exists("ab/cd/abcd")
    storage.save("ab/cd/abcd", ContentFile(b"whole"))
    assert (tmp_path / "ab/cd/abcd").read_bytes() == b"whole"


def test_parts_that_nobody_writes_to_any_more_are_removed_after_a_day(tmp_path: Path) -> None:
    parts = tmp_path / "unfertig"
    parts.mkdir()
    yesterday = time.time() - 25 * 60 * 60
    (parts / "abandoned").write_bytes(b"x")
    os.utime(parts / "abandoned", (yesterday, yesterday))
    (parts / "being-written").write_bytes(b"x")
    WholeFileStorage(location=tmp_path).save("ab/cd/abcd", ContentFile(b"whole"))
    assert [part.name for part in parts.iterdir()] == ["being-written"]


def test_a_write_that_fails_leaves_no_part(tmp_path: Path) -> None:
    class Broken(ContentFile):  # type: ignore[type-arg]
        def chunks(self, chunk_size: int | None = None) -> list[bytes]:  # type: ignore[override]
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        WholeFileStorage(location=tmp_path).save("ab/cd/abcd", Broken(b""))
    assert list((tmp_path / "unfertig").iterdir()) == []


def test_a_file_that_was_cut_off_by_an_older_release_is_written_again() -> None:
    sha256 = store_content(content=b"the whole content")
    path = Path(default_storage.path(content_path(sha256=sha256)))
    path.write_bytes(b"the wh")
    assert store_content(content=b"the whole content") == sha256
    assert path.read_bytes() == b"the whole content"
    assert sorted(other.name for other in path.parent.iterdir()) == [path.name]
