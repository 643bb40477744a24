"""Who sends an answer: the office of the reporting unit and how it is reached, never that of another unit."""

from __future__ import annotations

from typing import NamedTuple

from gremienwerk.bodies.models import Body
from gremienwerk.core.german import fold
from gremienwerk.organisations.models import ContactPoint, Organisation
from gremienwerk.organisations.models.organisations import reporting_unit_of


class Sender(NamedTuple):
    """The office in the letterhead; empty where nothing is recorded."""

    department: str
    street: str
    postcode_city: str
    phone: str
    email: str
    website: str


def sender_of(*, body: Body, unit: Organisation, name: str) -> Sender:
    """The office of a unit; two queries.

    The body's settings hold the office of its default reporting unit. For any other unit its own address and
    contact point are taken (never the address of a person), failing those the body's postal address alone:
    telephone and e-mail of the settings belong to an office that is not asked.

    Args:
        body: the sender's body.
        unit: the unit that answers.
        name: the unit's name on the day of the answer.
    """
    contacts = ContactPoint.objects.filter(organisation=unit, is_personal=False).order_by("pk")
    contact = contacts.first()
    default = reporting_unit_of(body)
    street, place = body.street, f"{body.postcode} {body.city}".strip()
    if default == unit or (default is None and fold(body.department) in ("", fold(name))):
        return Sender(body.department or name, street, place, body.phone, body.email, body.website)
    if unit.street and unit.city:
        street, place = unit.street, f"{unit.postcode} {unit.city}".strip()
    phone, email = (contact.phone, contact.email) if contact else ("", "")
    return Sender(name, street, place, phone, email, unit.website or body.website)
