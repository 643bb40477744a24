"""Bare statements for what is asked most: the same text and the same values on both databases.

The ORM takes longer to put such a statement together than the database to answer it (``docs/benchmarks.md``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

#: That a half-open period holds a day: the name of a table, and the day twice.
HELD = (
    "({0}.valid_from IS NULL OR {0}.valid_from <= %s) AND ({0}.valid_until IS NULL OR {0}.valid_until > %s)"
)

#: That something is shown on a day: the name of a table, the earlier and the later of the day and the present one.
SHOWN = (
    "({0}.shown_from IS NULL OR {0}.shown_from <= %s) AND ({0}.shown_until IS NULL OR {0}.shown_until > %s)"
)


def fetched(statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows that a statement gives."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def among() -> str:
    """The condition that a column holds one of some identifiers, with one value: ``identifiers`` (or ``numbers``)."""
    if connection.vendor == "postgresql":
        return "= ANY(%s)"
    return "IN (SELECT value FROM json_each(%s))"


def chosen() -> str:
    """The same identifiers as a table ``chosen`` with the column ``value``, to stand first in FROM.

    With CROSS JOIN behind it SQLite looks for each of them; left to choose, and knowing that all rows are of one
    body, it reads the seats of that body by date.
    """
    return "unnest(%s::uuid[]) chosen(value)" if connection.vendor == "postgresql" else "json_each(%s) chosen"


def identifiers(uids: Iterable[UUID]) -> Any:
    """Identifiers as the one value of ``among``: SQLite takes only so many values, and keeps them as text."""
    if connection.vendor == "postgresql":
        return list(uids)
    return json.dumps([uid.hex for uid in uids])


def numbered() -> str:
    """Primary keys as a table ``chosen`` with the column ``value``, for ``numbers``; see ``chosen``."""
    return (
        "unnest(%s::bigint[]) chosen(value)" if connection.vendor == "postgresql" else "json_each(%s) chosen"
    )


def numbers(keys: Sequence[int]) -> Any:
    """Primary keys as the one value of ``numbered``."""
    return list(keys) if connection.vendor == "postgresql" else json.dumps(list(keys))


def identifier(uid: UUID) -> Any:
    """One identifier as a value."""
    return uid if connection.vendor == "postgresql" else uid.hex


def as_uid(value: Any) -> UUID:
    """SQLite keeps identifiers as text, PostgreSQL as such."""
    return value if isinstance(value, UUID) else UUID(value)


def as_day(value: Any) -> date | None:
    """SQLite gives days as text, PostgreSQL as such."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def as_moment(value: Any) -> datetime:
    """SQLite gives instants as text in UTC, PostgreSQL as such."""
    return datetime.fromisoformat(value).replace(tzinfo=UTC) if isinstance(value, str) else value


def as_values(value: Any) -> Any:
    """What a JSON column holds; both databases give it as text."""
    return orjson.loads(value) if isinstance(value, str) else value
