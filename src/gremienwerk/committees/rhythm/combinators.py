"""Small rules that combine to larger ones; a rule reads tokens from a place, or does not."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from gremienwerk.committees.rhythm.tokens import Token

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")

# Lists in rhythms are short. The limit keeps reading linear in the length of the text, whatever it is.
LONGEST_LIST = 31


class Rule(Generic[T_co]):
    """Reads a value from ``tokens`` at ``place``: the value and the next place, or None."""

    def __init__(self, read: Callable[[Sequence[Token], int], tuple[T_co, int] | None]) -> None:
        self.read = read

    def __add__(self, other: "Rule[U]") -> "Rule[tuple[T_co, U]]":
        """This, then the other: both values."""

        def read(tokens: Sequence[Token], place: int) -> tuple[tuple[T_co, U], int] | None:
            first = self.read(tokens, place)
            if first is None:
                return None
            second = other.read(tokens, first[1])
            return None if second is None else ((first[0], second[0]), second[1])

        return Rule(read)

    def __rshift__(self, other: "Rule[U]") -> "Rule[U]":
        """This, then the other: the other's value."""

        # Written out, as in ``word``: most of the time of reading is spent here.
        def read(tokens: Sequence[Token], place: int) -> tuple[U, int] | None:
            first = self.read(tokens, place)
            return None if first is None else other.read(tokens, first[1])

        return Rule(read)

    def __lshift__(self, other: "Rule[U]") -> "Rule[T_co]":
        """This, then the other: this one's value."""
        return (self + other).map(lambda pair: pair[0])

    def __or__(self, other: "Rule[U]") -> "Rule[T_co | U]":
        """This, or else the other."""

        def read(tokens: Sequence[Token], place: int) -> tuple[T_co | U, int] | None:
            return self.read(tokens, place) or other.read(tokens, place)

        return Rule(read)

    def map(self, change: Callable[[T_co], U]) -> "Rule[U]":
        """The same words with another value."""

        def read(tokens: Sequence[Token], place: int) -> tuple[U, int] | None:
            found = self.read(tokens, place)
            return None if found is None else (change(found[0]), found[1])

        return Rule(read)

    def where(self, holds: Callable[[T_co], bool]) -> "Rule[T_co]":
        """Only if the value passes."""

        def read(tokens: Sequence[Token], place: int) -> tuple[T_co, int] | None:
            found = self.read(tokens, place)
            return found if found is not None and holds(found[0]) else None

        return Rule(read)

    def unless(self, other: "Rule[U]") -> "Rule[T_co]":
        """Only if the other does not follow."""

        def read(tokens: Sequence[Token], place: int) -> tuple[T_co, int] | None:
            found = self.read(tokens, place)
            return None if found is None or other.read(tokens, found[1]) is not None else found

        return Rule(read)

    def if_before(self, other: "Rule[U]") -> "Rule[T_co]":
        """Only if the other follows; it is not consumed."""

        def read(tokens: Sequence[Token], place: int) -> tuple[T_co, int] | None:
            found = self.read(tokens, place)
            return None if found is None or other.read(tokens, found[1]) is None else found

        return Rule(read)


def maybe(rule: Rule[T]) -> Rule[T | None]:
    """The rule, or nothing."""

    def read(tokens: Sequence[Token], place: int) -> tuple[T | None, int]:
        return rule.read(tokens, place) or (None, place)

    return Rule(read)


def some(rule: Rule[T], *, limit: int = LONGEST_LIST) -> Rule[list[T]]:
    """The rule as often as it holds, none being enough."""

    def read(tokens: Sequence[Token], place: int) -> tuple[list[T], int]:
        values: list[T] = []
        while len(values) < limit and (found := rule.read(tokens, place)) is not None:
            values.append(found[0])
            place = found[1]
        return values, place

    return Rule(read)


def listed(rule: Rule[T], *, by: Rule[U]) -> Rule[tuple[list[T], list[U]]]:
    """One or more, with separators between: the values, and the separators."""

    def collect(found: tuple[T, list[tuple[U, T]]]) -> tuple[list[T], list[U]]:
        first, others = found
        return [first, *(value for _, value in others)], [separator for separator, _ in others]

    return (rule + some(by + rule)).map(collect)


def one(test: Callable[[Token], T | None]) -> Rule[T]:
    """One token for which the test gives a value."""

    def read(tokens: Sequence[Token], place: int) -> tuple[T, int] | None:
        if place >= len(tokens):
            return None
        value = test(tokens[place])
        return None if value is None else (value, place + 1)

    return Rule(read)


def word(*texts: str) -> Rule[str]:
    """One of these folded words or signs."""
    known = frozenset(texts)

    def read(tokens: Sequence[Token], place: int) -> tuple[str, int] | None:
        if place < len(tokens) and (text := tokens[place].text) in known:
            return text, place + 1
        return None

    return Rule(read)


def phrase(text: str) -> Rule[str]:
    """These folded words in this order; alternatives of a word with ``|``."""
    first, *others = (word(*choice.split("|")) for choice in text.split())
    rule = first
    for other in others:
        rule = rule >> other
    return rule


def any_of(rules: Sequence[Rule[T]]) -> Rule[T]:
    """The first rule that holds."""

    def read(tokens: Sequence[Token], place: int) -> tuple[T, int] | None:
        for rule in rules:
            found = rule.read(tokens, place)
            if found is not None:
                return found
        return None

    return Rule(read)


def tight(rule: Rule[T]) -> Rule[T]:
    """The rule, if no space stands before it."""

    def read(tokens: Sequence[Token], place: int) -> tuple[T, int] | None:
        return rule.read(tokens, place) if place < len(tokens) and tokens[place].tight else None

    return Rule(read)


def skipped(texts: str, *, limit: int = 3) -> Rule[list[str]]:
    """Up to ``limit`` of these folded words, which say nothing here."""
    return some(word(*texts.split()), limit=limit)
