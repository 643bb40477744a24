"""What the register gives to the public: one value per public record, comparable with what is stored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from gremienwerk.core.dates import VagueDate
from gremienwerk.core.german import fold, sort_key
from gremienwerk.publishing.records import Term
from gremienwerk.publishing.search.records import SearchSource

DateRange = tuple[date | None, date | None]


class TitleSpan(NamedTuple):
    """The name borne during a half-open period."""

    title: str
    short_title: str
    valid_from: date | None
    valid_until: date | None


class FacetValue(NamedTuple):
    """A value to choose by, during a half-open period."""

    facet: str
    value: str
    valid_from: date | None = None
    valid_until: date | None = None


class Projected(NamedTuple):
    """A public record as the register has it now; ``titles`` cover all days, ``search`` is what it is found by."""

    noun: str
    source_key: int
    uid: UUID
    title: str
    short_title: str
    kinds: tuple[Term, ...]
    content: dict[str, Any]
    folded: str
    titles: tuple[TitleSpan, ...]
    facets: tuple[FacetValue, ...]
    turns: frozenset[date]
    search: tuple[SearchSource, ...]
    starts_at: datetime | None = None
    day: date | None = None
    shown_from: date | None = None
    shown_until: date | None = None

    @property
    def checksum(self) -> str:
        """SHA-256 over everything; equal values make equal rows."""
        plain = self._asdict() | {"turns": sorted(self.turns)}
        text = json.dumps(plain, sort_keys=True, default=str, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def sort_bytes(title: str) -> bytes:
    """The German order of a name as bytes that every database compares alike; nameless ones come last."""
    if not title:
        return b"\xff"
    key, text = sort_key(title)
    return key.encode() + b"\x00" + text.encode()


def folded_words(*texts: str) -> str:
    """All words in the form in which spellings compare equal."""
    return " ".join(filter(None, (fold(text) for text in texts)))


def vague_plain(value: VagueDate | None) -> list[str | None] | None:
    """A vague date as [earliest, latest, precision], None without one."""
    if value is None:
        return None
    earliest = value.earliest.isoformat() if value.earliest else None
    return [earliest, value.latest.isoformat(), value.precision.value]


def iso(day: date | None) -> str | None:
    """A day in ISO form."""
    return day.isoformat() if day else None


def spans(
    days: Iterable[date], value_on: Callable[[date], Any]
) -> Iterator[tuple[Any, date | None, date | None]]:
    """A value that depends on the day, as half-open periods of equal values that cover all days.

    Args:
        days: every day on which the value may change (more do no harm).
        value_on: the value of a day.
    """
    turns = sorted(set(days))
    probes: list[tuple[date | None, date]] = [(day, day) for day in turns]
    first = (turns[0] - timedelta(days=1)) if turns else date(2000, 1, 1)
    probes.insert(0, (None, first))
    runs: list[tuple[Any, date | None]] = []
    for start, probe in probes:
        value = value_on(probe)
        if not runs or runs[-1][0] != value:
            runs.append((value, start))
    for number, (value, start) in enumerate(runs):
        yield value, start, runs[number + 1][1] if number + 1 < len(runs) else None


def turning_days(*moments: VagueDate | None) -> set[date]:
    """Days on which a question about a vague date may get another answer."""
    found = set()
    for moment in moments:
        if moment is not None:
            found.add(moment.latest)
            found.add(moment.latest + timedelta(days=1))
            if moment.earliest is not None:
                found.add(moment.earliest)
    return found


def title_spans(
    current: tuple[str, str], former: Sequence[tuple[str, str, date | None, date | None]]
) -> tuple[TitleSpan, ...]:
    """The names of all days: a former one in its period, the current one else.

    Args:
        current: name and short name of today.
        former: name, short name, first day and first day after of each former name.
    """

    def on(day: date) -> tuple[str, str]:
        for name, short, start, end in former:
            if (start is None or start <= day) and end is not None and day < end:
                return name, short
        return current

    turns = {day for *_, start, end in former for day in (start, end) if day is not None}
    return tuple(TitleSpan(name, short, start, end) for (name, short), start, end in spans(turns, on))


def ends(values: Iterable[TitleSpan | FacetValue]) -> set[date]:
    """The first and last days of periods."""
    return {day for value in values for day in (value.valid_from, value.valid_until) if day is not None}
