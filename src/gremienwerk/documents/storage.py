"""Where files lie: each is there whole or not at all, whatever ends the process that writes it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

_PARTS = "unfertig"
_ABANDONED_AFTER = 24 * 60 * 60  # seconds


class WholeFileStorage(FileSystemStorage):
    """A folder into which files are moved when all their bytes are on the disk.

    Django's own storage writes under the final name: a process that is killed leaves half a file there, which the
    next one takes for the content its name promises. Parts of killed processes are removed after a day.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """The name itself: what lies under it has the same content, because content gives the name."""
        return name

    def _save(self, name: str, content: File[bytes]) -> str:
        target = Path(self.path(name))
        parts = Path(self.path(_PARTS))
        for folder in (target.parent, parts):
            folder.mkdir(parents=True, exist_ok=True)
        descriptor, name_of_part = tempfile.mkstemp(dir=parts)
        part = Path(name_of_part)
        _remove_abandoned(parts, now=part.stat().st_mtime)
        try:
            with os.fdopen(descriptor, "wb") as writing:
                for chunk in content.chunks():
                    writing.write(chunk)
                writing.flush()
                os.fsync(writing.fileno())
            if self.file_permissions_mode is not None:
                part.chmod(self.file_permissions_mode)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        _keep_entry(target.parent)
        return name


def _remove_abandoned(parts: Path, *, now: float) -> None:
    """Remove parts that nobody has written to for a day; ``now`` in the file system's own seconds."""
    for part in parts.iterdir():
        try:
            if part.stat().st_mtime < now - _ABANDONED_AFTER:
                part.unlink()
        except FileNotFoundError:  # its writer has just finished
            continue


def _keep_entry(folder: Path) -> None:
    """Make the new name survive a power failure, not only the bytes."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
