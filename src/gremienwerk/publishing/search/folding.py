"""One written form for all spellings of a word, and the words of a text.

The folded form is compared, never shown: capitals, accents, umlauts ("Größe", "Groesse", "Grosse"), Turkish
dots, Arabic vowel signs and letter variants all fall together. That "aktuell" becomes "aktull" does no harm,
because texts and questions are folded alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST_WORD = 64
MOST_WORDS = 20_000  # of one text; a book is searchable by its beginning

_LATIN = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ħ": "h",
    "ə": "e",
}
_APOSTROPHES = dict.fromkeys("'’‘ʼʻʹ`´", "")
_ARABIC = {
    "\u0671": "\u0627",  # alef wasla
    "\u0649": "\u064a",  # alef maksura, written for ya at the end of words
    "\u06cc": "\u064a",  # Persian ya
    "\u06d2": "\u064a",
    "\u06a9": "\u0643",  # Persian kaf
    "\u0629": "\u0647",  # ta marbuta
    "\u06d5": "\u0647",
    "\u06c1": "\u0647",
    "\u06be": "\u0647",
    "\u0640": "",  # the sign that stretches a line
}
_CYRILLIC = {"ґ": "г", "є": "е", "і": "и"}
_LETTERS = str.maketrans({**_LATIN, **_APOSTROPHES, **_ARABIC, **_CYRILLIC})

_FIRST_MARK = "\u00ad"  # the soft hyphen

_GENDER = re.compile(r"(?<=[^\W\d_])(?:[*:_·]|/-?)(?=(?:innen|in|r|n|e)\b)", re.IGNORECASE)
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){1,5}[^\W\d_]\b\.?")
_ELISION = re.compile(r"\b(?:l|d|j|m|n|s|t|c|qu)['’](?=\w)", re.IGNORECASE)
_CHAIN = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")


class Word(NamedTuple):
    """A word of a text: as it stands there, and folded."""

    shown: str
    folded: str


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """The form in which spellings of one word compare equal; folding it again changes nothing."""
    previous, plain = None, text
    while previous != plain:
        previous, plain = plain, _without_umlaut_e(_without_marks(plain.casefold()))
    return plain


def words(text: str) -> list[Word]:
    """The words of a text in their order.

    Words with signs of gender are one word ("Migrant*innen"), initials with points too ("A.W.O."); of words
    joined by hyphens come the parts and the whole ("El-Nur": el, nur, elnur).
    """
    found: list[Word] = []
    for word in _words(_joined(text)):
        found.append(word)
        if len(found) >= MOST_WORDS:
            break
    return found


def without_joined(text: str) -> list[Word]:
    """The words of a question: as ``words``, but of "El-Nur" only the parts."""
    return [
        Word(part, fold(part))
        for chain in _CHAIN.findall(_joined(text))
        for part in re.split("-", chain)
        if part and fold(part)
    ]


def _joined(text: str) -> str:
    plain = _ELISION.sub(" ", _GENDER.sub("", unicodedata.normalize("NFC", text)))
    if plain and max(plain) >= _FIRST_MARK:
        # Combining marks that no letter took along would cut words in two.
        plain = "".join(c for c in plain if c < _FIRST_MARK or unicodedata.category(c)[0] not in "MC")
    return _INITIALS.sub(lambda found: found.group().replace(".", ""), plain)


def _words(text: str) -> Iterator[Word]:
    for chain in _CHAIN.findall(text):
        parts = [part for part in chain.split("-") if part]
        for shown in [*parts, chain] if len(parts) > 1 else parts:
            folded = fold(shown.replace("-", ""))[:LONGEST_WORD]
            if folded:
                yield Word(shown, folded)


def _without_marks(text: str) -> str:
    """Letters and digits only, without accents; digits of all scripts as 0 to 9."""
    if text.isascii():
        return text if text.isalnum() else "".join(c for c in text if c.isalnum())
    decomposed = unicodedata.normalize("NFKD", text).translate(_LETTERS)
    # Some letters stand for whole sentences or fractions: their spaces and strokes go, too.
    bare = (c for c in decomposed if c.isalnum() and not unicodedata.category(c).startswith("M"))
    return "".join(str(unicodedata.digit(c, c)) if c.isdigit() else c for c in bare)


def _without_umlaut_e(text: str) -> str:
    """Take the "e" from "ae", "oe" and "ue", but leave it in "neue", "Frauen" and "Quelle"."""
    return re.sub(r"(?<=[ao])e+", "", re.sub(r"(?<![aeouq])ue+", "u", text))
