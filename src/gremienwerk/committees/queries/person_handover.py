"""What becomes of the seats that a person fills if another one takes them all over, for good or for an absence."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.db.models import Q

from gremienwerk.committees.models import Membership, Representative
from gremienwerk.committees.queries.handover import Outcome
from gremienwerk.core.fingerprint import fingerprint
from gremienwerk.core.german import sort_key
from gremienwerk.core.periods import Period
from gremienwerk.organisations.models import Person


class PersonLine(NamedTuple):
    """A seat that the person fills, or holds in their own right (``filled`` is None then), and what becomes of it."""

    membership: Membership
    filled: Representative | None
    outcome: Outcome


def person_handover(
    *, person: Person, successor: Person | None, on: date, until: date | None = None
) -> list[PersonLine]:
    """What a person does on the day and later, and what becomes of each; three queries.

    In the German order of the committees' names.

    Args:
        person: who leaves or is absent.
        successor: who takes over; None to read only what there is.
        on: the first day on which somebody else does it.
        until: the first day on which the person does it again; None: for good.
    """
    open_then = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    seat = ("membership__committee__kind", "membership__organisation", "person")
    filled = Representative.objects.filter(open_then, person=person).select_related(*seat)
    taken: dict[int, list[Period]] = {}
    for row in Representative.objects.filter(open_then, person=successor) if successor else ():
        taken.setdefault(row.membership_id, []).append(Period(row.valid_from, row.valid_until))
    lines = [
        PersonLine(row.membership, row, _outcome(row, on, until, taken.get(row.membership_id, [])))
        for row in filled
    ]
    own = Membership.objects.filter(open_then, person=person).select_related("committee__kind", "person")
    lines += [PersonLine(row, None, Outcome.STAYS) for row in own]
    return sorted(lines, key=lambda line: (sort_key(str(line.membership.committee)), line.membership.pk))


def state_of_person_handover(*, lines: list[PersonLine]) -> str:
    """A fingerprint of what was shown; it differs as soon as one of the seats, or what becomes of it, does."""
    return fingerprint(
        values=[
            [
                line.membership.pk,
                line.filled and [line.filled.pk, line.filled.valid_from, line.filled.valid_until],
                line.outcome.value,
            ]
            for line in lines
        ]
    )


def _outcome(row: Representative, on: date, until: date | None, taken: list[Period]) -> Outcome:
    if row.membership.committee.kind.is_council:
        return Outcome.STAYS
    if row.valid_from is not None and row.valid_from >= on:
        return Outcome.LATER
    ends = min(filter(None, (until, row.valid_until)), default=None)
    return Outcome.ENDS if any(period.overlaps(Period(on, ends)) for period in taken) else Outcome.GOES_OVER
