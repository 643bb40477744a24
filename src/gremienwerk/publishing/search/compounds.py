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
_MOST_TRIED = 100_000


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


def parts_of(word: str, *, known: Known) -> tuple[str, ...]:
    """All parts of a folded compound, on every level, with their German stems: what it is indexed under."""
    splitter = Splitter(known)
    found: set[str] = set()
    for start in range(len(word) - _SHORTEST_PART + 1):
        for end in range(start + _SHORTEST_PART, len(word) + 1):
            part = word[start:end]
            if splitter.is_part(part) and splitter.is_bounded(word, start, end):
                found |= {part, *(stem for language, stem in stems(part) if language == "de")}
    return tuple(sorted(part for part in found if len(part) >= _SHORTEST_PART and part != word))


def split(word: str, *, known: Known) -> tuple[str, ...]:
    """The parts of a folded compound, or () if it is none that is understood."""
    return Splitter(known).split(word)


class Splitter:
    """Takes words apart; remembers what it has tried, because words share their pieces and some have many ways."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._usual = usual_parts()
        self._tried: dict[str, tuple[str, ...]] = {}

    def has_part(self, word: str, part: str) -> bool:
        """Whether a folded word is a compound that ``part`` (a word or stem) is a part of."""
        start = word.find(part)
        while start >= 0:
            if self.is_bounded(word, start, start + len(part)):
                return True
            start = word.find(part, start + 1)
        return False

    def is_part(self, text: str) -> bool:
        """Whether a text may be a part at all."""
        if len(text) < _SHORTEST_PART:
            return False
        return text in self._usual or (len(text) >= _SHORTEST_OWN_PART and self._known(text))

    def is_bounded(self, word: str, start: int, end: int) -> bool:
        """Whether parts, links and endings surround a piece of a word, and it is not all of the word."""
        before, after = word[:start], word[end:]
        ends = after in _ENDINGS
        if not before and ends:
            return False
        if before and not self._is_chain(before):
            believed = ends and end - start >= _SURE_TAIL and len(before) >= _SHORTEST_UNKNOWN
            if not believed:
                return False
        return ends or any(self._is_chain(rest) for rest in _after_link(after))

    def split(self, word: str) -> tuple[str, ...]:
        """The parts of a compound, the first one as long as possible."""
        known = self._tried.get(word)
        if known is None:
            known = self._split(word)
            if len(self._tried) >= _MOST_TRIED:
                self._tried.clear()
            self._tried[word] = known
        return known

    def _split(self, word: str) -> tuple[str, ...]:
        for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            if not self.is_part(word[:end]):
                continue
            for rest in _after_link(word[end:]):
                others = (rest,) if self.is_part(rest) else self.split(rest)
                if others:
                    return word[:end], *others
        return ()

    def _is_chain(self, text: str) -> bool:
        """Whether a text is a part, or several with their links; a link or an ending may follow."""
        bare = (text.removesuffix(link) for link in _LINKS if text.endswith(link))
        return any(self.is_part(one) or self.split(one) for one in bare)


def _after_link(text: str) -> Iterator[str]:
    for link in _LINKS:
        if text.startswith(link) and len(text) - len(link) >= _SHORTEST_PART:
            yield text[len(link) :]
