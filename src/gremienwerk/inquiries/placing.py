"""Putting finished files into a folder: all of them or none, and never half a file."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from gremienwerk.core.errors import UserFacingError


class NoPlace(UserFacingError):
    """The folder cannot be written."""


def require_place(*, folder: Path) -> None:
    """Refuse early, before anything is computed.

    Raises:
        NoPlace: if the path is a file, or neither it nor its nearest existing parent can be written.
    """
    place = next((path for path in (folder, *folder.absolute().parents) if path.exists()), folder)
    if not place.is_dir():
        raise NoPlace(f"„{place}“ ist kein Ordner. Bitte mit --out einen Ordner angeben.")
    if not os.access(place, os.W_OK | os.X_OK):
        raise NoPlace(
            f"In den Ordner „{place}“ kann nicht geschrieben werden. Bitte einen anderen Ordner angeben."
        )


def write_together(*, folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that may exist already; other files in it stay.

    Everything is written beside its place first. A new folder then appears whole; in an existing one each
    file is exchanged at once.

    Args:
        folder: where the files go; made if it does not exist.
        files: content by name.

    Raises:
        NoPlace: if the folder cannot be written; nothing is left behind then.
    """
    try:
        _write(folder, files)
    except OSError as error:
        raise NoPlace(
            f"In den Ordner „{folder}“ kann nicht geschrieben werden ({error.strerror}). "
            "Bitte einen anderen Ordner angeben oder Platz schaffen."
        ) from error


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    exists = folder.is_dir()
    if not exists:
        folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".gremienwerk-", dir=folder if exists else folder.parent))
    try:
        for name, content in files.items():
            _write_through(beside / name, content)
        if exists:
            for name in files:
                (beside / name).replace(folder / name)
        else:
            beside.chmod(0o755)
            beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
