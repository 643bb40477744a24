"""German compounds: which words are parts of which.

No library splits German compounds well without a dictionary of a hundred megabytes. The body's own words are a good
dictionary: "Integrationsrat" is Integration + Rat because records speak of integration. A short list of frequent
parts stands beside them. A part must be bounded by parts on both sides, so that "Verein" is no part of
"Vereinbarung", nor "Rat" of "Beratung".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from gremienwerk.publishing.search.folding import fold
from gremienwerk.publishing.search.stems import stems

Known = Callable[[str], bool]

_LINKS = ("", "s", "es", "n", "en", "er", "e", "ns")
_ENDINGS = frozenset(("", "e", "en", "er", "ern", "n", "s", "es", "em"))
_SHORTEST_PART = 3
_SHORTEST_OWN_PART = 4  # of the body's words, among which are names and scraps
_SURE_TAIL = 6  # a tail this long is believed even if what stands before it is unknown
_SHORTEST_UNKNOWN = 4


@lru_cache(maxsize=1)
def usual_parts() -> frozenset[str]:
    """The folded words of the list, and their German stems."""
    text = Path(__file__).with_name("compound_parts.txt").read_text(encoding="utf-8")
    listed = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    return frozenset(fold(word) for word in listed) | {
        stem
        for word in listed
        for language, stem in stems(word)
        if language == "de" and len(stem) >= _SHORTEST_PART
    }


def has_part(word: str, part: str, *, known: Known) -> bool:
    """Whether a folded word is a compound that ``part`` (a word or stem) is a part of."""
    start = word.find(part)
    while start >= 0:
        before, after = word[:start], word[start + len(part) :]
        if (before or after not in _ENDINGS) and _is_bounded(before, part, after, known):
            return True
        start = word.find(part, start + 1)
    return False


def split(word: str, *, known: Known) -> tuple[str, ...]:
    """The parts of a folded compound, or () if it is none that is understood."""
    for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        if not _is_part(word[:end], known):
            continue
        for rest in _after_link(word[end:]):
            if _is_part(rest, known):
                return word[:end], rest
            others = split(rest, known=known)
            if others:
                return word[:end], *others
    return ()


def _is_bounded(before: str, part: str, after: str, known: Known) -> bool:
    ends = after in _ENDINGS
    if before and not _is_chain(before, known):
        believed = ends and len(part) >= _SURE_TAIL and len(before) >= _SHORTEST_UNKNOWN
        if not believed:
            return False
    return ends or any(_is_chain(rest, known) for rest in _after_link(after))


def _is_chain(text: str, known: Known) -> bool:
    """Whether a text is a part, or several with their links; a link or an ending may follow."""
    for link in _LINKS:
        if text.endswith(link):
            bare = text.removesuffix(link)
            if _is_part(bare, known) or split(bare, known=known):
                return True
    return False


def _after_link(text: str) -> Iterator[str]:
    for link in _LINKS:
        if text.startswith(link) and len(text) - len(link) >= _SHORTEST_PART:
            yield text[len(link) :]


def _is_part(text: str, known: Known) -> bool:
    if len(text) < _SHORTEST_PART:
        return False
    return text in usual_parts() or (len(text) >= _SHORTEST_OWN_PART and known(text))
