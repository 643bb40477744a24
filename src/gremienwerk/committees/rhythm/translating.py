"""A rhythm in a language of the public interface; where that cannot be said, in German and marked so."""

from __future__ import annotations

from typing import NamedTuple

from gremienwerk.committees.rhythm.languages.arabic import Arabic
from gremienwerk.committees.rhythm.languages.english import English
from gremienwerk.committees.rhythm.languages.french import French
from gremienwerk.committees.rhythm.languages.persian import Persian
from gremienwerk.committees.rhythm.languages.plain_german import PlainGerman
from gremienwerk.committees.rhythm.languages.sentences import Unsayable, say
from gremienwerk.committees.rhythm.languages.speech import Speech
from gremienwerk.committees.rhythm.languages.turkish import Turkish
from gremienwerk.committees.rhythm.languages.ukrainian import Ukrainian
from gremienwerk.committees.rhythm.model import Kind, Rhythm
from gremienwerk.committees.rhythm.writing import write
from gremienwerk.core.languages import DEFAULT

_SPEECHES: dict[str, Speech] = {
    speech.code: speech
    for speech in (PlainGerman(), English(), Turkish(), Arabic(), Ukrainian(), Persian(), French())
}


class WrittenRhythm(NamedTuple):
    """A rhythm in words, and the code of the language these words are in.

    Where ``language`` is not the one asked for, the words are the office's own German and a page
    says so (``lang="de"`` and a visible sign).
    """

    text: str
    language: str


def write_rhythm(rhythm: Rhythm, *, language: str) -> WrittenRhythm:
    """The rhythm in the language with this code (``core.languages``), as a piece of a sentence.

    What could not be read stays in the wording it was found in. Raises ``KeyError`` for unknown codes.
    """
    if rhythm.kind is Kind.UNKNOWN and rhythm.text:
        return WrittenRhythm(rhythm.text, DEFAULT.code)
    if language == DEFAULT.code:
        return WrittenRhythm(write(rhythm), language)
    try:
        return WrittenRhythm(say(rhythm=rhythm, speech=_SPEECHES[language]), language)
    except Unsayable:
        return WrittenRhythm(rhythm.text or write(rhythm), DEFAULT.code)
