"""Languages that people speak: a key for each word an office writes, and its name in every language of the pages.

Names come from CLDR (Babel). A word that CLDR does not know keeps its wording, so that no language of a
small community is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from gremienwerk.core.german import fold
from gremienwerk.core.languages import DEFAULT

# What offices and associations write, where CLDR's German name differs.
_ALSO = {
    fold(word): key
    for word, key in (
        ("Farsi", "fa"),
        ("Paschto", "ps"),
        ("Pashto", "ps"),
        ("Fulfulde", "ff"),
        ("Fulbe", "ff"),
        ("Romanes", "rom"),
        ("Romani", "rom"),
        ("Kurmandschi", "ku"),
        ("Kurmancî", "ku"),
        ("Mandarin", "zh"),
        ("Tamazight", "zgh"),
        ("Gebärdensprache", "gsg"),
        ("Deutsche Gebärdensprache", "gsg"),
    )
}
# CLDR's names of these are those of a standard or of outsiders, not what speakers say.
_NAMES = {
    "rom": {
        "de": "Romanes",
        "en": "Romani",
        "tr": "Romanca",
        "ar": "لغة الروما",
        "uk": "ромська",
        "fa": "زبان روما",
        "fr": "romani",
    },
    "ff": {"de": "Fulfulde"},
    "zgh": {
        "de": "Tamazight",
        "en": "Tamazight",
        "tr": "Tamazight dili",
        "ar": "الأمازيغية",
        "uk": "тамазигтська",
        "fa": "تمازیغی",
        "fr": "tamazight",
    },
    "gsg": {
        "de": "Deutsche Gebärdensprache",
        "en": "German Sign Language",
        "tr": "Alman İşaret Dili",
        "ar": "لغة الإشارة الألمانية",
        "uk": "німецька жестова мова",
        "fa": "زبان اشارهٔ آلمانی",
        "fr": "langue des signes allemande",
    },
}


def language_key(*, word: str) -> str:
    """The key of a language as it stands in addresses: its BCP 47 code, or the folded word if none is known.

    "Tigrinya" → "ti", "Farsi" and "Persisch" → "fa", "Dari" → "fa-af", "Mina" → "mina".
    """
    return _key(word)


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    folded = fold(word)
    return _ALSO.get(folded) or _codes().get(folded) or folded.replace(" ", "-")


def language_name(*, word: str, language: str) -> str:
    """The name of a spoken language in a language of the pages, beginning with a capital; else the word itself.

    Args:
        word: as the register has it, in German.
        language: code of a language of the pages.
    """
    return _name(language_key(word=word), language) or word


def name_of_key(*, key: str, language: str) -> str:
    """The name of the language that ``language_key`` gave this key; the key with a capital if nobody lists it."""
    return _name(key, language) or key[:1].upper() + key[1:]


def own_name(*, word: str) -> str:
    """What the language calls itself, empty where that is not known: "Tigrinya" → "ትግርኛ"."""
    return own_name_of_key(key=language_key(word=word))


def own_name_of_key(*, key: str) -> str:
    """What the language of a key calls itself, empty where that is not known."""
    if key == "zgh":
        return "Tamaziɣt"
    try:
        found = Locale.parse(_cldr(key)).languages.get(_cldr(key), "")
    except (UnknownLocaleError, ValueError):
        return ""
    return str(found[:1].upper() + found[1:])


def grouped(*, words: Iterable[str]) -> dict[str, str]:
    """The languages of several words, each once: key to the first word that names it."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(language_key(word=word), word)
    return found


def _name(key: str, language: str) -> str:
    tongue = language.split("-", maxsplit=1)[0]
    name = _NAMES.get(key, {}).get(tongue) or _names(tongue).get(_cldr(key), "")
    return name[:1].upper() + name[1:]


def _cldr(key: str) -> str:
    first, _, region = key.partition("-")
    return f"{first}_{region.upper()}" if region else first


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Keys by folded German name; of two codes for one name the shorter wins, as BCP 47 wants it."""
    names = sorted(_names(DEFAULT.cldr).items(), key=lambda pair: (len(pair[0]), pair[0]), reverse=True)
    return {fold(name): code.replace("_", "-").lower() for code, name in names}


@lru_cache(maxsize=16)
def _names(tongue: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale.parse(tongue).languages.items()}
