"""Who sits where in public on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import FilteredRelation, QuerySet

from gremienwerk.committees.models import Role
from gremienwerk.committees.models.memberships import seat_certainty
from gremienwerk.committees.status import Status
from gremienwerk.core.dates import Certainty, Precision, VagueDate, day_before, widen
from gremienwerk.core.german import sort_key
from gremienwerk.publishing.models import PublicFacet, PublicRecord
from gremienwerk.publishing.queries.plain import HELD, as_uid, chosen, fetched, identifiers
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


_SEEN = f"""
    SELECT s.committee_id, s.organisation_id, s.role, t.title, t.short_title, EXISTS (
        SELECT 1 FROM publishing_publicfacet f WHERE f.record_id = s.organisation_id AND f.facet = 'migrants'
    )
    FROM {{chosen}} CROSS JOIN publishing_publicseat s
    LEFT JOIN publishing_publictitle t ON s.role IN ('lead', 'secretariat', 'chair')
         AND t.record_id = s.organisation_id AND {HELD.format("t")}
    WHERE s.committee_id = chosen.value AND s.organisation_id IS NOT NULL AND {HELD.format("s")}
"""  # noqa: S608 - put together from constants only


def glances(*, on: date, committees: Iterable[UUID]) -> dict[UUID, Glance]:
    """What lists show of the seats of committees on a day; one bare statement.

    The committees are of one body, so their seats are.
    """
    found: dict[Any, list[tuple[Any, ...]]] = {}
    for row in fetched(_SEEN.format(chosen=chosen()), (identifiers(committees), on, on, on, on)):
        found.setdefault(row[0], []).append(row)
    return {as_uid(committee): _glance(rows) for committee, rows in found.items()}


def _glance(rows: list[tuple[Any, ...]]) -> Glance:
    heads: dict[str, dict[UUID, Reference]] = {}
    for _, organisation, role, title, short_title, _ in rows:
        if role in _HEADS:
            head = Reference(as_uid(organisation), title or "", short_title or "")
            heads.setdefault(role, {})[head.uid] = head
    return Glance(_leads(heads), len({row[1] for row in rows}), any(row[5] for row in rows))


def _leads(by_role: dict[str, dict[UUID, Reference]]) -> tuple[Reference, ...]:
    """Those that lead; failing those, that run or chair."""
    found = next((by_role[role] for role in _HEADS if role in by_role), {})
    if len(found) < 2:
        return tuple(found.values())
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
