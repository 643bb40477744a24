"""The content of a release as JSON with a checksum: the same whatever database has kept it.

The number of the inquiry is no part of it: the council information system gives it later, and a number that
arrives changes no checksum (design.md, 3).
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date
from enum import Enum
from typing import Any

from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.inquiries.printouts.table import committee_row
from gremienwerk.inquiries.queries import AnswerRegister

FORMAT = 1
_LATER = frozenset({"inquiry_number", "produced_at"})


def frozen_content(
    *, paper: AnswerPaper, register: AnswerRegister, files: tuple[RenderedFile, ...]
) -> dict[str, Any]:
    """Text, data and files of an answer as plain JSON values.

    ``committees`` and ``directory`` hold the rows by the identifiers of their records, so that a later day can
    be compared with them; ``files`` names each file with its SHA-256.
    """
    return {
        "format": FORMAT,
        "paper": frozen_paper(paper=paper),
        "reporting_unit": str(register.unit.uid),
        "committees": [
            {
                "uid": str(row.facts.uid),
                "part": part.kind.value,
                "row": plain(committee_row(row=row, body=register.body)),
            }
            for part in register.parts
            for row in part.rows
        ],
        "directory": [{"uid": str(entry.uid), "name": entry.name} for entry in register.directory],
        "files": [
            {
                "name": file.name,
                "media_type": file.media_type,
                "size": len(file.content),
                "sha256": hashlib.sha256(file.content).hexdigest(),
            }
            for file in files
        ],
    }


def frozen_paper(*, paper: AnswerPaper) -> dict[str, Any]:
    """The words and annexes of an answer as plain JSON values, without what arrives after the release."""
    return {
        field.name: plain(getattr(paper, field.name))
        for field in dataclasses.fields(paper)
        if field.name not in _LATER
    }


def plain(value: Any) -> Any:
    """A value of the content types as JSON: records become objects with their type's name."""
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        named = {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {"type": type(value).__name__, **named}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        named = {name: plain(part) for name, part in zip(value._fields, value, strict=True)}
        return {"type": type(value).__name__, **named}
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def canonical(content: Any) -> bytes:
    """JSON in one form only: sorted keys, no blanks, UTF-8 (after RFC 8785; the content holds no fractions)."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def checksum_of(content: Any) -> str:
    """SHA-256 over the canonical JSON, as hex."""
    return hashlib.sha256(canonical(content)).hexdigest()
