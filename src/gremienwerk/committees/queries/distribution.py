"""Whom to write to about committees: the persons who fill the seats of a day, else the office of who holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import Prefetch, Q

from gremienwerk.committees.models import Membership, Representative, Role
from gremienwerk.core.german import sort_key
from gremienwerk.organisations.models import ContactPoint, Organisation, Person

_ORDER = {role.value: place for place, role in enumerate(Role)}


class Recipient(NamedTuple):
    """One entry of a distribution list (personal data, staff only).

    ``name`` is a person, or the function of an office ("Geschäftsstelle"); ``family_name`` and ``given_name`` are
    empty for an office. ``committees`` and ``roles`` name each seat once. ``email`` is empty for who gets
    letters; ``street`` and ``city`` (with its postal code) are those of the organisation.
    """

    name: str
    family_name: str
    given_name: str
    organisation: str
    email: str
    phone: str
    roles: tuple[str, ...]
    committees: tuple[str, ...]
    street: str = ""
    city: str = ""


class _Line(NamedTuple):
    key: tuple[str, int]
    entry: Recipient
    order: int


def recipients_of(
    *, body: int, committees: Iterable[int], on: date, with_deputies: bool = False
) -> list[Recipient]:
    """Who is reached about the committees on a day, leading roles first, then in German order; three queries.

    A seat stands for the persons who fill it, each by their own address; if none of them has one, for the office
    of the organisation, an address of a function before that of a person. Each address stands there once.

    Args:
        body: primary key of the body.
        committees: primary keys.
        on: the day.
        with_deputies: whether those who stand in are written to, too.
    """
    seats = list(_seats(body, committees, on, with_deputies=with_deputies))
    points = _points(body, {seat.organisation_id for seat in seats if seat.organisation_id})
    found: dict[tuple[str, int] | str, _Line] = {}
    for line in (line for seat in seats for line in _lines(seat, points)):
        key = line.entry.email.casefold() or line.key
        known = found.get(key)
        found[key] = _joined(known, line) if known else line
    lines = sorted(found.values(), key=lambda line: (line.order, sort_key(_listed(line.entry))))
    return [line.entry for line in lines]


def _seats(body: int, committees: Iterable[int], on: date, *, with_deputies: bool) -> Iterable[Membership]:
    filled = Representative.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=on),
        Q(valid_until__isnull=True) | Q(valid_until__gt=on),
    )
    if not with_deputies:
        filled = filled.filter(position=Representative.Position.FIRST)
    rows = Membership.objects.on(on).filter(body=body, committee__in=list(committees))
    return rows.select_related("committee", "organisation", "person").prefetch_related(
        Prefetch("representatives", filled.select_related("person").order_by("pk"))
    )


def _points(body: int, organisations: set[int]) -> dict[int, ContactPoint]:
    rows = ContactPoint.objects.filter(body=body, organisation__in=organisations).exclude(email="")
    found: dict[int, ContactPoint] = {}
    for point in rows.order_by("is_personal", "pk"):
        found.setdefault(point.organisation_id, point)
    return found


def _lines(seat: Membership, points: dict[int, ContactPoint]) -> Iterator[_Line]:
    persons = [seat.person] if seat.person else [row.person for row in seat.representatives.all()]
    point = points.get(seat.organisation_id or 0)
    if seat.organisation and (not persons or (point and not any(person.email for person in persons))):
        yield _of_office(seat, seat.organisation, point)
    else:
        yield from (_of_person(seat, person) for person in persons)


def _of_person(seat: Membership, person: Person) -> _Line:
    entry = Recipient(
        name=str(person),
        family_name=person.family_name,
        given_name=person.given_name,
        organisation=seat.organisation.name if seat.organisation else "",
        email=person.email,
        phone=person.phone,
        roles=(str(seat.get_role_display()),),
        committees=(str(seat.committee),),
        **_postal(seat.organisation),
    )
    return _Line(("person", person.pk), entry, _ORDER[seat.role])


def _of_office(seat: Membership, organisation: Organisation, point: ContactPoint | None) -> _Line:
    entry = Recipient(
        name=point.function if point else "",
        family_name="",
        given_name="",
        organisation=organisation.name,
        email=point.email if point else "",
        phone=point.phone if point else "",
        roles=(str(seat.get_role_display()),),
        committees=(str(seat.committee),),
        **_postal(organisation),
    )
    return _Line(("organisation", organisation.pk), entry, _ORDER[seat.role])


def _postal(organisation: Organisation | None) -> dict[str, str]:
    if organisation is None:
        return {}
    return {
        "street": organisation.street,
        "city": f"{organisation.postcode} {organisation.city}".strip() if organisation.city else "",
    }


def _joined(known: _Line, more: _Line) -> _Line:
    entry = known.entry._replace(
        roles=tuple(dict.fromkeys((*known.entry.roles, *more.entry.roles))),
        committees=tuple(dict.fromkeys((*known.entry.committees, *more.entry.committees))),
    )
    return known._replace(entry=entry, order=min(known.order, more.order))


def _listed(entry: Recipient) -> str:
    return f"{entry.organisation} {entry.family_name} {entry.name}"
