"""Seats in public committees, and who may be named on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from gremienwerk.committees.models import Membership, Representative, Role
from gremienwerk.core.dates import Precision, day_before, widen
from gremienwerk.organisations.models import Consent, Person
from gremienwerk.publishing import gate
from gremienwerk.publishing.models import PublicName

_ORDER = {role.value: number for number, role in enumerate(Role)}
_COLUMNS = (
    "id", "uid", "committee__uid", "organisation__uid", "role", "seats", "voting", "valid_from", "from_precision",
    "valid_until", "until_precision",
)  # fmt: skip


class NameValue(NamedTuple):
    """Somebody's name on a seat: while they fill it, and while there is a basis to publish it."""

    name: str
    position: str
    valid_from: date | None
    valid_until: date | None
    shown_from: date
    shown_until: date | None


class SeatValue(NamedTuple):
    """A seat in a public committee as the register has it now."""

    source_key: int
    uid: UUID
    committee: UUID
    organisation: UUID | None
    role: str
    seats: int
    voting: bool | None
    valid_from: date | None
    from_precision: str
    valid_until: date | None
    until_precision: str
    names: tuple[NameValue, ...] = ()

    @property
    def role_order(self) -> int:
        """Place of the role in lists: who leads comes first."""
        return _ORDER[self.role]

    @property
    def turns(self) -> set[date]:
        """Days on which the seat or a name on it begins, ends, or becomes certain."""
        found = {self.valid_from, self.valid_until}
        if self.valid_from:
            found.add(widen(self.valid_from, Precision(self.from_precision)).latest)
        if self.valid_until:
            found.add(widen(day_before(self.valid_until), Precision(self.until_precision)).earliest)
        for name in self.names:
            found |= {name.valid_from, name.valid_until, name.shown_from, name.shown_until}
        return {day for day in found if day is not None}


def project_seats(*, body: int, keys: Collection[int] | None) -> list[SeatValue]:
    """Seats in public committees with the names that may be told; four queries.

    Args:
        body: primary key of the body.
        keys: only the memberships with these primary keys; all of the body if None.
    """
    rows = Membership.objects.filter(body=body, committee__visibility=gate.PUBLIC_VISIBILITY)
    if keys is not None:
        rows = rows.filter(pk__in=list(keys))
    names = _names(body, keys)
    found = (SeatValue(*row) for row in rows.order_by("pk").values_list(*_COLUMNS))
    return [seat._replace(names=names.get(seat.source_key, ())) for seat in found]


def _names(body: int, keys: Collection[int] | None) -> dict[int, tuple[NameValue, ...]]:
    """Names by membership, only where somebody has a basis for being named."""
    consents = _consents(body)
    if not consents:
        return {}
    filled = Representative.objects.filter(body=body, person__in=list(consents))
    own = Membership.objects.filter(body=body, person__in=list(consents))
    if keys is not None:
        filled, own = filled.filter(membership__in=list(keys)), own.filter(pk__in=list(keys))
    held: list[tuple[Any, ...]] = [
        *filled.values_list("membership_id", "person_id", "position", "valid_from", "valid_until"),
        *((key, *rest) for key, *rest in _own_seats(own)),
    ]
    persons = Person.objects.in_bulk({row[1] for row in held})
    found: dict[int, list[NameValue]] = defaultdict(list)
    for membership, person, position, start, end in held:
        name = " ".join(filter(None, (persons[person].given_name, persons[person].family_name)))
        found[membership] += (
            NameValue(name, position, start, end, since, until) for since, until in consents[person]
        )
    return {membership: tuple(sorted(set(values), key=repr)) for membership, values in found.items()}


def _own_seats(rows: Any) -> Iterable[tuple[Any, ...]]:
    for key, person in rows.values_list("pk", "person_id"):
        yield key, person, PublicName.Position.OWN.value, None, None


def _consents(body: int) -> dict[int, list[tuple[date, date | None]]]:
    """Periods in which persons may be named, by person."""
    found: dict[int, list[tuple[date, date | None]]] = defaultdict(list)
    rows = Consent.objects.filter(body=body, field=gate.NAME)
    for person, start, end in rows.values_list("person_id", "valid_from", "valid_until"):
        found[person].append((start, end))
    return found
