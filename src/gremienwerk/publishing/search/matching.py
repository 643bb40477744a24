"""Asking the database which entries hold which index words; the only file that knows the two dialects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction

from gremienwerk.publishing.search.analysis import ANYWHERE, SCOPE, scopes

# A class of advisory locks of our own, so that no other lock of the same number is meant.
_LOCK_CLASS = 0x5EA2


#: An entry that holds what was asked: its number, its noun, and its record as the database writes it. No class of its
#: own, because thousands are made for a question.
Key = tuple[int, str, str]


class Candidate(NamedTuple):
    """An entry that holds what was asked, with what its place among the hits depends on."""

    key: int
    noun: str
    record: str  # the UUID as 32 digits: most candidates are judged and never shown
    language: str
    title_key: bytes
    tokens: list[str]


class AnyOf(tuple[str, ...]):
    """Index words of which one suffices."""

    __slots__ = ()


class AllOf(tuple["AnyOf | AllOf | OneOf", ...]):
    """Conditions that must all hold."""

    __slots__ = ()


class OneOf(tuple["AnyOf | AllOf | OneOf", ...]):
    """Conditions of which one suffices."""

    __slots__ = ()


Condition = AnyOf | AllOf | OneOf
Value = str | int | bytes | date


def keys(*, body: int, condition: Condition, nouns: Collection[str] | None, on: date, most: int) -> list[Key]:
    """Entries shown on a day that meet a condition, in the order in which they were written."""
    sql, values = _query(body, condition, nouns, on)
    return sorted(_keys(sql, [*values, most]))


def titled(*, body: int, begin: str, nouns: Collection[str] | None, on: date, most: int) -> list[Key]:
    """Entries shown on a day whose folded title begins with a text, in the order of their titles."""
    shown, days = _shown(on)
    sql = (
        "FROM publishing_searchentry e WHERE e.body_id = %s AND e.title_key >= %s AND e.title_key < %s"
        + shown
    )
    values: list[Value] = [body, begin.encode(), begin.encode() + b"\xff", *days]
    if nouns is not None:
        sql += f" AND e.noun IN ({', '.join(['%s'] * len(nouns))})"
        values += sorted(nouns)
    return _keys(sql + " ORDER BY e.title_key, e.id", [*values, most])


def _keys(sql: str, values: Sequence[Value]) -> list[Key]:
    # An identifier as an object would take longer to make than to find.
    record = "e.record::text" if connection.vendor == "postgresql" else "e.record"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT e.id, e.noun, {record} {sql} LIMIT %s", values)
        return list(cursor.fetchall())


def candidates(chosen: Iterable[int]) -> list[Candidate]:
    """What the places of entries depend on, in the order in which they were written."""
    listed = sorted(set(chosen))
    if not listed:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.id, e.noun, e.record, e.language, e.title_key, e.tokens FROM publishing_searchentry e "  # noqa: S608
            f"WHERE e.id IN ({', '.join(map(str, listed))})"
        )
        rows = cursor.fetchall()
    return sorted(
        Candidate(key, noun, _hex(record), language, bytes(title), tokens.split())
        for key, noun, record, language, title, tokens in rows
    )


def _hex(record: UUID | str) -> str:
    return record.hex if isinstance(record, UUID) else record


def is_held(*, body: int, word: str) -> bool:
    """Whether any entry of the body holds a word, shown or not."""
    condition = AllOf((AnyOf((f"{SCOPE}{body}",)), AnyOf((ANYWHERE + word,))))
    sql, values = _query(body, condition, None, None)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 {sql} LIMIT 1", values)
        return cursor.fetchone() is not None


@contextmanager
def by_index() -> Iterator[None]:
    """Keep PostgreSQL from reading all entries: it takes the comparison of words for cheaper than it is."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        yield


def wait_for_turn(*, body: int) -> None:
    """Writers of a body's index come one after another, so that words get their keys in the order of commits.

    They would wait for each other at the body's revision anyway; SQLite has one writer at a time.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK_CLASS, body])


def _query(
    body: int, condition: Condition, nouns: Collection[str] | None, on: date | None
) -> tuple[str, list[Value]]:
    scope: Sequence[str] = [token for noun in nouns or () for token in scopes(body=body, noun=noun)[1:]]
    whole = AllOf((AnyOf(scope or scopes(body=body)), condition))
    values: list[Value]
    if connection.vendor == "postgresql":
        sql = "FROM publishing_searchentry e WHERE array_to_tsvector(string_to_array(e.tokens, ' ')) @@ %s::tsquery"
        values = [_written(whole, quote="'", both=" & ", either=" | ")]
    else:
        # CROSS keeps SQLite from walking the entries and asking the index about each.
        sql = (
            "FROM search_entry_tokens CROSS JOIN publishing_searchentry e ON e.id = search_entry_tokens.rowid "
            "WHERE search_entry_tokens MATCH %s"
        )
        values = [_written(whole, quote='"', both=" AND ", either=" OR ")]
    shown, days = _shown(on)
    return sql + shown, [*values, *days]


def _shown(on: date | None) -> tuple[str, list[date]]:
    if on is None:
        return "", []
    return (
        " AND (e.shown_from IS NULL OR e.shown_from <= %s) AND (e.shown_until IS NULL OR e.shown_until > %s)",
        [on, on],
    )


def _written(condition: Condition, *, quote: str, both: str, either: str) -> str:
    """A condition in the database's own words; index words are letters and digits and need no escaping."""
    parts: Iterable[str]
    if isinstance(condition, AnyOf):
        parts = (f"{quote}{word}{quote}" for word in condition)
    else:
        parts = (_written(part, quote=quote, both=both, either=either) for part in condition)
    return f"({(both if isinstance(condition, AllOf) else either).join(parts)})"
