"""Stems of words, and keys for how names sound, in the languages of the interface.

Latin words get a stem in each of four languages, because the language of a single word (a name, a loan) is not
known; a question is compared in the reader's language and in German. Stems by Snowball; it knows no Ukrainian,
so endings are taken off here.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache

import Stemmer

from gremienwerk.publishing.search.folding import fold

_SNOWBALL = {
    "de": "german",
    "en": "english",
    "tr": "turkish",
    "fr": "french",
    "ar": "arabic",
    "fa": "persian",
}
_OF_SCRIPT = {"latin": ("de", "en", "tr", "fr"), "arabic": ("ar", "fa"), "cyrillic": ("uk",)}
# PyStemmer's objects may not be used by two threads at once.
_own = threading.local()
_SHORTEST_ADJECTIVE = 7

_FEMININE = re.compile(r"(?<=[rt])innen$|(?<=er)in$|(?<=[ns]t)in$")
_UKRAINIAN = re.compile(
    r"(?:ування|ськии|ськои|ського|ними|ами|ями|ого|ому|ими|ах|ях|ою|ею|ам|ям|ом|ем|ов|ив|ии|ои|иу|их|им|а|я|о|е|у|ю|и|ь|и)$"
)


def script_of(word: str) -> str:
    """The script of a folded word: latin, arabic, cyrillic or other."""
    first = word[:1]
    if "a" <= first <= "z":
        return "latin"
    if "\u0600" <= first <= "\u06ff":
        return "arabic"
    return "cyrillic" if "\u0400" <= first <= "\u04ff" else "other"


def asked_languages(*, word: str, language: str) -> tuple[str, ...]:
    """In which languages a question's word is stemmed: the reader's and the script's first."""
    known = _OF_SCRIPT.get(script_of(word), ())
    reader = language.partition("-")[0]
    return known[:1] if reader not in known[1:] else (known[0], reader)


@lru_cache(maxsize=200_000)
def stems(shown: str) -> tuple[tuple[str, str], ...]:
    """(language, folded stem) of a word in every language of its script; ``shown`` is not folded."""
    spelled = shown.casefold()
    script = script_of(fold(spelled))
    return tuple((language, _stem(spelled, language)) for language in _OF_SCRIPT.get(script, ()))


def _stem(spelled: str, language: str) -> str:
    if language == "uk":
        folded = fold(spelled)
        return _UKRAINIAN.sub("", folded) if len(folded) > 4 else folded
    if language in ("ar", "fa"):
        return fold(_snowball(language).stemWord(fold(spelled))) or fold(spelled)
    if language == "de":
        spelled = _FEMININE.sub("", spelled) if len(spelled) > 6 else spelled
        stem = fold(_snowball(language).stemWord(spelled))
        # Peoples and their languages belong together: Kurden and kurdisch, Syrerin and syrisch.
        return (stem.removesuffix("isch") if len(stem) >= _SHORTEST_ADJECTIVE else stem) or fold(spelled)
    return fold(_snowball(language).stemWord(spelled)) or fold(spelled)


def _snowball(language: str) -> Stemmer.Stemmer:
    made: dict[str, Stemmer.Stemmer] = _own.__dict__.setdefault("made", {})
    if language not in made:
        made[language] = Stemmer.Stemmer(_SNOWBALL[language], 0)
    return made[language]
