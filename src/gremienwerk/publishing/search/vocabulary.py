"""The words a body's index holds, kept in memory: what a question's words may stand for.

A process reads only words that have come since it last looked. Words that have gone stay in its memory until it
ends; they find nothing, because the index decides. So one process answers alike on both databases.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

from gremienwerk.publishing.search.compounds import Splitter, usual_parts
from gremienwerk.publishing.search.sounds import skeleton, sound

_MOST_BODIES = 64
_MOST_WORDS = 64  # that a question's word may stand for in one way
_MOST_PIECES = 10_000  # whose compounds are remembered
_cache: OrderedDict[int, Vocabulary] = OrderedDict()
_lock = threading.Lock()


def vocabulary_of(body: int) -> Vocabulary:
    """The body's words as they are now (one query)."""
    with _lock:
        kept = _cache.get(body)
        last, batch = kept.last if kept else (0, 0)
        rows = _stored(body, last)
        if kept is None or (last and (not rows or rows[0][:2] != (last, batch))):
            # The last word known has gone, or was never committed: start again.
            kept = Vocabulary()
            rows = _stored(body, 0) if last else rows
        elif last:
            rows = rows[1:]
        kept.add(rows)
        _cache[body] = kept
        _cache.move_to_end(body)
        while len(_cache) > _MOST_BODIES:
            _cache.popitem(last=False)
    return kept


def _stored(body: int, first: int) -> list[tuple[int, int, str, str, str]]:
    """Rows from a key on. Every question asks for them: putting a query together would take longer than the answer."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, batch, word, stems, sounds FROM publishing_searchword WHERE body_id = %s AND id >= %s "
            "ORDER BY id",
            [body, first],
        )
        return list(cursor.fetchall())


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
        # Most keys have one word. It stands for itself, because Python's garbage collection, which stops
        # everything, walks through every list there is.
        self._by_key: dict[str, str | list[str]] = {}
        self._parts: dict[str, str] = {}
        self._by_length: dict[int, list[str]] = {}
        self._text = "\n"
        self._forget()

    def _forget(self) -> None:
        """Drop what was worked out from the words so far."""
        self._splitter = Splitter(self.knows)
        self._late: dict[str, list[str]] = {}
        self._near: dict[str, list[str]] = {}

    def add(self, rows: Iterable[tuple[int, int, str, str, str]]) -> None:
        """Take in rows of (key, batch, word, stems, sounds) in the order of their keys."""
        new = []
        before = self.last
        for key, batch, word, stems, sounds in rows:
            self.last = (key, batch)
            keys = f"{stems} {sounds}".split()
            parts = " ".join(found[2:] for found in keys if found.startswith("p:"))
            if parts or word in self._parts:
                self._parts[word] = parts
            for found in keys:
                self._put(found, word)
            if word not in self.words:
                self.words.add(word)
                self._by_length.setdefault(len(word), []).append(word)
                new.append(word)
        if self.last != before:
            self._forget()
        if new:
            self._text += "\n".join(new) + "\n"

    def _put(self, key: str, word: str) -> None:
        known = self._by_key.setdefault(key, word)
        if isinstance(known, list):
            known.append(word)
        elif known is not word:
            self._by_key[key] = [known, word]

    def _of(self, key: str) -> list[str]:
        known = self._by_key.get(key, [])
        return [known] if isinstance(known, str) else known

    def __contains__(self, word: str) -> bool:
        return word in self.words

    def of_stem(self, *, language: str, stem: str) -> list[str]:
        """All words that have this stem in a language."""
        return self._of(f"{language}:{stem}")[:_MOST_WORDS]

    def knows(self, part: str) -> bool:
        """Whether a text is a word, or the German stem of one."""
        return part in self.words or f"de:{part}" in self._by_key

    def starting_with(self, text: str, *, most: int = 64) -> list[str]:
        """The shortest words that begin like this."""
        return sorted(self._lines(f"\n{text}"), key=lambda word: (len(word), word))[:most]

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts under which entries with this compound are indexed."""
        return tuple(self._parts.get(word, "").split())

    def is_part(self, part: str) -> bool:
        """Whether compounds are indexed under this part."""
        return f"p:{part}" in self._by_key

    def with_part(self, part: str) -> list[str]:
        """Compounds that this is a part of, but are not indexed so: they came before the part was known.

        Parts of the usual list have always been known.
        """
        if part in usual_parts():
            return []
        known = self._late.get(part)
        if known is None:
            covered = set(self._of(f"p:{part}"))
            found = sorted({word for word in self._lines(part) if word not in covered})
            held = (word for word in found if self._splitter.has_part(word, part))
            known = list(islice(held, _MOST_WORDS))
            if len(self._late) >= _MOST_PIECES:
                self._forget()
            self._late[part] = known
        return known

    def sounding_like(self, word: str) -> list[str]:
        """Words whose spelling in another script or language sounds the same."""
        return [found for key in _asked_sounds(word) for found in self._of(key) if found != word]

    def similar(self, word: str, *, most: int = 6) -> list[str]:
        """The nearest words within the number of typing errors that a word of this length may have."""
        if word in self.words:
            return []
        known = self._near.get(word)
        if known is None:
            if len(self._near) >= _MOST_PIECES:
                self._near.clear()
            known = self._near[word] = self._nearest(word, most)
        return known

    def _nearest(self, word: str, most: int) -> list[str]:
        near: list[tuple[float, str]] = []
        errors = _errors(word)
        for length in range(len(word) - errors, len(word) + errors + 1) if errors else ():
            choices = self._by_length.get(length, ())
            for found, distance, _ in process.extract(
                word, choices, scorer=OSA.distance, score_cutoff=errors, limit=most * 4
            ):
                near.append((distance, found))
        near.sort()
        return [found for distance, found in near if distance == near[0][0]][:most]

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
