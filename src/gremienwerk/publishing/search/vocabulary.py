"""The words a body's index holds, kept in memory: what a question's words may stand for.

A process reads only words that have come since it last looked. Words that have gone stay in its memory until it
ends; they find nothing, because the index decides. So one process answers alike on both databases.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from gremienwerk.publishing.models import SearchWord
from gremienwerk.publishing.search.compounds import has_part, usual_parts
from gremienwerk.publishing.search.sounds import skeleton, sound

_MOST_BODIES = 64
_MOST_WORDS = 64  # that a question's word may stand for in one way
_cache: OrderedDict[int, Vocabulary] = OrderedDict()
_lock = threading.Lock()


def vocabulary_of(body: int) -> Vocabulary:
    """The body's words as they are now (one query)."""
    with _lock:
        kept = _cache.get(body)
        last, batch = kept.last if kept else (0, 0)
        rows = list(
            SearchWord.objects.filter(body=body, pk__gte=last)
            .order_by("pk")
            .values_list("pk", "batch", "word", "stems", "sounds")
        )
        if kept is None or (last and (not rows or rows[0][:2] != (last, batch))):
            # The last word known has gone, or was never committed: start again.
            kept = Vocabulary()
            rows = (
                list(
                    SearchWord.objects.filter(body=body)
                    .order_by("pk")
                    .values_list("pk", "batch", "word", "stems", "sounds")
                )
                if last
                else rows
            )
        elif last:
            rows = rows[1:]
        kept.add(rows)
        _cache[body] = kept
        _cache.move_to_end(body)
        while len(_cache) > _MOST_BODIES:
            _cache.popitem(last=False)
    return kept


def stem_keys(found: Iterable[tuple[str, str]]) -> str:
    """How stems are stored: "de:verein en:vereine"."""
    return " ".join(f"{language}:{stem}" for language, stem in found)


def part_keys(parts: Iterable[str]) -> str:
    """How parts of compounds are stored, beside the stems: "p:fluchtling p:beratung"."""
    return " ".join(f"p:{part}" for part in parts)


def sound_keys(word: str) -> str:
    """How sounds are stored: the sound itself and the consonants, marked with their script."""
    return " ".join(_sounds(word))


class Vocabulary:
    """Folded words with their stems and sounds."""

    def __init__(self) -> None:
        self.last = (0, 0)
        self.words: set[str] = set()
        self._by_key: dict[str, list[str]] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._by_length: dict[int, list[str]] = {}
        self._text = "\n"

    def add(self, rows: Iterable[tuple[int, int, str, str, str]]) -> None:
        """Take in rows of (key, batch, word, stems, sounds) in the order of their keys."""
        new = []
        for key, batch, word, stems, sounds in rows:
            self.last = (key, batch)
            keys = f"{stems} {sounds}".split()
            parts = tuple(found[2:] for found in keys if found.startswith("p:"))
            if parts or word in self._parts:
                self._parts[word] = parts
            for found in keys:
                self._by_key.setdefault(found, []).append(word)
            if word not in self.words:
                self.words.add(word)
                self._by_length.setdefault(len(word), []).append(word)
                new.append(word)
        if new:
            self._text += "\n".join(new) + "\n"

    def __contains__(self, word: str) -> bool:
        return word in self.words

    def of_stem(self, *, language: str, stem: str) -> list[str]:
        """All words that have this stem in a language."""
        return self._by_key.get(f"{language}:{stem}", [])[:_MOST_WORDS]

    def knows(self, part: str) -> bool:
        """Whether a text is a word, or the German stem of one."""
        return part in self.words or f"de:{part}" in self._by_key

    def starting_with(self, text: str, *, most: int = 64) -> list[str]:
        """The shortest words that begin like this."""
        return sorted(self._lines(f"\n{text}"), key=lambda word: (len(word), word))[:most]

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts under which entries with this compound are indexed."""
        return self._parts.get(word, ())

    def is_part(self, part: str) -> bool:
        """Whether compounds are indexed under this part."""
        return f"p:{part}" in self._by_key

    def with_part(self, part: str) -> list[str]:
        """Compounds that this is a part of, but are not indexed so: they came before the part was known.

        Parts of the usual list have always been known.
        """
        if part in usual_parts():
            return []
        covered = set(self._by_key.get(f"p:{part}", ()))
        found = {word for word in self._lines(part) if word not in covered}
        return sorted(word for word in found if has_part(word, part, known=self.knows))[:_MOST_WORDS]

    def sounding_like(self, word: str) -> list[str]:
        """Words whose spelling in another script or language sounds the same."""
        return [found for key in _asked_sounds(word) for found in self._by_key.get(key, []) if found != word]

    def similar(self, word: str, *, most: int = 6) -> list[str]:
        """The nearest words within the number of typing errors that a word of this length may have."""
        errors = _errors(word)
        if not errors:
            return []
        near: list[tuple[float, str]] = []
        for length in range(len(word) - errors, len(word) + errors + 1):
            choices = self._by_length.get(length, ())
            for found, distance, _ in process.extract(
                word, choices, scorer=OSA.distance, score_cutoff=errors, limit=most * 4
            ):
                near.append((distance, found))
        near.sort()
        return [found for distance, found in near if distance == near[0][0] and found != word][:most]

    def _lines(self, piece: str) -> Iterator[str]:
        text = self._text
        at = text.find(piece)
        while at >= 0:
            begin = text.rfind("\n", 0, at + 1) + 1
            end = text.find("\n", at + 1)
            yield text[begin:end]
            at = text.find(piece, end)


def _errors(word: str) -> int:
    if len(word) < 4:
        return 0
    return 1 if len(word) <= 6 else 2 if len(word) <= 10 else 3


def _sounds(word: str) -> list[str]:
    heard, bare = sound(word), skeleton(word)
    script = "l" if word[:1].isascii() else "r"
    return [*([f"s:{heard}"] if heard else []), *([f"{script}:{bare}"] if bare else [])]


def _asked_sounds(word: str) -> list[str]:
    """The keys under which words of the same sound stand: consonants are compared across scripts only."""
    return [
        key.replace("l:", "r:", 1) if key.startswith("l:") else key.replace("r:", "l:", 1)
        for key in _sounds(word)
    ]
