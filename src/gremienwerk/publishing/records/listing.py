"""What all public lists share: references, terms, pages of rows, options to choose from."""

from __future__ import annotations

from datetime import datetime
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

Row = TypeVar("Row")


class Reference(NamedTuple):
    """Another public record, with the name it bore on the day; ``name`` is empty for a nameless planned group.

    ``language`` is that of the name (BCP 47); queries give the German one.
    """

    uid: UUID
    name: str
    short_name: str = ""
    language: str = "de"


class Term(NamedTuple):
    """A word of the body's own vocabulary: a kind of committee or organisation, or a topic.

    ``sector`` is set for kinds of organisations only: administration, state, politics or partner.
    """

    key: str
    name: str
    plural: str = ""
    is_steering: bool = False
    is_council: bool = False
    is_migrant_organisation: bool = False
    sector: str = ""
    position: int = 0


class FacetOption(NamedTuple):
    """A value that occurs in the list, how often, and its name where the register gives one.

    ``label`` is empty for keys whose words belong to the interface (``publishing.labels``).
    """

    value: str
    hits: int
    label: str = ""


class Listing(NamedTuple, Generic[Row]):
    """One page of a list: its rows, how many there are in all, and what can be chosen.

    ``facets`` maps the name of a choice to its options with counts for everything that is public on the day;
    ``page`` and ``pages`` count from 1.
    """

    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int
    facets: dict[str, tuple[FacetOption, ...]]


class FormerName(NamedTuple):
    """Another name of a record; both ends in ISO form, None where not recorded; an alias has no period."""

    name: str
    short_name: str
    valid_from: str | None
    valid_until: str | None
    is_alias: bool


class Changed(NamedTuple):
    """That a public record was written or withdrawn; ``noun`` as in ``PublicRecord.Noun``."""

    noun: str
    uid: UUID
    modified_at: datetime
    created_at: datetime
    withdrawn_at: datetime | None
