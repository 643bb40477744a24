"""Contact points, descriptions, confirmations, and the unit that answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor
from gremienwerk.organisations.models import ContactPoint, Organisation, ReportingUnit
from gremienwerk.organisations.rules import require_editor


def describe_organisation(*, organisation: Organisation, by: Actor, why: str = "", **fields: Any) -> None:
    """Correct plain facts of an organisation; names have ``rename_organisation``."""
    require_editor(actor=by, body=organisation.body_id)
    with change(by=by, body=organisation.body_id, why=why) as made:
        made.update(organisation, action="organisations.describe", **fields)


def add_contact_point(
    *,
    organisation: Organisation,
    function: str,
    by: Actor,
    email: str = "",
    phone: str = "",
    is_personal: bool = False,
) -> ContactPoint:
    """Add a way to reach an organisation; ``function`` says which office answers."""
    require_editor(actor=by, body=organisation.body_id)
    with change(by=by, body=organisation.body_id) as made:
        point = ContactPoint(
            body_id=organisation.body_id,
            organisation=organisation,
            function=function,
            email=email,
            phone=phone,
            is_personal=is_personal,
        )
        made.create(point, action="organisations.add_contact_point")
    return point


def confirm_organisation(*, organisation: Organisation, on: date, confirmed_by: str, by: Actor) -> None:
    """Note that somebody has confirmed the facts of an organisation on a day."""
    require_editor(actor=by, body=organisation.body_id)
    with change(by=by, body=organisation.body_id) as made:
        made.update(organisation, action="organisations.confirm", confirmed_on=on, confirmed_by=confirmed_by)


def set_reporting_unit(*, body: Body, organisation: Organisation, by: Actor) -> None:
    """Say which unit answers for the body when an inquiry names none."""
    require_editor(actor=by, body=body.pk)
    with change(by=by, body=body.pk) as made:
        present = ReportingUnit.objects.filter(body=body).first()
        if present is None:
            made.create(
                ReportingUnit(body=body, organisation=organisation), action="organisations.set_reporting_unit"
            )
        else:
            made.update(present, action="organisations.set_reporting_unit", organisation=organisation)
