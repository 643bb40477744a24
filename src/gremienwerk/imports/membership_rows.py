"""Rows about seats: who sits in which committee, with which role, since when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from gremienwerk.committees.models import Membership, Role
from gremienwerk.core.dates import UnreadableDate, VagueDate, parse_vague_date
from gremienwerk.core.german import fold
from gremienwerk.core.periods import Period
from gremienwerk.imports.committee_rows import PlannedCommittee, PlannedSeat, Surroundings
from gremienwerk.imports.headings import Record
from gremienwerk.imports.lengths import check_lengths
from gremienwerk.imports.organisation_rows import keep_text
from gremienwerk.imports.words import ROLES, YES_NO

_MOST_SEATS = 32767


def plan_memberships(*, records: Sequence[Record], around: Surroundings) -> None:
    """Read the rows of one table of seats and give each to its committee.

    Committee and organisation must be known, from the register or from the other tables of the same import.
    """
    for record in records:
        committee = _committee(record, around)
        seat = _seat(record, around)
        if committee is None or seat is None:
            continue
        twin = next((other for other in committee.seats if _clash(seat, other)), None)
        if twin is not None:
            around.report.error(
                record,
                f"„{seat.holder.name}“ hat in „{committee.name}“ zur selben Zeit schon einen gleichen Sitz, oder ein anderer hat den Vorsitz.",
            )
            continue
        committee.seats.append(seat)


def period_of(seat: PlannedSeat) -> Period:
    """The half-open period of a planned seat."""
    end: date | None = seat.until.latest + timedelta(days=1) if seat.until else None
    return Period(seat.since.earliest if seat.since else None, end)


def _committee(record: Record, around: Surroundings) -> PlannedCommittee | None:
    name = record.get("committee")
    found = around.committees.get(fold(name))
    if not name:
        around.report.error(record, "Das Gremium fehlt.", meaning="committee")
    elif found is None:
        around.report.error(
            record, f"Ein Gremium „{name}“ steht weder in den Tabellen noch im Register.", meaning="committee"
        )
    return found if name else None


def _seat(record: Record, around: Surroundings) -> PlannedSeat | None:
    name = record.get("organisation")
    found = around.index.find(name)
    if len(found) != 1:
        reason = "ist nicht eindeutig" if found else "steht weder in den Tabellen noch im Register"
        text = f"„{name}“ {reason}." if name else "Die Organisation fehlt."
        around.report.error(record, text, meaning="organisation")
        return None
    role = ROLES.get(fold(record.get("role"))) if record.get("role") else Role.MEMBER
    if role is None:
        around.report.error(record, f"Die Rolle „{record.get('role')}“ ist nicht bekannt.", meaning="role")
    seat = PlannedSeat(
        holder=found[0],
        role=role or Role.MEMBER,
        since=_date(record, "since", around),
        until=_date(record, "until", around),
        seats=_seats(record, around),
        voting=YES_NO.get(fold(record.get("voting"))),
        note="; ".join(keep_text(record, record.get("note")).splitlines()),
    )
    check_lengths(model=Membership, values={"note": seat.note}, record=record, report=around.report)
    period = period_of(seat)
    if seat.since is not None and seat.since.earliest is None:
        around.report.error(record, "Ein Beginn „bis …“ ist nicht möglich.", meaning="since")
    if period.start is not None and period.end is not None and period.end <= period.start:
        around.report.error(record, "Das Ende liegt vor dem Beginn.", meaning="until")
    return seat


def _clash(one: PlannedSeat, other: PlannedSeat) -> bool:
    same_seat = one.holder is other.holder and one.role is other.role
    both_chair = one.role is Role.CHAIR and other.role is Role.CHAIR
    return (same_seat or both_chair) and period_of(one).overlaps(period_of(other))


def _seats(record: Record, around: Surroundings) -> int:
    text = record.get("seats")
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_SEATS):
        around.report.error(record, f"„{text}“ ist keine Zahl von Sitzen.", meaning="seats")
        return 1
    return int(text)


def _date(record: Record, meaning: str, around: Surroundings) -> VagueDate | None:
    text = record.get(meaning)
    if not text:
        return None
    try:
        return parse_vague_date(text)
    except UnreadableDate as error:
        around.report.error(record, error.message, meaning=meaning)
        return None
