"""The register as one answer needs it: the committees of a reporting unit on a day, in the parts of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import Role
from gremienwerk.committees.queries import CommitteeFacts, committees_on
from gremienwerk.committees.status import Status
from gremienwerk.inquiries.queries.leadership import Leadership, Parties, require_existing
from gremienwerk.inquiries.queries.sender import Sender, sender_of
from gremienwerk.meetings.models import Meeting
from gremienwerk.meetings.queries import held_in_year_before
from gremienwerk.organisations.models import Organisation
from gremienwerk.organisations.queries import (
    DirectoryEntry,
    OrganisationFacts,
    OrganisationTree,
    directory_on,
    organisations_on,
    tree_on,
)

RUNNING_ROLES = frozenset({Role.LEAD, Role.SECRETARIAT, Role.CHAIR})
_PLANNED = (Status.PLANNED, Status.OVERDUE)


class OwnSeat(NamedTuple):
    """A seat of the reporting unit's subtree; ``sure`` is False where its dates leave the day open."""

    unit: OrganisationFacts
    role: Role
    sure: bool


class RegisterRow(NamedTuple):
    """A committee as the answer speaks of it.

    ``participants`` are the institutions beside the reporting unit's own, ``persons`` the seats that people
    hold in their own right (never by name: names of persons do not go into an answer), ``held`` the meetings
    of the last twelve months, None where nothing is recorded.
    """

    facts: CommitteeFacts
    own_seats: tuple[OwnSeat, ...]
    participants: tuple[OrganisationFacts, ...]
    persons: int
    leadership: Leadership
    leads: tuple[str, ...]
    initiators: tuple[str, ...]
    superordinates: tuple[str, ...]
    is_own: bool
    held: int | None

    @property
    def is_planned(self) -> bool:
        """Whether it does not exist yet, be it overdue."""
        return self.facts.status in _PLANNED

    @property
    def is_overdue(self) -> bool:
        """Whether it should exist by now and no founding is recorded."""
        return self.facts.status is Status.OVERDUE


class PartKind(StrEnum):
    """The parts of the answer, and of the committee table, in their order."""

    STATE = "state"
    DEPARTMENTS = "departments"
    PARTNERS = "partners"
    NOT_RECORDED = "not_recorded"
    OWN = "own"
    PLANNED = "planned"


class Part(NamedTuple):
    """The committees of one part, in German order."""

    kind: PartKind
    rows: tuple[RegisterRow, ...]


class AnswerRegister(NamedTuple):
    """Everything an answer draws on, read for one day.

    ``parts`` holds each part that has rows. ``withheld`` names committees of the unit whose existence is not
    public; they are in no part and only the clerk is told of them. ``seatless`` names existing committees for
    which nobody's seat is recorded, so that nobody can say whether the unit takes part. ``migrant_organisations``
    counts those that exist, published in the directory or not.
    """

    body: Body
    sender: Sender
    unit: OrganisationFacts
    units: tuple[OrganisationFacts, ...]
    on: date
    parts: tuple[Part, ...]
    withheld: tuple[str, ...]
    seatless: tuple[str, ...]
    internal_only: int
    directory: tuple[DirectoryEntry, ...]
    migrant_organisations: int
    committees: tuple[CommitteeFacts, ...]
    organisations: Mapping[int, OrganisationFacts]
    tree: OrganisationTree

    def part(self, *kinds: PartKind) -> tuple[RegisterRow, ...]:
        """The committees of some parts, in the order of the parts."""
        return tuple(row for part in self.parts if part.kind in kinds for row in part.rows)

    @property
    def existing(self) -> tuple[RegisterRow, ...]:
        """All committees that exist on the day: where we take part, and our own."""
        return self.part(*(kind for kind in PartKind if kind is not PartKind.PLANNED))

    @property
    def taking_part(self) -> tuple[RegisterRow, ...]:
        """Those that others lead."""
        return self.part(*(kind for kind in PartKind if kind not in (PartKind.OWN, PartKind.PLANNED)))

    @property
    def own(self) -> tuple[RegisterRow, ...]:
        """Those that the unit leads, runs or chairs."""
        return self.part(PartKind.OWN)

    @property
    def planned(self) -> tuple[RegisterRow, ...]:
        """Those that do not exist yet."""
        return self.part(PartKind.PLANNED)


def register_for(*, body: Body, unit: Organisation, on: date) -> AnswerRegister:
    """Read the register of a day for a reporting unit, with a constant number of queries.

    A committee belongs to the answer if a unit of the subtree of that day holds a seat in it and somebody
    outside takes part: another organisation, a person in their own right, or collective participants in
    words. Planned ones belong to it without others (design.md, 2).

    Args:
        body: whose register.
        unit: who answers; its subtree is "we".
        on: the day.

    Raises:
        NoSuchUnitYet: if the unit does not exist on the day.
    """
    tree = tree_on(body=body.pk, on=on)
    organisations = organisations_on(body=body.pk, on=on)
    require_existing(unit=organisations[unit.pk], on=on)
    committees = committees_on(body=body.pk, on=on)
    held = _recorded_without_meetings(body, on, committees) | held_in_year_before(body=body.pk, on=on)
    parties = Parties(unit=unit.pk, organisations=organisations, tree=tree)
    names = {committee.id: committee.display_name for committee in committees}
    rows = [_row(committee, parties, names, held) for committee in committees]
    ours = [row for row in rows if _concerns_us(row, parties)]
    public = [row for row in ours if row.facts.visibility != "hidden"]
    told = [row for row in public if row.is_planned or _has_others(row)]
    return AnswerRegister(
        body=body,
        sender=sender_of(body=body, unit=unit, name=organisations[unit.pk].name),
        unit=organisations[unit.pk],
        units=parties.own_units(),
        on=on,
        parts=_parts(told),
        withheld=tuple(row.facts.display_name for row in ours if row.facts.visibility == "hidden"),
        seatless=tuple(row.facts.display_name for row in rows if _nobody_is_recorded(row)),
        internal_only=len(public) - len(told),
        directory=tuple(directory_on(body=body.pk, on=on)),
        migrant_organisations=parties.migrant_organisations(on=on),
        committees=tuple(committees),
        organisations=organisations,
        tree=tree,
    )


def _recorded_without_meetings(body: Body, on: date, committees: list[CommitteeFacts]) -> dict[int, int]:
    """Committees whose calendar we keep and for which meetings were recorded before the last year: none is a fact.

    For all others no recorded meeting in the year means "not recorded", never none (design.md, 2).
    """
    ours = {committee.id for committee in committees if committee.calendar_keeper == "we"}
    before = datetime.combine(on - relativedelta(years=1), time(), tzinfo=ZoneInfo("Europe/Berlin"))
    earlier = Meeting.objects.filter(body=body, starts_at__lt=before).values_list("committees", flat=True)
    return {committee: 0 for committee in earlier.distinct() if committee in ours}


def _row(
    committee: CommitteeFacts, parties: Parties, names: Mapping[int, str], held: Mapping[int, int]
) -> RegisterRow:
    own = tuple(
        OwnSeat(parties.organisations[seat.holder.organisation], seat.role, seat.certainty == "yes")
        for seat in committee.seats
        if seat.holder.organisation in parties.ours
    )
    return RegisterRow(
        facts=committee,
        own_seats=own,
        participants=parties.others(committee),
        persons=len({seat.holder.person for seat in committee.seats if seat.holder.person is not None}),
        leadership=parties.leadership(committee),
        leads=parties.leads(committee),
        initiators=parties.initiators(committee),
        superordinates=tuple(names[s.committee] for s in committee.superordinates if s.committee in names),
        is_own=any(seat.role in RUNNING_ROLES for seat in own),
        held=held.get(committee.id),
    )


def _concerns_us(row: RegisterRow, parties: Parties) -> bool:
    if row.is_planned:
        return bool(row.own_seats) or parties.initiated_by_us(row.facts)
    return row.facts.status.exists and bool(row.own_seats)


def _nobody_is_recorded(row: RegisterRow) -> bool:
    facts = row.facts
    return (
        facts.status.exists and not facts.seats and not facts.kind.is_council and facts.visibility != "hidden"
    )


def _has_others(row: RegisterRow) -> bool:
    return bool(row.participants or row.persons or row.facts.participants_note)


def _parts(rows: list[RegisterRow]) -> tuple[Part, ...]:
    sorted_out: dict[PartKind, list[RegisterRow]] = {kind: [] for kind in PartKind}
    for row in rows:
        sorted_out[_part_of(row)].append(row)
    return tuple(Part(kind, tuple(found)) for kind, found in sorted_out.items() if found)


def _part_of(row: RegisterRow) -> PartKind:
    if row.is_planned:
        return PartKind.PLANNED
    return PartKind.OWN if row.is_own else PartKind(row.leadership.value)
