"""What the page of a committee shows on a day: the seven facts, who sits there, what happened, and its place."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from gremienwerk.core.dates import VagueDate
from gremienwerk.core.languages import DEFAULT, Language
from gremienwerk.documents.rendering.chart import ChartDrawing
from gremienwerk.publishing import queries
from gremienwerk.publishing.records import (
    CommitteeRecord,
    MeetingChoice,
    MeetingRow,
    SeatRow,
    Term,
    TimelineEntry,
)
from gremienwerk.website.called import called_meetings
from gremienwerk.website.directory.entries import Said
from gremienwerk.website.structure_drawing import drawing_of

_AHEAD, _PAST = 5, 6
_HEADS = ("lead", "secretariat", "chair", "deputy_chair", "moderation")
_MEETING_GUESTS = ("yes", "on_request")


class SeatGroup(NamedTuple):
    """Members of one kind of organisation; ``kind`` is None for persons in their own right."""

    kind: Term | None
    seats: tuple[SeatRow, ...]


class Moment(NamedTuple):
    """What happened at one time."""

    when: VagueDate
    entries: tuple[TimelineEntry, ...]


class CommitteePage(NamedTuple):
    """Everything the page needs; ``texts`` are in the page's language where the office wrote them."""

    facts: CommitteeRecord
    name: Said
    texts: dict[str, Said]
    heads: tuple[SeatRow, ...]
    groups: tuple[SeatGroup, ...]
    organisations: int
    migrant_organisations: tuple[SeatRow, ...]
    timeline: tuple[Moment, ...]
    ahead: tuple[MeetingRow, ...]
    past: tuple[MeetingRow, ...]
    drawing: ChartDrawing | None

    @property
    def admits_guests(self) -> bool:
        """Whether people who are no members may come."""
        return self.facts.guests in _MEETING_GUESTS or self.facts.publicness == "public"

    @property
    def next_meeting(self) -> MeetingRow | None:
        """The next one that takes place."""
        return next((meeting for meeting in self.ahead if meeting.state != "cancelled"), None)

    @property
    def has_ended(self) -> bool:
        """Whether it has ended on the day."""
        return self.facts.status == "ended"


def committee_page(
    *, body: int, uid: UUID, on: date, today: date, language: Language
) -> CommitteePage | None:
    """The page of one committee; None if it is not public, or nothing is known of it so early.

    Args:
        body: primary key of the body.
        uid: its identifier.
        on: the day the page speaks for.
        today: the present day, for consents and for what lies ahead.
        language: the language of the page.
    """
    facts = queries.committee(body=body, uid=uid, on=on)
    if facts is None:
        return None
    seats = queries.members(body=body, committee=uid, on=on, today=today)
    choice = MeetingChoice(committees=(uid,))
    ahead = queries.meetings(body=body, today=today, first=today, choice=choice, size=_AHEAD)
    past = queries.meetings(
        body=body,
        today=today,
        last=today - timedelta(days=1),
        choice=choice,
        newest_first=True,
        size=_PAST,
    )
    near = queries.structure(body=body, on=on, around=uid)
    return CommitteePage(
        facts=facts,
        name=_name(facts, language),
        texts={field: text for field in _TEXTS if (text := _said(facts, field, language))},
        heads=tuple(seat for seat in seats if seat.role in _HEADS),
        groups=_groups(seats),
        organisations=len({seat.organisation.uid for seat in seats if seat.organisation}),
        migrant_organisations=_migrants(seats),
        timeline=_moments(queries.timeline(body=body, committee=uid, on=on), today),
        ahead=called_meetings(ahead.rows, body=body, language=language.code),
        past=called_meetings(past.rows, body=body, language=language.code),
        drawing=drawing_of(structure=near, on=on, today=today, language=language, chosen=uid)
        if near.edges
        else None,
    )


_TEXTS = ("goal", "focus", "occasion", "guests_how")


def _name(facts: CommitteeRecord, language: Language) -> Said:
    """The name as the office says it in the page's language; names of the past and untranslated ones stay German."""
    for text in facts.texts:
        is_wanted = text.field == "name" and text.language == language.code
        if is_wanted and text.is_current and facts.name == facts.current_name:
            return Said(text.text, language, is_foreign=False, is_outdated=False)
    return Said(facts.name, DEFAULT, is_foreign=language != DEFAULT, is_outdated=False)


def _said(facts: CommitteeRecord, field: str, language: Language) -> Said | None:
    for text in facts.texts:
        if text.field == field and text.language == language.code and language != DEFAULT:
            return Said(text.text, language, is_foreign=False, is_outdated=not text.is_current)
    german: str = getattr(facts, field)
    return (
        Said(german, DEFAULT, is_foreign=language != DEFAULT, is_outdated=False) if german.strip() else None
    )


def _groups(seats: tuple[SeatRow, ...]) -> tuple[SeatGroup, ...]:
    """The members by kind of organisation, in the body's order of kinds; persons in their own right last."""

    def order(seat: SeatRow) -> tuple[int, int, str]:
        kind = _kind(seat)
        return (0, kind.position, kind.plural) if kind else (1, 0, "")

    return tuple(
        SeatGroup(_kind(group[0]), tuple(group))
        for _, members in groupby(sorted(seats, key=order), key=order)
        if (group := list(members))
    )


def _kind(seat: SeatRow) -> Term | None:
    """The kind that says most: migrant organisation before association."""
    migrants = [kind for kind in seat.kinds if kind.is_migrant_organisation]
    return next(iter([*migrants, *seat.kinds]), None)


def _migrants(seats: tuple[SeatRow, ...]) -> tuple[SeatRow, ...]:
    seen: dict[UUID, SeatRow] = {}
    for seat in seats:
        if seat.organisation and any(kind.is_migrant_organisation for kind in seat.kinds):
            seen.setdefault(seat.organisation.uid, seat)
    return tuple(seen.values())


def _moments(entries: tuple[TimelineEntry, ...], today: date) -> tuple[Moment, ...]:
    """What has happened up to today, the newest first, with what happened at one time together."""
    done = [entry for entry in entries if entry.when.earliest is None or entry.when.earliest <= today]
    return tuple(Moment(when, tuple(same)) for when, same in groupby(done, key=lambda entry: entry.when))
