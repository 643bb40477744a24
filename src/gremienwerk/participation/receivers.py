"""Who is asked about a committee: its own contact, or the office of an organisation that leads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gremienwerk.committees.queries import CommitteeFacts
from gremienwerk.committees.queries.seats import LEADING
from gremienwerk.organisations.models import ContactPoint


class ReminderReceiver(NamedTuple):
    """An address and whose it is."""

    address: str
    name: str


def receivers_of(*, body: int, committees: Iterable[CommitteeFacts]) -> dict[int, ReminderReceiver]:
    """Whom to ask, by committee; one query. Committees without any address are missing.

    The committee's own contact comes first, then who leads, runs and chairs it, in this order; of an organisation the
    address of a function before that of a person.
    """
    wanted = list(committees)
    leading = {one.id: _leading(one) for one in wanted}
    points = ContactPoint.objects.filter(
        body=body, organisation__in={key for keys in leading.values() for key in keys}
    ).exclude(email="")
    by_organisation: dict[int, ReminderReceiver] = {}
    for key, address, name in points.order_by("is_personal", "pk").values_list(
        "organisation_id", "email", "organisation__name"
    ):
        by_organisation.setdefault(key, ReminderReceiver(address, name))
    found = {}
    for one in wanted:
        if one.contact_email:
            found[one.id] = ReminderReceiver(one.contact_email, one.contact)
        else:
            known = [by_organisation[key] for key in leading[one.id] if key in by_organisation]
            found.update({one.id: known[0]} if known else {})
    return found


def _leading(committee: CommitteeFacts) -> list[int]:
    return [
        seat.holder.organisation
        for role in LEADING
        for seat in committee.seats
        if seat.role is role and seat.holder.organisation is not None
    ]
