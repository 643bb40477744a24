"""What becomes of the seats of an organisation if another one takes them all over from a day on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from django.db.models import Q

from gremienwerk.committees.models import Membership
from gremienwerk.committees.queries.state import state_of_seat
from gremienwerk.core.fingerprint import fingerprint
from gremienwerk.core.german import sort_key
from gremienwerk.core.periods import Period
from gremienwerk.organisations.models import Organisation


class Outcome(StrEnum):
    """What becomes of one seat."""

    GOES_OVER = "goes_over"
    #: The successor holds an equal seat already: the old one ends.
    ENDS = "ends"
    #: The council information system keeps the committee.
    STAYS = "stays"
    #: It begins on that day or later.
    LATER = "later"


class HandoverLine(NamedTuple):
    """One seat, and what becomes of it."""

    membership: Membership
    outcome: Outcome


def handover(*, organisation: Organisation, successor: Organisation, on: date) -> list[HandoverLine]:
    """The seats of an organisation that are not over on the day, and what becomes of each; two queries.

    In the German order of the committees' names.
    """
    open_then = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    rows = Membership.objects.filter(open_then, organisation=organisation)
    seats = list(rows.select_related("committee__kind", "organisation", "person"))
    taken: dict[tuple[int, str], list[Period]] = {}
    own = Membership.objects.filter(open_then, organisation=successor)
    for committee, role, start, end in own.values_list("committee_id", "role", "valid_from", "valid_until"):
        taken.setdefault((committee, role), []).append(Period(start, end))
    lines = [
        HandoverLine(seat, _outcome(seat, on, taken.get((seat.committee_id, seat.role), [])))
        for seat in seats
    ]
    return sorted(lines, key=lambda line: (sort_key(str(line.membership.committee)), line.membership.role))


def state_of_handover(*, lines: list[HandoverLine]) -> str:
    """A fingerprint of what was shown; it differs as soon as one of the seats, or what becomes of it, does."""
    return fingerprint(
        values=[[state_of_seat(membership=line.membership), line.outcome.value] for line in lines]
    )


def _outcome(seat: Membership, on: date, taken: list[Period]) -> Outcome:
    if seat.committee.kind.is_council:
        return Outcome.STAYS
    if seat.valid_from is not None and seat.valid_from >= on:
        return Outcome.LATER
    if any(period.overlaps(Period(on, seat.valid_until)) for period in taken):
        return Outcome.ENDS
    return Outcome.GOES_OVER
