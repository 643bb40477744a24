"""The order of hits, ours on both databases, and the reason for each.

A word counts most in the title, then in other names, in keywords, in the text; and most as it was typed, then in
another form, as a synonym, a part, a similar word. Of equal hits the title nearest to the question comes first, then
German order decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gremienwerk.publishing.search.analysis import ANYWHERE, KEYWORD, NAME, TITLE
from gremienwerk.publishing.search.asking import Clause
from gremienwerk.publishing.search.matching import AllOf, AnyOf, Condition, OneOf
from gremienwerk.publishing.search.records import Field, Kind

_FIELDS = (
    (Field.TITLE, TITLE, 8.0),
    (Field.OTHER_NAME, NAME, 6.0),
    (Field.KEYWORD, KEYWORD, 3.0),
    (Field.TEXT, ANYWHERE, 1.0),
)
_SAME_TITLE = 4.0
_SAME_BEGINNING = 1.0


class Find(NamedTuple):
    """The best find for one clause in one entry; ``words`` are those of the index that may have been held."""

    value: float
    field: Field
    kind: Kind
    asked: str
    words: frozenset[str]


class _Way(NamedTuple):
    """One field and kind in which a clause may be met; ``sets`` are marked index words."""

    find: Find
    sets: tuple[frozenset[str], ...]


class Ranker:
    """Judges entries by one question."""

    def __init__(self, clauses: Sequence[Clause], *, question: Iterable[str]) -> None:
        self._ways = [_ways(clause) for clause in clauses]
        self._words = frozenset(
            word for ways in self._ways for way in ways for some in way.sets for word in some
        )
        self._question = " ".join(question).encode()

    def finds(self, tokens: Iterable[str]) -> list[Find]:
        """The best find for each clause that an entry with these index words meets."""
        held = self._words.intersection(tokens)
        best = (_best(ways, held) for ways in self._ways)
        return [find for find in best if find]

    def score(self, finds: Sequence[Find], *, title_key: bytes) -> float:
        """How well an entry answers the question; every unmet clause costs its share."""
        if not self._ways:
            return 0.0
        total = sum(find.value for find in finds) / len(self._ways)
        in_title = sum(1 for find in finds if find.field is Field.TITLE)
        total += in_title / (title_key.count(b" ") + 1 + len(self._ways))
        if title_key == self._question:
            return total + _SAME_TITLE
        return total + (_SAME_BEGINNING if title_key.startswith(self._question) else 0.0)


def condition(
    clauses: Iterable[Clause], *, mark: str = ANYWHERE, all_of: bool = True, with_late: bool = True
) -> Condition:
    """What an entry must hold to meet all clauses (or one of them), anywhere or in one kind of field.

    Without late alternatives it is far shorter; every clause must have another one then.
    """
    parts = [
        OneOf(
            AllOf(AnyOf(mark + word for word in sorted(words)) for words in alternative.sets)
            for alternative in clause.alternatives
            if with_late or not alternative.is_late
        )
        for clause in clauses
    ]
    return AllOf(parts) if all_of else OneOf(parts)


def _ways(clause: Clause) -> list[_Way]:
    """All ways to meet a clause, the best first."""
    ways = [
        _Way(
            Find(
                alternative.weight * weight,
                field,
                alternative.kind,
                clause.asked,
                frozenset().union(*alternative.sets),
            ),
            tuple(frozenset(mark + word for word in words) for words in alternative.sets),
        )
        for alternative in clause.alternatives
        for field, mark, weight in _FIELDS
    ]
    return sorted(ways, key=lambda way: -way.find.value)


def _best(ways: list[_Way], tokens: frozenset[str]) -> Find | None:
    for way in ways:
        for words in way.sets:
            if words.isdisjoint(tokens):
                break
        else:
            return way.find
    return None
