"""Entries of the directory, read by one bare statement; an entry that has not changed is made once.

What an entry shows depends on its stored text, the vocabulary, what the body has settled, and two days. All of
that is the key, so nothing kept can become wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from cachetools import LRUCache

from gremienwerk.publishing.queries.plain import (
    HELD,
    SHOWN,
    among,
    as_moment,
    as_uid,
    as_values,
    fetched,
    numbers,
)
from gremienwerk.publishing.queries.reading import (
    Scheme,
    Terms,
    day,
    some_terms,
    stored_terms,
    topics_of,
)
from gremienwerk.publishing.records import ProfileRow, ProfileText

_FROM = f"""
    FROM publishing_publicrecord r
    JOIN publishing_publiclink l ON l.source_id = r.uid AND l.meaning = 'profile_of'
    JOIN publishing_publicrecord o ON o.uid = l.target_id
    LEFT JOIN publishing_publictitle t ON t.record_id = l.target_id AND {HELD.format("t")}
    WHERE r.body_id = %s AND r.noun = 'profile' AND r.withdrawn_at IS NULL AND {SHOWN.format("r")}
"""
# Names are left out: each entry has one, so that they change no number.
_COUNTED = f"""
    SELECT COUNT(*) FROM publishing_publicrecord r
    JOIN publishing_publiclink l ON l.source_id = r.uid AND l.meaning = 'profile_of'
    WHERE r.body_id = %s AND r.noun = 'profile' AND r.withdrawn_at IS NULL AND {SHOWN.format("r")}
"""  # noqa: S608 - put together from constants only
_COLUMNS = "l.target_id, t.title, t.short_title, o.kinds, r.content, r.created_at, r.modified_at"
_PLAIN = (
    "description", "offers", "opening_times", "accessibility", "accessibility_note", "contact_function", "website",
    "city", "district",
)  # fmt: skip
_MOST_KEPT = 4_000


class Asked(NamedTuple):
    """Whose entries, on which day, and which of them: ``keys`` are primary keys of entries, None means all."""

    body: int
    on: date
    today: date
    keys: tuple[int, ...] | None

    @property
    def _values(self) -> list[Any]:
        days = [self.on, self.on, self.body, min(self.on, self.today), max(self.on, self.today)]
        return days if self.keys is None else [*days, numbers(self.keys)]

    @property
    def _condition(self) -> str:
        return "" if self.keys is None else f" AND r.id {among()}"

    def total(self) -> int:
        """How many there are; one query unless the keys are known."""
        if self.keys is not None:
            return len(self.keys)
        counted: int = fetched(f"SELECT COUNT(*) {_FROM}", self._values)[0][0]
        return counted

    def rows(self, *, start: int, stop: int | None) -> list[tuple[Any, ...]]:
        """As they are stored, in German order; one query. ``stop`` None means to the end."""
        limit = "" if stop is None else f" LIMIT {int(stop - start)} OFFSET {int(start)}"
        order = f"{self._condition} ORDER BY t.sort_key, r.uid{limit}"
        return fetched(f"SELECT {_COLUMNS} {_FROM}{order}", self._values)


def entries(
    rows: Sequence[tuple[Any, ...]], *, known: Terms, mark_after: int, on: date, today: date
) -> tuple[ProfileRow, ...]:
    """Entries from their stored form.

    Args:
        rows: as ``Asked.rows`` gives them.
        known: the body's vocabulary.
        mark_after: days after which an entry that was not confirmed is marked.
        on: the day asked about.
        today: the present day.
    """
    made = _made(tuple(known.items()), mark_after, on, today)
    found = []
    for row in rows:
        # PostgreSQL's driver gives JSON as text as well, so that every row can be a key.
        entry = made.get(row)
        if entry is None:
            entry = made[row] = profile_row(row, known, mark_after, on, today)
        found.append(entry)
    return tuple(found)


@lru_cache(maxsize=8)
def _made(
    _vocabulary: tuple[Any, ...], _mark_after: int, _on: date, _today: date
) -> LRUCache[tuple[Any, ...], ProfileRow]:
    """What was made under these conditions, by the stored row."""
    return LRUCache(maxsize=_MOST_KEPT)


def profile_row(row: tuple[Any, ...], known: Terms, mark_after: int, on: date, today: date) -> ProfileRow:
    """One entry from its stored form; arguments as for ``entries``."""
    uid, name, short, kinds, stored, created, modified = row
    content = as_values(stored)
    given = {
        field: value
        for field, (value, start) in content["consented"].items()
        if date.fromisoformat(start) <= min(on, today)
    }
    exact = given.get("position")
    middle = content["district_middle"]
    latitude, longitude = exact or middle or (None, None)
    confirmed = day(content["confirmed_on"])
    return ProfileRow(
        uid=as_uid(uid),
        name=name,
        short_name=short,
        kinds=stored_terms(as_values(kinds)),
        offer_tags=some_terms(known, Scheme.OFFER, content["offer_tags"]),
        target_groups=tuple(content["target_groups"]),
        email=given.get("email", ""),
        phone=given.get("phone", ""),
        links=tuple(content["links"]),
        street=given.get("street", ""),
        postcode=given.get("postcode", ""),
        latitude=latitude,
        longitude=longitude,
        is_exact_position=exact is not None,
        languages=tuple(content["languages"]),
        aliases=tuple(content["aliases"]),
        topics=topics_of(known, content["topics"]),
        confirmed_on=confirmed,
        needs_confirmation=confirmed is None or confirmed + timedelta(days=mark_after) <= today,
        texts=tuple(ProfileText(*text) for text in content["texts"]),
        created_at=as_moment(created),
        modified_at=as_moment(modified),
        **{field: content[field] for field in _PLAIN},
    )
