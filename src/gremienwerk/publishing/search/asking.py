"""What a question means: for each of its words, the index words that would answer it, and how well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gremienwerk.bodies.queries import synonyms_of
from gremienwerk.publishing.search.analysis import PART
from gremienwerk.publishing.search.compounds import split
from gremienwerk.publishing.search.folding import LONGEST_WORD, Word, without_joined
from gremienwerk.publishing.search.records import Kind
from gremienwerk.publishing.search.stems import asked_languages, stems
from gremienwerk.publishing.search.stop_words import STOP_WORDS
from gremienwerk.publishing.search.vocabulary import Vocabulary, vocabulary_of

LONGEST_QUESTION = 300  # characters
MOST_WORDS = 12
_SHORTEST_START = 4
_WEIGHTS = {
    Kind.EXACT: 1.0,
    Kind.STEM: 0.9,
    Kind.SYNONYM: 0.8,
    Kind.PART: 0.6,
    Kind.UNFINISHED: 0.5,
    Kind.SOUND: 0.4,
    Kind.SIMILAR: 0.35,
}

Synonyms = Sequence[frozenset[str]]  # words and phrases that mean the same; each folded, words by a space


class Alternative(NamedTuple):
    """One way to answer a word: of each set, at least one index word must be held."""

    kind: Kind
    weight: float
    sets: tuple[frozenset[str], ...]
    is_late: bool = (
        False  # compounds that came before their part was known; they add little to what is common
    )


class Clause(NamedTuple):
    """A word of the question (or several that are one term), as typed, with all that answers it."""

    asked: str
    alternatives: tuple[Alternative, ...]


class Asker(NamedTuple):
    """What is needed to understand a question: the body's words and synonyms, the reader's language."""

    vocabulary: Vocabulary
    synonyms: Synonyms
    language: str

    def clauses(self, words: Sequence[Word], *, forgiving: bool) -> list[Clause]:
        """A clause for every word; ``forgiving`` looks for similar words even of those that are known."""
        found: list[Clause] = []
        at = 0
        while at < len(words):
            term = self._term_at(words, at)
            if term > 1:
                found.append(self._term(words[at : at + term]))
            else:
                joined = [_joined(words, first) for first in (at - 1, at)]
                found.append(self._word(words[at], [j for j in joined if j in self.vocabulary], forgiving))
            at += term
        return found

    def _term_at(self, words: Sequence[Word], at: int) -> int:
        """How many words from here on are one term of the synonyms; 1 if none begins here."""
        for length in range(min(len(words) - at, 6), 1, -1):
            phrase = " ".join(word.folded for word in words[at : at + length])
            if any(phrase in group for group in self.synonyms):
                return length
        return 1

    def _term(self, words: Sequence[Word]) -> Clause:
        telling = [word for word in words if word.folded not in STOP_WORDS] or words
        own = tuple(frozenset(self._forms(word)) for word in telling)
        phrase = " ".join(word.folded for word in words)
        asked = " ".join(word.shown for word in words)
        others = [other for other in self._equivalents({phrase}) if other.sets]
        return Clause(asked, (_alternative(Kind.EXACT, own), *others))

    def _word(self, word: Word, joined: list[str], forgiving: bool) -> Clause:
        exact = {word.folded, *joined}
        stem = self._of_stem(word) - exact
        parts = self._pieces(word) - exact - stem
        late = self._late(word) - exact - stem
        alternatives = [
            _alternative(Kind.EXACT, [exact]),
            _alternative(Kind.STEM, [stem]),
            *self._equivalents({word.folded} | stem),
            _alternative(Kind.PART, [parts]),
            _alternative(Kind.PART, [late])._replace(is_late=True),
            self._own_parts(word),
        ]
        is_known = bool(exact & self.vocabulary.words or stem or len(alternatives[2:-3]))
        if not is_known and len(word.folded) >= _SHORTEST_START:
            unfinished = set(self.vocabulary.starting_with(word.folded)) - exact - late
            alternatives.append(_alternative(Kind.UNFINISHED, [unfinished]))
            is_known = bool(unfinished or late or any(self.vocabulary.is_part(piece[1:]) for piece in parts))
        if forgiving or not is_known:
            alternatives += self._guesses(word.folded)
        return Clause(word.shown, tuple(a for a in alternatives if all(a.sets) and a.sets))

    def _forms(self, word: Word) -> set[str]:
        return {word.folded} | self._of_stem(word)

    def _of_stem(self, word: Word) -> set[str]:
        languages = asked_languages(word=word.folded, language=self.language)
        return {
            found
            for language, stem in stems(word.shown)
            if language in languages
            for found in self.vocabulary.of_stem(language=language, stem=stem)
        }

    def _pieces(self, word: Word) -> set[str]:
        """The parts under which compounds with this word stand in the index."""
        return {PART + piece for piece in _pieces(word)}

    def _late(self, word: Word) -> set[str]:
        """Compounds with this word that do not stand there under it."""
        return {found for piece in _pieces(word) for found in self.vocabulary.with_part(piece)}

    def _own_parts(self, word: Word) -> Alternative:
        parts = split(word.folded, known=self.vocabulary.knows)
        return _alternative(Kind.PART, [self._forms(Word(part, part)) for part in parts])

    def _equivalents(self, phrases: set[str]) -> list[Alternative]:
        return [
            _alternative(
                Kind.SYNONYM,
                [self._forms(Word(part, part)) for part in other.split() if part not in STOP_WORDS],
            )
            for group in self.synonyms
            if group & phrases
            for other in sorted(group - phrases)
        ]

    def _guesses(self, folded: str) -> list[Alternative]:
        sounding = set(self.vocabulary.sounding_like(folded))
        similar = {
            found
            for near in self.vocabulary.similar(folded)
            for asked in [Word(near, near)]
            for found in (*self._forms(asked), *self._pieces(asked), *self._late(asked))
        }
        return [_alternative(Kind.SOUND, [sounding]), _alternative(Kind.SIMILAR, [similar - sounding])]


def asker_for(*, body: int, language: str) -> Asker:
    """What is needed to understand questions to a body; synonyms as staff have them now."""
    synonyms = [fold_group(group) for group in synonyms_of(body=body)]
    return Asker(vocabulary_of(body), synonyms, language)


def read_question(text: str) -> list[Word]:
    """The words to look for; of a question of stop words only, all of them."""
    found = [Word(word.shown, word.folded[:LONGEST_WORD]) for word in without_joined(text[:LONGEST_QUESTION])]
    telling = [word for word in found if word.folded not in STOP_WORDS] or found
    return list({word.folded: word for word in telling}.values())[:MOST_WORDS]


def fold_group(phrases: Iterable[str]) -> frozenset[str]:
    """Phrases that mean the same, as a question is compared with them."""
    folded = (" ".join(word.folded for word in without_joined(phrase)) for phrase in phrases)
    return frozenset(phrase for phrase in folded if phrase)


def _pieces(word: Word) -> set[str]:
    """The word, its German stem and its base, as they may stand in compounds."""
    pieces = {word.folded, *(stem for language, stem in stems(word.shown) if language == "de")}
    if len(word.folded) > _SHORTEST_START + 1:
        pieces |= {word.folded.removesuffix(ending) for ending in ("n", "en", "s")}
    return {piece for piece in pieces if len(piece) > 2}


def _joined(words: Sequence[Word], first: int) -> str:
    """Two neighbours written as one word."""
    return words[first].folded + words[first + 1].folded if 0 <= first < len(words) - 1 else ""


def _alternative(kind: Kind, sets: Iterable[Iterable[str]]) -> Alternative:
    return Alternative(kind, _WEIGHTS[kind], tuple(frozenset(words) for words in sets))
