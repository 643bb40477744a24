"""Public committees: a line of the list, the whole record, its seats and its timeline."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from gremienwerk.committees.rhythm.model import Rhythm
from gremienwerk.core.dates import Certainty, VagueDate
from gremienwerk.publishing.records.listing import FormerName, Reference, Term


class CommitteeChoice(NamedTuple):
    """What a reader has chosen in the list of committees; empty means no limit.

    ``status``: keys of ``committees.status.Status``; nothing chosen leaves out ended committees, ``("alle",)``
    shows all. ``guests``, ``publicness``: keys of the model's choices, "unbekannt" for not recorded. ``lead``
    and ``partner`` are organisations; ``topics`` and ``kinds`` keys of terms.
    """

    text: str = ""
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    publicness: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    lead: UUID | None = None
    partner: UUID | None = None
    with_migrant_organisations: bool = False


class CommitteeRow(NamedTuple):
    """A committee in a list, on a day. ``status`` is a key of ``Status``, ``level`` one of ``Level``.

    ``leads`` lead it (failing those: run or chair it); ``organisations`` counts those with a seat on the day;
    ``rhythm`` is None where none is recorded. ``language`` is that of the name (BCP 47); queries give the German one.
    """

    uid: UUID
    name: str
    short_name: str
    kind: Term
    level: str
    status: str
    is_certain: bool
    planned: VagueDate | None
    founded: VagueDate | None
    ended: VagueDate | None
    leads: tuple[Reference, ...]
    organisations: int
    has_migrant_organisations: bool
    rhythm: Rhythm | None
    publicness: str
    guests: str
    minutes: str
    topics: tuple[Term, ...]
    goal: str
    confirmed_on: date | None
    modified_at: datetime
    language: str = "de"


class InitiatorRow(NamedTuple):
    """Who brought a committee into being: a public organisation, or words."""

    organisation: Reference | None
    text: str


class LinkRow(NamedTuple):
    """A committee above or below, and what the line means: reports_to or belongs_to."""

    committee: Reference
    meaning: str


class CommitteeText(NamedTuple):
    """A text of the committee in another language; ``is_current`` is False once the German one has changed."""

    language: str
    field: str
    text: str
    is_current: bool


class TranslatedName(NamedTuple):
    """The present German name of a committee, and what it is called in another language."""

    german: str
    text: str


class CommitteeRecord(NamedTuple):
    """A committee on a day with all that the seven facts ask for. Empty text and None mean "not recorded".

    ``contact_email`` and ``contact_phone`` are those of an office, never of a person.
    """

    uid: UUID
    name: str
    current_name: str
    short_name: str
    kind: Term
    level: str
    status: str
    is_certain: bool
    planned: VagueDate | None
    founded: VagueDate | None
    ended: VagueDate | None
    other_names: tuple[FormerName, ...]
    successor: Reference | None
    predecessors: tuple[Reference, ...]
    above: tuple[LinkRow, ...]
    below: tuple[LinkRow, ...]
    initiators: tuple[InitiatorRow, ...]
    topics: tuple[Term, ...]
    occasion: str
    goal: str
    focus: str
    mandate: str
    seat_level: str
    participants_note: str
    rhythm: Rhythm | None
    calendar_keeper: str
    invitation_circle: str
    invitation_note: str
    invitation_channels: tuple[str, ...]
    invitation_lead_days: int | None
    invited_by: str
    publicness: str
    guests: str
    guests_how: str
    minutes: str
    minutes_reason: str
    minutes_url: str
    contact: str
    contact_email: str
    contact_phone: str
    website: str
    confirmed_on: date | None
    created_at: datetime
    modified_at: datetime
    texts: tuple[CommitteeText, ...] = ()


class PersonName(NamedTuple):
    """Somebody who fills a seat and may be named today; ``position`` is first, deputy or own."""

    name: str
    position: str


class SeatRow(NamedTuple):
    """A seat in a committee on a day. ``organisation`` is None for a seat held in one's own right.

    ``role`` is a key of ``Role``; ``kinds`` are the organisation's, in the body's order; ``since`` and ``last``
    are as exact as they are known; ``persons`` holds only those with a basis for publication.
    """

    uid: UUID
    organisation: Reference | None
    kinds: tuple[Term, ...]
    role: str
    seats: int
    voting: bool | None
    since: VagueDate | None
    last: VagueDate | None
    certainty: Certainty
    persons: tuple[PersonName, ...]


class TimelineEntry(NamedTuple):
    """Something that happened to a committee.

    ``kind``: planned, founded, renamed, dormant, resumed, seat_begins, seat_ends, ended. ``organisation`` and
    ``role`` belong to seats, ``text`` is the name given up by a renaming or the reason of a pause.
    """

    when: VagueDate
    kind: str
    organisation: Reference | None = None
    role: str = ""
    text: str = ""
