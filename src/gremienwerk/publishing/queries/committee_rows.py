"""Lines of lists of committees, read by one bare statement for rows whose order is known."""

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
    fetched,
    numbered,
    numbers,
)

_LINES = f"""
    SELECT r.id, r.uid, t.title, t.short_title, r.kinds, f.value, r.content, r.modified_at
    FROM {{chosen}} CROSS JOIN publishing_publicrecord r
    JOIN publishing_publicfacet f ON f.record_id = r.uid AND f.facet = 'status' AND {HELD.format("f")}
    LEFT JOIN publishing_publictitle t ON t.record_id = r.uid AND {HELD.format("t")}
    WHERE r.id = chosen.value AND r.body_id = %s AND r.noun = 'committee' AND r.withdrawn_at IS NULL
"""  # noqa: S608 - put together from constants only


class Line(NamedTuple):
    """What the public rows hold of a committee on a day."""

    uid: UUID
    name: str
    short_name: str
    kinds: Any
    status: str
    content: dict[str, Any]
    modified_at: Any


def lines(*, body: int, on: date, keys: Sequence[int]) -> list[Line]:
    """Committees of a day by their primary keys, in this order; those that are no longer public are missing.

    Args:
        body: primary key of the body; rows of another one are not read.
        on: the day; names and status are those of that day.
        keys: primary keys of public records.
    """
    if not keys:
        return []
    found = {}
    statement = _LINES.format(chosen=numbered())
    for key, uid, *row in fetched(statement, (numbers(keys), on, on, on, on, body)):
        name, short, kinds, status, content, modified = row
        found[key] = Line(
            as_uid(uid), name, short, as_values(kinds), status, as_values(content), as_moment(modified)
        )
    return [found[key] for key in keys if key in found]
