"""Who sits where in public on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, FilteredRelation, QuerySet

from gremienwerk.committees.models import Role
from gremienwerk.committees.models.memberships import seat_certainty
from gremienwerk.committees.status import Status
from gremienwerk.core.dates import Certainty, Precision, VagueDate, day_before, widen
from gremienwerk.core.german import sort_key
from gremienwerk.publishing.models import PublicFacet, PublicRecord, PublicSeat
from gremienwerk.publishing.queries.reading import (
    held,
    of_body,
)
from gremienwerk.publishing.records import Reference

_HEADS = (Role.LEAD.value, Role.SECRETARIAT.value, Role.CHAIR.value)


class Glance(NamedTuple):
    """What a list of committees shows of the seats of one: who leads, how many organisations, whether migrants'."""

    leads: tuple[Reference, ...]
    organisations: int
    has_migrant_organisations: bool


NOBODY = Glance((), 0, False)


def glances(*, body: int, on: date, committees: Iterable[UUID]) -> dict[UUID, Glance]:
    """What lists show of the seats of committees on a day; three queries, whatever the number of seats."""
    rows = of_body(PublicSeat, body=body).filter(
        held(on=on), committee__in=list(committees), organisation__isnull=False
    )
    numbers = rows.values_list("committee").annotate(number=Count("organisation", distinct=True))
    migrants = of_body(PublicFacet, body=body).filter(noun=PublicRecord.Noun.ORGANISATION, facet="migrants")
    theirs = rows.filter(organisation__in=migrants.values("record"))
    with_migrants = set(theirs.values_list("committee_id", flat=True).distinct())
    heads: dict[UUID, dict[str, dict[UUID, Reference]]] = {}
    for committee, role, *holder in with_holder(rows.filter(role__in=_HEADS), on=on).values_list(
        "committee_id", "role", "organisation_id", "titled__title", "titled__short_title"
    ):
        found = Reference(holder[0], holder[1] or "", holder[2] or "")
        heads.setdefault(committee, {}).setdefault(role, {})[found.uid] = found
    return {
        committee: Glance(_leads(heads.get(committee, {})), number, committee in with_migrants)
        for committee, number in numbers
    }


def _leads(by_role: dict[str, dict[UUID, Reference]]) -> tuple[Reference, ...]:
    """Those that lead; failing those, that run or chair."""
    found = next((by_role[role] for role in _HEADS if role in by_role), {})
    return tuple(sorted(found.values(), key=lambda lead: sort_key(lead.name)))


def with_holder(rows: QuerySet[Any], *, on: date) -> QuerySet[Any]:
    """Seats joined with the name their organisation bore on the day, as ``titled``."""
    condition = held(on=on, path="organisation__titles__")
    found: QuerySet[Any] = rows.annotate(titled=FilteredRelation("organisation__titles", condition=condition))
    return found


def ended_committees(*, body: int, on: date) -> QuerySet[Any]:
    """Identifiers of the public committees that have ended by the day, as a subquery."""
    rows = of_body(PublicFacet, body=body).filter(
        held(on=on),
        noun=PublicRecord.Noun.COMMITTEE,
        facet="status",
        value=Status.ENDED.value,
    )
    found: QuerySet[Any] = rows.values_list("record", flat=True)
    return found


def since(start: date | None, precision: str, *_end: Any) -> VagueDate | None:
    """When a seat began, as exactly as it is known."""
    return widen(start, Precision(precision)) if start else None


def last(_start: Any, _precision: Any, end: date | None, precision: str) -> VagueDate | None:
    """The last day of a seat, as exactly as it is known; None while no end is recorded."""
    return widen(day_before(end), Precision(precision)) if end else None


def certainty(*dates: Any, on: date) -> Certainty:
    """Whether a seat with these four date columns exists on a day."""
    return seat_certainty(*dates, on=on)
