"""German words and order: counting, joining, sorting by DIN 5007-1, folding for comparison."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from gremienwerk.core.dates import write_day

_WORDS = (
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
)
_UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "æ": "ae",
        "ø": "oe",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ı": "i",
    }
)


def format_date(day: date) -> str:
    """A day in German words: "9. Juni 2022"."""
    return write_day(day)


def format_number(number: int) -> str:
    """A whole number with thousands points: 12.345."""
    return f"{number:,}".replace(",", ".")


def number_word(number: int) -> str:
    """A small number as a word in running text (0 to 12), larger ones in digits."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else format_number(number)


def count(number: int, one: str, many: str) -> str:
    """A counted noun: "1 Gremium", "38 Gremien"."""
    return f"{format_number(number)} {one if number == 1 else many}"


def join_words(words: Iterable[str], *, last: str = "und") -> str:
    """An enumeration: "a, b und c"."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def sort_key(text: str) -> tuple[str, str]:
    """Order of words in lists by DIN 5007-1: umlauts as their base letter, ß as ss, case and signs ignored.

    The second element settles ties so that the order is total.
    """
    lowered = text.casefold().replace("ß", "ss")
    plain = _without_marks(lowered)
    words = re.sub(r"[^\w]+", " ", plain).strip()
    return re.sub(r"\d+", lambda digits: digits.group().zfill(8), words), text


def fold(text: str) -> str:
    """A form in which spellings of one name compare equal: "Größe", "Groesse" and "GRÖSSE" agree."""
    spelled = text.casefold().translate(_UMLAUTS)
    # Letters for formulas become capitals only when they are taken apart.
    plain = _without_marks(_without_marks(spelled).casefold())
    return re.sub(r"[^\w]+", " ", plain).strip()


def _without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
