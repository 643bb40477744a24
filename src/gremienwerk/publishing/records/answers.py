"""Public inquiries of the council with their released answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from gremienwerk.publishing.records.listing import Reference


class AnswerFile(NamedTuple):
    """A file of a released answer; ``name`` is unique within its version."""

    name: str
    media_type: str
    size: int
    sha256: str


class AnswerVersion(NamedTuple):
    """A released version; ``shown_from`` is its first public day."""

    number: int
    as_of: date
    released_on: date
    shown_from: date
    checksum: str
    files: tuple[AnswerFile, ...]


class AnswerRow(NamedTuple):
    """A line of the list of answered inquiries: the latest version that is shown."""

    uid: UUID
    title: str
    kind: str
    number: str
    received_on: date
    reporting_unit: Reference | None
    version: int
    as_of: date
    released_on: date
    modified_at: datetime


class AnswerItem(NamedTuple):
    """A question or motion with its answer as paragraphs of plain text.

    ``kind`` is question or motion; ``parts`` are (number, text).
    """

    number: str
    kind: str
    question: str
    parts: tuple[tuple[str, str], ...]
    answer: tuple[str, ...]


class AnswerRecord(NamedTuple):
    """An answered inquiry. ``versions`` are those shown, the newest first; ``items`` and ``paper`` are the newest's.

    ``paper`` is the frozen paper as plain JSON (``documents.rendering.content.papers``) for pages that show
    tables; ``annexes`` are its titles with their numbers in front.
    """

    uid: UUID
    title: str
    kind: str
    number: str
    dated: date | None
    received_on: date
    session_committee: str
    session_date: date | None
    reporting_unit: Reference | None
    versions: tuple[AnswerVersion, ...]
    items: tuple[AnswerItem, ...]
    annexes: tuple[tuple[int, str], ...]
    climate_effect: str
    climate_reason: str
    paper: dict[str, Any]
    created_at: datetime
    modified_at: datetime


class StoredBytes(NamedTuple):
    """A public file to be sent."""

    name: str
    media_type: str
    sha256: str
    content: bytes


class Difference(NamedTuple):
    """How the register differs between two days.

    ``kind``: committee_founded, committee_ended, committee_dormant, committee_resumed, committee_renamed,
    seat_begun, seat_ended. ``organisation``, ``role`` and ``old_name`` are set where the kind needs them.
    """

    kind: str
    committee: Reference
    organisation: Reference | None = None
    role: str = ""
    old_name: str = ""
