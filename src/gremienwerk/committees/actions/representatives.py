"""Persons are sent to fill seats, and called back."""

from __future__ import annotations

from datetime import date

from gremienwerk.audit.change import change
from gremienwerk.committees.actions.refusals import check_period, explained
from gremienwerk.committees.models import Membership, Representative
from gremienwerk.committees.rules import require_change
from gremienwerk.core.actor import Actor
from gremienwerk.core.dates import write_day
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.models import Person


def delegate(
    *,
    membership: Membership,
    person: Person,
    on: date | None,
    by: Actor,
    position: Representative.Position = Representative.Position.FIRST,
    until: date | None = None,
) -> Representative:
    """Send a person to fill a seat, as first or as deputy, from ``on`` until (excluding) ``until``.

    Raises:
        UserFacingError: if the person fills the seat in that time already, or the period is wrong.
    """
    require_change(actor=by, committee=membership.committee)
    check_period(on, until)
    with explained(), change(by=by, body=membership.body_id) as made:
        filled = Representative(
            body_id=membership.body_id,
            membership=membership,
            person=person,
            position=position,
            valid_from=on,
            valid_until=until,
        )
        made.create(filled, action="committees.delegate")
    return filled


def end_delegation(*, representative: Representative, on: date, by: Actor, why: str = "") -> None:
    """Call a person back: ``on`` is the first day on which they no longer fill the seat.

    Raises:
        UserFacingError: if they have left already, or came on that day or later.
    """
    require_change(actor=by, committee=representative.membership.committee)
    if representative.valid_until is not None and representative.valid_until <= on:
        raise UserFacingError(
            f"Diese Vertretung ist schon am {write_day(representative.valid_until)} beendet.", field="on"
        )
    if representative.valid_from is not None and representative.valid_from >= on:
        raise UserFacingError(
            f"Diese Vertretung beginnt erst am {write_day(representative.valid_from)}.", field="on"
        )
    with change(by=by, body=representative.body_id, why=why) as made:
        made.update(representative, action="committees.end_delegation", valid_until=on)
