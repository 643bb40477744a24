"""The seats of a committee as the page shows them on which their changes begin."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from gremienwerk.committees.holding import write_end
from gremienwerk.committees.models import Committee, Membership, Representative
from gremienwerk.core.dates import Precision, VagueDate, day_before, widen, write_day, write_vague_date
from gremienwerk.core.german import sort_key


class FilledBy(NamedTuple):
    """A person who fills a seat."""

    uid: UUID
    person: UUID
    name: str
    period: str
    is_over: bool


class SeatLine(NamedTuple):
    """A seat in words."""

    uid: UUID
    holder: str
    role: str
    seats: int
    period: str
    is_over: bool
    filled_by: tuple[FilledBy, ...]


def seat_lines(*, committee: Committee, on: date) -> list[SeatLine]:
    """All seats of a committee, those that are over on the day too, in German order; two queries."""
    rows = Membership.objects.filter(committee=committee).select_related("organisation", "person")
    lines = [seat_line(membership=row, on=on) for row in rows.prefetch_related("representatives__person")]
    return sorted(lines, key=lambda line: (sort_key(line.holder), line.role, line.period))


def seat_line(*, membership: Membership, on: date) -> SeatLine:
    """One seat in words."""
    return SeatLine(
        uid=membership.uid,
        holder=str(membership.organisation or membership.person),
        role=membership.get_role_display(),
        seats=membership.seats,
        period=write_period(since=since_of(membership=membership), last=last_of(membership=membership)),
        is_over=membership.valid_until is not None and membership.valid_until <= on,
        filled_by=tuple(_filled_by(row, on) for row in membership.representatives.all()),
    )


def since_of(*, membership: Membership) -> VagueDate | None:
    """When a seat began, as exactly as it is known."""
    start = membership.valid_from
    return widen(start, Precision(membership.from_precision)) if start else None


def last_of(*, membership: Membership) -> VagueDate | None:
    """The last day of a seat, as exactly as it is known; None while no end is recorded."""
    end = membership.valid_until
    return widen(day_before(end), Precision(membership.until_precision)) if end else None


def write_period(*, since: VagueDate | None, last: VagueDate | None) -> str:
    """A period in words: "seit März 2026, bis 31. Dezember 2026"; what is not recorded is said."""
    begun = _("seit %(day)s") % {"day": write_vague_date(since)} if since else _("Beginn nicht erfasst")
    return f"{begun}, {write_end(end=last)}" if last else begun


def _filled_by(row: Representative, on: date) -> FilledBy:
    words = [str(row.get_position_display())]
    if row.valid_from:
        words.append(_("seit %(day)s") % {"day": write_day(row.valid_from)})
    if row.valid_until:
        words.append(_("bis %(day)s") % {"day": write_day(day_before(row.valid_until))})
    is_over = row.valid_until is not None and row.valid_until <= on
    return FilledBy(row.uid, row.person.uid, str(row.person), ", ".join(words), is_over)
