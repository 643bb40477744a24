"""Seats are given, ended, corrected and filled. Ending writes an end; nothing is ever deleted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.committees.actions.refusals import SeatTaken, check_period, explained, require_unmoved
from gremienwerk.committees.models import Committee, Membership, Role
from gremienwerk.committees.rules import require_change
from gremienwerk.core.actor import Actor
from gremienwerk.core.dates import Precision, write_day
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.periods import Period
from gremienwerk.organisations.models import Organisation, Person


class Appointment(NamedTuple):
    """One seat to be given; either ``organisation`` or ``person`` holds it.

    ``on`` is the first day (None: since unknown), ``until`` the first day on which it no longer holds.
    """

    committee: Committee
    role: Role = Role.MEMBER
    organisation: Organisation | None = None
    person: Person | None = None
    on: date | None = None
    until: date | None = None
    seats: int = 1
    voting: bool | None = None
    on_precision: Precision = Precision.DAY
    until_precision: Precision = Precision.DAY
    note: str = ""


def appoint(
    *,
    committee: Committee,
    role: Role,
    on: date | None,
    by: Actor,
    organisation: Organisation | None = None,
    person: Person | None = None,
    until: date | None = None,
    seats: int = 1,
    voting: bool | None = None,
    on_precision: Precision = Precision.DAY,
    until_precision: Precision = Precision.DAY,
    note: str = "",
    why: str = "",
) -> Membership:
    """Give a seat to an organisation, or to a person in their own right.

    Args:
        committee: in which committee.
        role: what the seat is for.
        on: first day; None if it is not known since when.
        by: who enters it.
        organisation: the unit or institution that holds the seat.
        person: the person who holds it in their own right instead.
        until: the first day on which it no longer holds; None while open.
        seats: how many seats, at least 1.
        voting: whether it votes; None if not recorded.
        on_precision: how exactly ``on`` is known.
        until_precision: how exactly ``until`` is known.
        note: internal remark.
        why: the reason, for the audit record.

    Raises:
        SeatTaken: if an equal seat holds in that time, or another holds the chair.
        UserFacingError: if the holder or the period is wrong, or the committee is read-only here.
    """
    wanted = Appointment(
        committee, role, organisation, person, on, until, seats, voting, on_precision, until_precision, note
    )
    require_change(actor=by, committee=committee)
    _check(wanted)
    with explained(str(organisation or person)), change(by=by, body=committee.body_id, why=why) as made:
        membership = _membership(wanted)
        made.create(membership, action="committees.appoint")
    return membership


def appoint_many(
    *, body: Body, appointments: Iterable[Appointment], by: Actor, why: str = ""
) -> list[Membership]:
    """Give many seats in one transaction with few statements; all or none.

    Raises:
        SeatTaken: if one of them overlaps an equal seat; then none is given.
        UserFacingError: if a holder or a period is wrong.
    """
    wanted = list(appointments)
    for committee in {one.committee.pk: one.committee for one in wanted}.values():
        require_change(actor=by, committee=committee)
    for one in wanted:
        _check(one)
    memberships = [_membership(one) for one in wanted]
    try:
        with explained(), change(by=by, body=body.pk, why=why) as made:
            made.create_many(memberships, action="committees.appoint")
    except SeatTaken as error:
        raise SeatTaken(f"{_first_conflict(wanted)}{error.message}", field=error.field) from error
    return memberships


def end_membership(
    *,
    membership: Membership,
    on: date,
    by: Actor,
    precision: Precision = Precision.DAY,
    why: str = "",
    seen: str = "",
) -> None:
    """End a seat: ``on`` is the first day on which it no longer holds; its representatives end with it.

    ``seen``: the ``state_of_seat`` on which the clerk decided; empty if nobody has looked at it before.

    Raises:
        ChangedMeanwhile: if somebody else has changed the seat since then.
        UserFacingError: if it has ended already or began on that day or later.
    """
    require_change(actor=by, committee=membership.committee)
    if membership.valid_until is not None and membership.valid_until <= on:
        raise UserFacingError(
            f"Dieser Sitz ist schon am {write_day(membership.valid_until)} beendet.", field="on"
        )
    if membership.valid_from is not None and membership.valid_from >= on:
        raise UserFacingError(
            f"Dieser Sitz beginnt erst am {write_day(membership.valid_from)}. War er ein Versehen, bitte „Berichtigen“ wählen.",
            field="on",
        )
    with change(by=by, body=membership.body_id, why=why) as made:
        require_unmoved(membership, seen)
        made.update(
            membership, action="committees.end_membership", valid_until=on, until_precision=precision.value
        )
        for filled in membership.representatives.filter(valid_until__isnull=True):
            made.update(filled, action="committees.end_delegation", valid_until=on)


def replace_member(
    *,
    membership: Membership,
    organisation: Organisation,
    on: date,
    by: Actor,
    why: str = "",
    seen: str = "",
) -> Membership:
    """Hand a seat to another organisation on a day: the old seat ends, an equal one begins.

    Raises:
        ChangedMeanwhile: if the seat is not in the state ``seen`` any more.
        UserFacingError: if the organisation holds the seat already, or the day does not lie in the seat's time.
    """
    require_change(actor=by, committee=membership.committee)
    if organisation.pk == membership.organisation_id:
        raise UserFacingError(f"„{organisation}“ hat diesen Sitz schon.", field="organisation")
    # The new seat ends when the old one was to end.
    until, precision = membership.valid_until, Precision(membership.until_precision)
    with transaction.atomic(), change(by=by, body=membership.body_id, why=why):
        end_membership(membership=membership, on=on, by=by, why=why, seen=seen)
        return appoint(
            committee=membership.committee,
            role=Role(membership.role),
            on=on,
            by=by,
            organisation=organisation,
            seats=membership.seats,
            voting=membership.voting,
            until=until,
            until_precision=precision,
            why=why,
        )


def correct_membership(*, membership: Membership, by: Actor, why: str, seen: str = "", **fields: Any) -> None:
    """Set right what was entered wrongly; unlike a change, this says that it never was otherwise.

    Args:
        membership: the wrong record.
        by: who corrects it.
        why: what was wrong; needed, because corrections change what past dates show.
        seen: the ``state_of_seat`` on which the clerk decided; empty if nobody has looked at it before.
        fields: plain fields of ``Membership`` with their right values.

    Raises:
        SeatTaken: if the corrected seat overlaps an equal one.
        ChangedMeanwhile: if the seat is not in the state ``seen`` any more.
        UserFacingError: without a reason.
    """
    require_change(actor=by, committee=membership.committee)
    if not why.strip():
        raise UserFacingError(
            "Bitte kurz sagen, was falsch war: Eine Berichtigung ändert auch vergangene Stände.", field="why"
        )
    start, end = (
        fields.get("valid_from", membership.valid_from),
        fields.get("valid_until", membership.valid_until),
    )
    check_period(start, end)
    with explained(), change(by=by, body=membership.body_id, why=why) as made:
        require_unmoved(membership, seen)
        made.update(membership, action="committees.correct_membership", **fields)


def _first_conflict(wanted: list[Appointment]) -> str:
    """Name the first seat of a refused batch that the register, or an earlier one of the batch, stands against."""
    given: dict[tuple[int, int | None, int | None, Role], list[Period]] = {}
    for one in wanted:
        key = (
            one.committee.pk,
            getattr(one.organisation, "pk", None),
            getattr(one.person, "pk", None),
            one.role,
        )
        seats = Membership.objects.filter(committee=key[0], organisation=key[1], person=key[2], role=key[3])
        taken = [Period(*seat) for seat in seats.values_list("valid_from", "valid_until")] + given.get(
            key, []
        )
        period = Period(one.on, one.until)
        if any(period.overlaps(other) for other in taken):
            return f"{one.committee}, {one.organisation or one.person} ({one.role.label}): "
        given.setdefault(key, []).append(period)
    return ""


def _membership(wanted: Appointment) -> Membership:
    return Membership(
        body_id=wanted.committee.body_id,
        committee=wanted.committee,
        organisation=wanted.organisation,
        person=wanted.person,
        role=wanted.role,
        seats=wanted.seats,
        voting=wanted.voting,
        valid_from=wanted.on,
        from_precision=wanted.on_precision.value,
        valid_until=wanted.until,
        until_precision=wanted.until_precision.value,
        note=wanted.note,
    )


def _check(wanted: Appointment) -> None:
    if (wanted.organisation is None) == (wanted.person is None):
        raise UserFacingError(
            "Ein Sitz gehört entweder einer Organisation oder einer Person.", field="organisation"
        )
    if wanted.seats < 1:
        raise UserFacingError("Die Zahl der Sitze muss mindestens 1 sein.", field="seats")
    check_period(wanted.on, wanted.until)
