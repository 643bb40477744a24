"""Where an organisation sits: its own seats on a day and those of the units below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from gremienwerk.committees.queries import CommitteeFacts, SeatFacts, committees_on, seats_of_organisations
from gremienwerk.committees.status import Status
from gremienwerk.core.dates import Certainty, Precision, VagueDate, write_vague_date
from gremienwerk.core.german import sort_key
from gremienwerk.organisations.queries import OrganisationFacts


class SeatRow(NamedTuple):
    """One seat as the page of its holder shows it; ``since`` and ``until`` are empty where not recorded."""

    committee: UUID
    committee_name: str
    status: str
    status_word: str
    role: str
    seats: int
    since: str
    until: str
    is_certain: bool
    holder: UUID
    holder_name: str


def seats_held(
    *, body: int, on: date, holders: Iterable[int], organisations: Mapping[int, OrganisationFacts]
) -> dict[int, list[SeatRow]]:
    """The seats of several organisations on a day by holder, in the order of the committees; eight queries.

    Seats in ended committees do not count; those in planned ones do and say so.
    """
    by_committee = seats_of_organisations(body=body, on=on, organisations=holders)
    committees = committees_on(body=body, on=on, only=by_committee)
    found: dict[int, list[SeatRow]] = {}
    for committee in committees:
        if committee.status is not Status.ENDED:
            for seat in by_committee[committee.id]:
                holder = seat.holder.organisation
                if holder is not None:
                    found.setdefault(holder, []).append(_row(seat, committee, organisations[holder]))
    return found


def in_order(*, rows: Iterable[SeatRow]) -> list[SeatRow]:
    """Seats of several holders, by holder and then by committee, in German order."""
    return sorted(rows, key=lambda row: (sort_key(row.holder_name), sort_key(row.committee_name)))


def write_end(*, end: VagueDate) -> str:
    """The last day of a seat in words: "bis 31. Dezember 2022", "bis Ende 2022"."""
    words = write_vague_date(end)
    return words if end.precision is Precision.BY_END else _("bis %(day)s") % {"day": words}


def _row(seat: SeatFacts, committee: CommitteeFacts, holder: OrganisationFacts) -> SeatRow:
    return SeatRow(
        committee=committee.uid,
        committee_name=committee.display_name,
        status=committee.status.value,
        status_word=committee.status.word,
        role=str(seat.role.label),
        seats=seat.seats,
        since=write_vague_date(seat.since) if seat.since else "",
        until=write_end(end=seat.last) if seat.last else "",
        is_certain=seat.certainty is Certainty.YES,
        holder=holder.uid,
        holder_name=holder.name,
    )
