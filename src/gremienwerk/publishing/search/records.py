"""What goes into the search and what comes out of it, as plain values."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class SearchSource(NamedTuple):
    """A public record in one language, as the projector hands it over; every value is public.

    ``noun`` names the group it is listed in ("committee", "organisation" …: lower-case letters, digits and
    underscores). ``other_names`` are former names, aliases and short names, in any script. ``keywords`` are
    topics, kinds, languages, districts. It is found on days from ``shown_from`` on and before ``shown_until``.
    """

    body: int
    noun: str
    uid: UUID
    language: str  # BCP 47, core.languages
    title: str
    other_names: tuple[str, ...] = ()
    summary: str = ""
    text: str = ""
    keywords: tuple[str, ...] = ()
    shown_from: date | None = None
    shown_until: date | None = None


class Entry(NamedTuple):
    """A record in one language as the index keeps it to show."""

    noun: str
    record: UUID
    language: str
    title: str
    other_names: list[str]
    keywords: list[str]
    summary: str
    text: str


class Field(StrEnum):
    """Where a word was found, the most telling first."""

    TITLE = "title"
    OTHER_NAME = "other_name"
    KEYWORD = "keyword"
    TEXT = "text"


class Kind(StrEnum):
    """How a word was found, the most certain first."""

    EXACT = "exact"
    STEM = "stem"
    SYNONYM = "synonym"
    PART = "part"
    UNFINISHED = "unfinished"
    SOUND = "sound"
    SIMILAR = "similar"


class Reason(NamedTuple):
    """Why a record was found: the best find for one word of the question.

    ``asked`` is the word as typed, ``shown`` what stands in the record: the whole name or keyword, or the
    single word of a text. ``reasons.sentence`` says it in words.
    """

    field: Field
    kind: Kind
    asked: str
    shown: str


class Hit(NamedTuple):
    """A record that was found; ``language`` is that of ``title`` and ``summary``."""

    noun: str
    uid: UUID
    language: str
    title: str
    summary: str
    reason: Reason
    score: float


class Group(NamedTuple):
    """The hits of one noun; if ``is_more``, ``total`` is only known to be at least that."""

    noun: str
    hits: tuple[Hit, ...]
    total: int
    is_more: bool


class Correction(NamedTuple):
    """A typed word that nothing holds, and the similar word that was looked for instead."""

    asked: str
    used: str


class Found(NamedTuple):
    """The answer to a search, the best group first.

    ``is_partial``: nothing holds all words, so these hold some. ``corrections`` are the similar words that the
    first hits were found by ("Meinten Sie …"); ``corrected`` is the question with them, empty if there are none.
    """

    groups: tuple[Group, ...]
    corrections: tuple[Correction, ...]
    corrected: str
    is_partial: bool

    @property
    def total(self) -> int:
        """How many records were found in all groups."""
        return sum(group.total for group in self.groups)


class Suggestion(NamedTuple):
    """A record that fits what has been typed so far; ``other_name`` is set if that is what fits."""

    noun: str
    uid: UUID
    title: str
    other_name: str
