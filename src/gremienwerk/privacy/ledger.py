"""The ledger of erasures as a file beside the database: it survives when the database is put back from a backup."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from gremienwerk.core.errors import UserFacingError

FILE_NAME = "loeschungen.jsonl"


class Entry(NamedTuple):
    """One erasure; ``person`` is an identifier that leads to somebody in older backups only."""

    body: str
    person: UUID
    on: date
    reason: str
    alone: bool


def ledger_path() -> Path:
    """Where the ledger lies; operators keep it apart from the copies of the database."""
    return Path(settings.DATA_DIR) / FILE_NAME


def write_entry(*, entry: Entry, path: Path | None = None) -> None:
    """Append an erasure and wait until it is on the disk; an entry of an erasure that then failed does no harm."""
    line = json.dumps(entry._asdict(), default=str, ensure_ascii=False) + "\n"
    with (path or ledger_path()).open("a", encoding="utf-8") as opened:
        opened.write(line)
        opened.flush()
        os.fsync(opened.fileno())


def read_entries(*, path: Path | None = None) -> Iterator[Entry]:
    """All erasures of the ledger, oldest first; none if there is no ledger yet.

    Raises:
        UserFacingError: if a line cannot be read.
    """
    source = path or ledger_path()
    if not source.exists():
        return
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        try:
            given = json.loads(line)
            yield Entry(
                given["body"],
                UUID(given["person"]),
                date.fromisoformat(given["on"]),
                given["reason"],
                given["alone"],
            )
        except (ValueError, KeyError, TypeError) as error:
            raise UserFacingError(f"Zeile {number} von „{source.name}“ ist kein Löscheintrag.") from error
