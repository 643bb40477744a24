"""The words of a record, as the index holds them.

Each word stands in the index once for every mark that holds for it: ``a`` anywhere, ``k`` in a keyword, ``m`` in a
name, ``t`` in the title. ``z`` and the body, with and without the noun, limit a question to its group.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gremienwerk.publishing.search.folding import Word, words
from gremienwerk.publishing.search.records import SearchSource
from gremienwerk.publishing.search.stop_words import STOP_WORDS

ANYWHERE, KEYWORD, NAME, TITLE, SCOPE = "a", "k", "m", "t", "z"
_MOST_DIFFERENT = 5_000  # PostgreSQL's word lists end at one megabyte


class Analysis(NamedTuple):
    """A record's folded title, its index words, and its plain words as (shown, folded)."""

    title_key: bytes
    tokens: str
    words: tuple[Word, ...]


def analyse(source: SearchSource) -> Analysis:
    """What the index stores of a record."""
    title = words(source.title)
    names = [word for name in source.other_names for word in words(name)]
    keywords = [word for keyword in source.keywords for word in words(keyword)]
    text = [word for word in words(f"{source.summary}\n{source.text}") if word.folded not in STOP_WORDS]
    everything = _once([*title, *names, *keywords, *text])[:_MOST_DIFFERENT]
    tokens = [
        *scopes(body=source.body, noun=source.noun),
        *_marked(TITLE, title),
        *_marked(NAME, [*title, *names]),
        *_marked(KEYWORD, keywords),
        *_marked(ANYWHERE, everything),
    ]
    key = title_key(source.title)
    return Analysis(key, " ".join(tokens), tuple(everything))


def title_key(title: str) -> bytes:
    """The folded words of a title, for comparing beginnings."""
    return " ".join(word.folded for word in words(title)).encode()[:400]


def scopes(*, body: int, noun: str = "") -> list[str]:
    """The index words of a body, and of a noun in it."""
    return [f"{SCOPE}{body}", *([f"{SCOPE}{body}{noun.replace('_', '')}"] if noun else [])]


def _marked(mark: str, found: Iterable[Word]) -> list[str]:
    return [mark + word.folded for word in _once(found)[:_MOST_DIFFERENT]]


def _once(found: Iterable[Word]) -> list[Word]:
    return list({word.folded: word for word in found}.values())
