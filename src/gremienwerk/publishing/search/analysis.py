"""The words of a record, as the index holds them.

Each word stands in the index once for every mark that holds for it: ``a`` anywhere, ``k`` in a keyword, ``m`` in a
name, ``t`` in the title. Parts of compounds stand there too, with a sign that no word holds. ``z`` and the body, with
and without the noun, limit a question to its group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from gremienwerk.publishing.search.folding import Word, words
from gremienwerk.publishing.search.records import SearchSource
from gremienwerk.publishing.search.stop_words import STOP_WORDS

ANYWHERE, KEYWORD, NAME, TITLE, SCOPE = "a", "k", "m", "t", "z"
_MOST_DIFFERENT = 5_000  # PostgreSQL's word lists end at one megabyte


PART = "§"


class Analysis(NamedTuple):
    """The words of a record, each once in each kind of field."""

    title: tuple[Word, ...]
    names: tuple[Word, ...]  # the title among them
    keywords: tuple[Word, ...]
    everything: tuple[Word, ...]


def analyse(source: SearchSource) -> Analysis:
    """The words of a record; of its texts only those that say something."""
    title = words(source.title)
    names = [word for name in source.other_names for word in words(name)]
    keywords = [word for keyword in source.keywords for word in words(keyword)]
    text = [word for word in words(f"{source.summary}\n{source.text}") if word.folded not in STOP_WORDS]
    return Analysis(
        _once(title), _once([*title, *names]), _once(keywords), _once([*title, *names, *keywords, *text])
    )


def tokens(source: SearchSource, analysis: Analysis, *, parts: Callable[[str], Iterable[str]]) -> str:
    """A record's index words, separated by spaces; ``parts`` names the parts of a folded word."""
    found = scopes(body=source.body, noun=source.noun)
    for mark, some in zip((TITLE, NAME, KEYWORD, ANYWHERE), analysis, strict=True):
        found += (mark + word.folded for word in some)
        held = {part for word in some for part in parts(word.folded)}
        found += (f"{mark}{PART}{part}" for part in sorted(held)[:_MOST_DIFFERENT])
    return " ".join(found)


def title_key(title: str) -> bytes:
    """The folded words of a title, for comparing beginnings."""
    return " ".join(word.folded for word in words(title)).encode()[:400]


def scopes(*, body: int, noun: str = "") -> list[str]:
    """The index words of a body, and of a noun in it."""
    return [f"{SCOPE}{body}", *([f"{SCOPE}{body}{noun.replace('_', '')}"] if noun else [])]


def _once(found: Iterable[Word]) -> tuple[Word, ...]:
    return tuple({word.folded: word for word in found}.values())[:_MOST_DIFFERENT]
