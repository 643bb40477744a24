"""Who sits where on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from gremienwerk.committees.models import Membership, Representative, Role
from gremienwerk.committees.models.memberships import MembershipQuerySet, seat_certainty
from gremienwerk.core.dates import Certainty, Precision, VagueDate, day_before, widen
from gremienwerk.organisations.models import Person

_ORDER = {role: number for number, role in enumerate(Role)}
_ROLES = {role.value: role for role in Role}
_COLUMNS = (
    "id", "committee_id", "organisation_id", "person_id", "role", "seats", "voting", "valid_from", "from_precision",
    "valid_until", "until_precision",
)  # fmt: skip
LEADING = (Role.LEAD, Role.SECRETARIAT, Role.CHAIR)
RUNNING = frozenset(LEADING)


class Holder(NamedTuple):
    """Who holds a seat: an organisation's primary key, or None for a person in their own right."""

    organisation: int | None
    person: int | None


class SeatFacts(NamedTuple):
    """A seat on a day."""

    membership: int
    committee: int
    holder: Holder
    role: Role
    seats: int
    voting: bool | None
    valid_from: date | None
    valid_until: date | None
    certainty: Certainty
    from_precision: str = Precision.DAY.value
    until_precision: str = Precision.DAY.value

    @property
    def since(self) -> VagueDate | None:
        """When the seat began, as exactly as it is known."""
        return widen(self.valid_from, Precision(self.from_precision)) if self.valid_from else None

    @property
    def last(self) -> VagueDate | None:
        """The last day of the seat, as exactly as it is known; None while no end is recorded."""
        end = self.valid_until
        return widen(day_before(end), Precision(self.until_precision)) if end else None

    @property
    def order(self) -> int:
        """Place of the role in lists: who leads comes first."""
        return _ORDER[self.role]


class RepresentativeFacts(NamedTuple):
    """A person who fills a seat on a day (personal data, staff only)."""

    membership: int
    name: str
    position: str


def seats_on(*, body: int, on: date, committees: Iterable[int] | None = None) -> dict[int, list[SeatFacts]]:
    """The seats of a day by committee, ordered by role; one query.

    Args:
        body: primary key of the body.
        on: the day.
        committees: only these primary keys; all of the body if None.
    """
    rows = Membership.objects.on(on).filter(body=body)
    if committees is not None:
        rows = rows.filter(committee__in=list(committees))
    return _by_committee(rows, on)


def seats_of_organisations(
    *, body: int, on: date, organisations: Iterable[int]
) -> dict[int, list[SeatFacts]]:
    """The seats that these organisations hold on a day, by committee; one query."""
    rows = Membership.objects.on(on).filter(body=body, organisation__in=list(organisations))
    return _by_committee(rows, on)


def representatives_on(*, body: int, on: date, committee: int) -> list[RepresentativeFacts]:
    """Who fills the seats of one committee on a day; one query."""
    rows = Representative.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=on),
        Q(valid_until__isnull=True) | Q(valid_until__gt=on),
        body=body,
        membership__committee=committee,
    ).select_related("person")
    return [
        RepresentativeFacts(row.membership_id, str(row.person), row.get_position_display()) for row in rows
    ]


def person_names(*, body: int, persons: Iterable[int]) -> dict[int, str]:
    """Names of persons by primary key (personal data, staff only); one query, none without persons."""
    wanted = list(persons)
    return {p.pk: str(p) for p in Person.objects.filter(body=body, pk__in=wanted)} if wanted else {}


def _by_committee(rows: MembershipQuerySet, on: date) -> dict[int, list[SeatFacts]]:
    found: dict[int, list[SeatFacts]] = {}
    for row in rows.values_list(*_COLUMNS):
        key, committee, organisation, person, role, seats, voting, start, roughly_from, end, roughly_until = (
            row
        )
        certainty = seat_certainty(start, roughly_from, end, roughly_until, on=on)
        holder = Holder(organisation, person)
        seat = SeatFacts(
            key,
            committee,
            holder,
            _ROLES[role],
            seats,
            voting,
            start,
            end,
            certainty,
            roughly_from,
            roughly_until,
        )
        found.setdefault(committee, []).append(seat)
    for seats_of_one in found.values():
        seats_of_one.sort(key=lambda seat: (_ORDER[seat.role], seat.membership))
    return found
