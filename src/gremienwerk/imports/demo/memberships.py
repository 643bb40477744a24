"""Seats and the persons who fill them."""

from __future__ import annotations

from datetime import date

from gremienwerk.committees.actions import Appointment, appoint_many, delegate
from gremienwerk.committees.models import Membership, Representative, Role
from gremienwerk.core.dates import Precision
from gremienwerk.core.periods import Period
from gremienwerk.imports.demo.committees import end_committees
from gremienwerk.imports.demo.register import DemoRegister
from gremienwerk.imports.demo.rows import Row
from gremienwerk.imports.words import ROLES, YES_NO

_COLUMNS = ("Gremium", "Organisation", "Person", "Rolle", "Von", "Bis", "Sitze", "Stimmrecht", "Bemerkung")
_POSITIONS = {"vertretung": Representative.Position.FIRST, "stellvertretung": Representative.Position.DEPUTY}
_Seat = tuple[str, str, str, Role]


def load_memberships(register: DemoRegister) -> None:
    """Load ``mitgliedschaften.csv`` in one batch, then ``vertretungen.csv``; last, committees that ended end."""
    rows = register.rows("mitgliedschaften.csv", *_COLUMNS)
    _refuse_double_seats(rows)
    appointments = [_appointment(register, row) for row in rows]
    register.memberships = appoint_many(body=register.body, appointments=appointments, by=register.by)
    _load_representatives(register, rows)
    end_committees(register)


def _appointment(register: DemoRegister, row: Row) -> Appointment:
    with row.named_in_errors():
        start, end = row.vague("Von"), row.vague("Bis")
        if start is not None and start.earliest is None:
            raise row.wrong("Ein Beginn „bis …“ ist nicht möglich.", column="Von")
        organisation = row.look_up("Organisation", register.organisations)
        person = row.look_up("Person", register.persons)
        if (organisation is None) == (person is None):
            raise row.wrong(
                "Ein Sitz gehört entweder einer Organisation oder einer Person.", column="Organisation"
            )
        return Appointment(
            committee=row.look_up_required("Gremium", register.committees),
            role=_role(row),
            organisation=organisation,
            person=person,
            on=start.earliest if start else None,
            until=row.after("Bis"),
            seats=row.amount("Sitze") or 1,
            voting=row.choice("Stimmrecht", YES_NO),
            on_precision=start.precision if start else Precision.DAY,
            until_precision=end.precision if end else Precision.DAY,
            note=row.text("Bemerkung"),
        )


def _load_representatives(register: DemoRegister, rows: list[Row]) -> None:
    seats: dict[_Seat, list[tuple[Period, Membership]]] = {}
    for row, membership in zip(rows, register.memberships, strict=True):
        period = Period(membership.valid_from, membership.valid_until)
        seats.setdefault(_seat(row), []).append((period, membership))
    columns = ("Gremium", "Organisation", "Rolle", "Person", "Stellung", "Von", "Bis")
    for row in register.rows("vertretungen.csv", *columns):
        start = row.day("Von")
        membership = _seat_of(row, seats, start)
        with row.named_in_errors():
            delegate(
                membership=membership,
                person=row.look_up_required("Person", register.persons),
                position=row.choice("Stellung", _POSITIONS) or Representative.Position.FIRST,
                on=start,
                until=row.after("Bis"),
                by=register.by,
            )


def _seat_of(row: Row, seats: dict[_Seat, list[tuple[Period, Membership]]], start: date | None) -> Membership:
    key = (row.required("Gremium"), row.required("Organisation"), "", _role(row))
    for period, membership in seats.get(key, []):
        if start is None or period.holds(on=start):
            return membership
    raise row.wrong("Einen solchen Sitz gibt es an diesem Tag nicht.", column="Organisation")


def _refuse_double_seats(rows: list[Row]) -> None:
    """Name the row of a seat given twice; the database, which has the last word, knows no rows."""
    taken: dict[tuple[str, ...], list[tuple[Period, Row]]] = {}
    for row in rows:
        start = row.vague("Von")
        period = Period(start.earliest if start else None, row.after("Bis"))
        keys: list[tuple[str, ...]] = [_seat(row)]
        if _role(row) is Role.CHAIR:
            keys.append((row.text("Gremium"),))
        for key in keys:
            for other, where in taken.setdefault(key, []):
                if period.overlaps(other):
                    raise row.wrong(
                        f"Diesen Sitz hat zur selben Zeit schon Zeile {where.number}.", column="Von"
                    )
            taken[key].append((period, row))


def _seat(row: Row) -> _Seat:
    return row.text("Gremium"), row.text("Organisation"), row.text("Person"), _role(row)


def _role(row: Row) -> Role:
    role = row.choice("Rolle", ROLES)
    if role is None:
        raise row.wrong("Die Angabe fehlt.", column="Rolle")
    return role
