"""Words of a body's vocabulary (kinds, topics, offers) and rhythms in the language of a page.

The names a new body starts with, and some that many bodies use, are translated; a name of a body's own
stays German and says so.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from django.utils import translation

from gremienwerk.bodies.vocabulary import translated_names
from gremienwerk.committees.rhythm.model import Rhythm
from gremienwerk.committees.rhythm.translating import write_rhythm
from gremienwerk.core.languages import DEFAULT
from gremienwerk.organisations.vocabulary import OFFERS

__all__ = ["Rhythm", "Word", "rhythm_words", "word"]


class Word(NamedTuple):
    """A word and the code of its language; a page marks words that are not in its own."""

    text: str
    language: str


def word(name: str, *, language: str) -> Word:
    """The German name from a vocabulary in the language with this code, or in German where it has none."""
    if language == DEFAULT.code or name not in _translated():
        return Word(name, DEFAULT.code)
    with translation.override(language):
        return Word(translation.gettext(name), language)


def rhythm_words(rhythm: Rhythm, *, language: str) -> Word:
    """A rhythm as a piece of a sentence; in the German wording it was found in where it could not be read."""
    return Word(*write_rhythm(rhythm, language=language))


@lru_cache(maxsize=1)
def _translated() -> frozenset[str]:
    return translated_names() | {offer.name for offer in OFFERS}
