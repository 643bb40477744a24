"""What the page of one committee shows on a day: the seven questions, its members, its history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from gremienwerk.committees import sentences
from gremienwerk.committees.holding import write_end
from gremienwerk.committees.models import Committee, Role, Superordination
from gremienwerk.committees.queries import (
    CommitteeFacts,
    Completeness,
    HistoryEntry,
    SeatFacts,
    committees_on,
    completeness_of,
    history_of,
)
from gremienwerk.committees.queries.facts import Superordinate
from gremienwerk.committees.queries.seats import person_names, representatives_on
from gremienwerk.committees.rhythm.planning import next_dates
from gremienwerk.committees.sentences import Sentence
from gremienwerk.committees.status import Life, Status
from gremienwerk.core.dates import Certainty, VagueDate, write_vague_date
from gremienwerk.core.german import join_words, sort_key
from gremienwerk.meetings.queries import ComingMeeting, coming_meetings, held_in_year_before
from gremienwerk.organisations.models import ReportingUnit
from gremienwerk.organisations.queries import OrganisationFacts, organisations_on, tree_on

#: How many coming meetings the page shows.
_SHOWN = 3


class MemberRow(NamedTuple):
    """An institution (or a person in their own right) with all its roles in the committee."""

    uid: UUID | None
    name: str
    roles: str
    seats: int
    voting: str
    since: str
    until: str
    is_certain: bool
    representatives: str
    is_ours: bool


class MemberGroup(NamedTuple):
    """Members of one kind, in German order."""

    kind: str
    members: tuple[MemberRow, ...]


class RelatedCommittee(NamedTuple):
    """A committee above or below, with what the connection means."""

    uid: UUID
    name: str
    meaning: str


class Moment(NamedTuple):
    """All that happened on one (vague) day, in German phrases."""

    when: VagueDate
    events: tuple[str, ...]


class CommitteePage(NamedTuple):
    """The page; ``who`` to ``partners`` answer the seven questions in their order."""

    facts: CommitteeFacts
    who: Sentence
    members: Sentence
    rhythm: Sentence
    invitation: Sentence
    openness: Sentence
    topics: Sentence
    partners: Sentence
    ours: str
    groups: tuple[MemberGroup, ...]
    coming: tuple[ComingMeeting, ...]
    proposed: tuple[date, ...]
    above: tuple[RelatedCommittee, ...]
    below: tuple[RelatedCommittee, ...]
    completeness: Completeness
    history: tuple[Moment, ...]


class _Around(NamedTuple):
    """What the rows of one committee are written with."""

    organisations: Mapping[int, OrganisationFacts]
    persons: Mapping[int, str]
    representatives: Mapping[int, list[str]]
    ours: frozenset[int]


def steps_of(*, life: Life) -> tuple[tuple[str, str], ...]:
    """What may have happened next to a committee: names of the forms' addresses, and the words for them."""
    if life.ended is not None or life.is_ended:
        return (("committees:rename", _("Neuer Name")),)
    is_planned = life.founded is None and (life.is_planned or life.planned is not None)
    rests = any(pause.end is None for pause in life.dormancies)
    middle = (
        ("committees:establish", _("Es wurde gegründet"))
        if is_planned
        else ("committees:resume", _("Es tagt wieder"))
        if rests
        else ("committees:pause", _("Es ruht"))
    )
    return (("committees:rename", _("Neuer Name")), middle, ("committees:end", _("Es hat geendet")))


def committee_page(*, committee: Committee, on: date) -> CommitteePage | None:
    """The page of a committee on a day, None if nothing is recorded of it for so early a day.

    Asks a constant number of questions to the database, however many members there are.
    """
    body = committee.body_id
    found = committees_on(body=body, on=on, only=[committee.pk])
    if not found:
        return None
    facts = found[0]
    around = _look_around(body, facts, on)
    organisations, persons = around.organisations, around.persons
    held = held_in_year_before(body=body, on=on).get(facts.id, 0 if facts.calendar_keeper == "we" else None)
    groups = _groups(facts, around)
    partners = {
        organisations[seat.holder.organisation].name: None
        for seat in facts.seats
        if seat.holder.organisation is not None
        and any(kind.is_migrant_organisation for kind in organisations[seat.holder.organisation].kinds)
    }
    above, below = _related(body, facts, on)
    coming = tuple(coming_meetings(body=body, on=on, committee=facts.id, limit=_SHOWN))
    return CommitteePage(
        facts=facts,
        who=sentences.who_leads(committee=facts, organisations=organisations, persons=persons),
        members=sentences.who_takes_part(committee=facts, institutions=_institutions(facts.seats)),
        rhythm=sentences.how_often(committee=facts, held=held),
        invitation=sentences.how_invited(committee=facts),
        openness=sentences.how_open(committee=facts),
        topics=sentences.what_about(committee=facts),
        partners=sentences.migrant_organisations(names=partners),
        ours=join_words(
            f"{row.name} ({row.roles})" for group in groups for row in group.members if row.is_ours
        ),
        groups=groups,
        coming=coming,
        proposed=() if coming else _proposed(committee, facts, on),
        above=above,
        below=below,
        completeness=completeness_of(committee=facts),
        history=_moments(history_of(committee=committee, on=on)),
    )


def _proposed(committee: Committee, facts: CommitteeFacts, on: date) -> tuple[date, ...]:
    """Days that the rhythm names where no meeting is recorded yet; none for a committee that does not meet."""
    if facts.rhythm is None or facts.status is not Status.ACTIVE:
        return ()
    return tuple(next_dates(facts.rhythm, after=on, count=_SHOWN, region=committee.body.region))


def _look_around(body: int, facts: CommitteeFacts, on: date) -> _Around:
    named = {seat.holder.organisation for seat in facts.seats} | {
        one.organisation for one in facts.initiators
    }
    representatives: dict[int, list[str]] = {}
    for person in representatives_on(body=body, on=on, committee=facts.id):
        words = person.name if person.position == "Vertretung" else f"{person.name} ({person.position})"
        representatives.setdefault(person.membership, []).append(words)
    unit = ReportingUnit.objects.filter(body=body).values_list("organisation", flat=True).first()
    return _Around(
        organisations=organisations_on(body=body, on=on, only={key for key in named if key is not None}),
        persons=person_names(
            body=body, persons=[seat.holder.person for seat in facts.seats if seat.holder.person is not None]
        ),
        representatives=representatives,
        ours=tree_on(body=body, on=on).subtree(unit) if unit is not None else frozenset(),
    )


def _groups(facts: CommitteeFacts, around: _Around) -> tuple[MemberGroup, ...]:
    by_holder: dict[tuple[int | None, int | None], list[SeatFacts]] = {}
    for seat in facts.seats:
        by_holder.setdefault((seat.holder.organisation, seat.holder.person), []).append(seat)
    groups: dict[tuple[int, str], list[MemberRow]] = {}
    for (organisation, _person), seats in by_holder.items():
        kinds = around.organisations[organisation].kinds if organisation is not None else ()
        key = (kinds[0].position, kinds[0].plural) if kinds else (999, _("Weitere"))
        groups.setdefault(key, []).append(_member(seats, around))
    return tuple(
        MemberGroup(kind, tuple(sorted(rows, key=lambda row: sort_key(row.name))))
        for (_position, kind), rows in sorted(
            groups.items(), key=lambda group: (group[0][0], sort_key(group[0][1]))
        )
    )


def _member(seats: list[SeatFacts], around: _Around) -> MemberRow:
    first = seats[0]
    organisation = (
        around.organisations[first.holder.organisation] if first.holder.organisation is not None else None
    )
    starts = [seat.since for seat in seats if seat.since]
    ends = [seat.last for seat in seats if seat.last]
    people = dict.fromkeys(name for seat in seats for name in around.representatives.get(seat.membership, ()))
    return MemberRow(
        uid=organisation.uid if organisation else None,
        name=organisation.name if organisation else around.persons[first.holder.person or 0],
        roles=", ".join(str(seat.role.label) for seat in seats),
        seats=max(seat.seats for seat in seats),
        voting=_voting(seats),
        since=write_vague_date(min(starts, key=lambda day: day.latest)) if starts else "",
        until=write_end(end=min(ends, key=lambda day: day.latest)) if ends else "",
        is_certain=all(seat.certainty is Certainty.YES for seat in seats),
        representatives=", ".join(people),
        is_ours=first.holder.organisation in around.ours,
    )


def _moments(entries: Iterable[HistoryEntry]) -> tuple[Moment, ...]:
    """Entries of the same day together, in their order: a committee is founded with many seats at once."""
    return tuple(
        Moment(when, tuple(entry.what for entry in together))
        for when, together in groupby(entries, key=lambda entry: entry.when)
    )


def _voting(seats: Iterable[SeatFacts]) -> str:
    said = {seat.voting for seat in seats} - {None}
    if not said:
        return ""
    return _("ja") if True in said else _("nein")


def _institutions(seats: Iterable[SeatFacts]) -> int:
    return len({seat.holder.organisation for seat in seats if seat.role is not Role.GUEST} - {None})


def _related(
    body: int, facts: CommitteeFacts, on: date
) -> tuple[tuple[RelatedCommittee, ...], tuple[RelatedCommittee, ...]]:
    below = [
        Superordinate(row.committee_id, row.meaning)
        for row in Superordination.objects.filter(body=body, superordinate=facts.id)
        if (row.valid_from is None or row.valid_from <= on)
        and (row.valid_until is None or row.valid_until > on)
    ]
    wanted = {edge.committee for edge in (*facts.superordinates, *below)}
    others = {one.id: one for one in committees_on(body=body, on=on, only=wanted)}

    def named(edges: Iterable[Superordinate], words: Mapping[str, str]) -> tuple[RelatedCommittee, ...]:
        return tuple(
            RelatedCommittee(
                others[edge.committee].uid,
                others[edge.committee].display_name,
                words[edge.meaning],
            )
            for edge in edges
            if edge.committee in others
        )

    belongs, reports = Superordination.Meaning.BELONGS_TO.value, Superordination.Meaning.REPORTS_TO.value
    upwards = {reports: _("dorthin wird berichtet"), belongs: _("gehört dazu")}
    downwards = {reports: _("berichtet hierher"), belongs: _("gehört hierzu")}
    return named(facts.superordinates, upwards), named(below, downwards)
