"""Lines of lists of organisations, read by bare statements for rows whose order is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from gremienwerk.publishing.queries.plain import (
    HELD,
    as_moment,
    as_uid,
    as_values,
    chosen,
    fetched,
    identifiers,
    numbered,
    numbers,
)

_LINES = f"""
    SELECT r.id, r.uid, t.title, t.short_title, r.kinds, f.value, r.content, r.modified_at
    FROM {{chosen}} CROSS JOIN publishing_publicrecord r
    LEFT JOIN publishing_publicfacet f ON f.record_id = r.uid AND f.facet = 'existence' AND {HELD.format("f")}
    LEFT JOIN publishing_publictitle t ON t.record_id = r.uid AND {HELD.format("t")}
    WHERE r.id = chosen.value AND r.body_id = %s AND r.noun = 'organisation' AND r.withdrawn_at IS NULL
"""  # noqa: S608 - put together from constants only
_SEATS = f"""
    SELECT s.organisation_id, COUNT(*)
    FROM {{chosen}} CROSS JOIN publishing_publicseat s
    WHERE s.organisation_id = chosen.value AND {HELD.format("s")} AND NOT EXISTS (
        SELECT 1 FROM publishing_publicfacet f WHERE f.record_id = s.committee_id AND f.facet = 'status'
        AND f.value = 'ended' AND {HELD.format("f")}
    )
    GROUP BY s.organisation_id
"""  # noqa: S608 - put together from constants only


class Line(NamedTuple):
    """What the public rows hold of an organisation on a day; ``existence`` is None once it is dissolved."""

    uid: UUID
    name: str
    short_name: str
    kinds: Any
    existence: str | None
    content: dict[str, Any]
    modified_at: Any


def lines(*, body: int, on: date, keys: Sequence[int]) -> list[Line]:
    """Organisations of a day by their primary keys, in this order; those that are no longer public are missing.

    Args:
        body: primary key of the body; rows of another one are not read.
        on: the day; names and existence are those of that day.
        keys: primary keys of public records.
    """
    if not keys:
        return []
    found = {}
    for key, uid, *row in fetched(_LINES.format(chosen=numbered()), (numbers(keys), on, on, on, on, body)):
        name, short, kinds, state, content, modified = row
        found[key] = Line(
            as_uid(uid), name, short, as_values(kinds), state, as_values(content), as_moment(modified)
        )
    return [found[key] for key in keys if key in found]


def seat_numbers(*, on: date, organisations: Sequence[UUID]) -> dict[UUID, int]:
    """How many seats organisations hold on a day in committees that have not ended; one bare statement."""
    if not organisations:
        return {}
    rows = fetched(_SEATS.format(chosen=chosen()), (identifiers(organisations), on, on, on, on))
    return {as_uid(uid): number for uid, number in rows}
