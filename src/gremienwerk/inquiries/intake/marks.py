"""Numbers and bullets at the beginning of a line, in all the ways offices write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from gremienwerk.documents.reading.lines import Line


class Family(StrEnum):
    """Kinds of numbering; one sequence stays within one kind."""

    WORD = "word"  # "Frage 1:"
    DECIMAL = "decimal"
    UPPER = "upper"
    LOWER = "lower"
    LARGE_ROMAN = "large_roman"
    SMALL_ROMAN = "small_roman"
    MULTI = "multi"  # "1.1", "1a)"
    BARE = "bare"  # "1" without any sign
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number before a text.

    ``value`` counts from 1 (0 for bullets); ``under`` is the number above it ("1" in "1.2");
    ``rest`` the text after it; ``sure`` for automatic numbers, which are never part of a sentence.
    """

    family: Family
    number: str
    value: int
    rest: str
    under: str = ""
    sure: bool = False


BULLETS = "•▪●○◦‣∙·■□►➢➤➔→✓✔❖*–—-\u2212\u25c6\u2043"
_BULLET = re.compile(rf"([{re.escape(BULLETS)}\ue000-\uf8ff])(?:\s+(\S.*)|$)|([•▪●■►➢➤❖\ue000-\uf8ff])(\w.*)")
_WORD = re.compile(
    r"(?:Frage(?:n?punkt)?|Fragenkomplex|Unterfrage)\s*(?:Nr\.?|Nummer|Ziffer)?\s*(\d{1,2}|[A-Za-z]|[IVX]+)(?:\s*[:.)–-]+\s*(.*)|\s+((?-i:[A-ZÄÖÜ]).*)|)$",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(r"(\d{1,2})\s*[.)]*\s*(?:Frage)\s*[:.–-]?\s*(.*)$")
_MULTI = re.compile(r"\(?(\d{1,2})\.(\d{1,2})((?:\.\d{1,2})*)\s*[.):]{0,2}(?:\s+(\S.*)|$)")
_MIXED = re.compile(r"\(?(\d{1,2})\s?[.]?\s?([a-z])\s*(?:[.)]{1,2}:?|:)(?:\s+(\S.*)|$)")
_DECIMAL = re.compile(
    r"(?:\((\d{1,2})\)|(\d{1,2})\s?(?:\.\)|\)\.|[.)]|\.:|:|[-–](?=\s+[A-ZÄÖÜ„])))(?:\s+(\S.*)|(?=[A-ZÄÖÜ„\"])(.*)|$)"
)
_BARE = re.compile(r"(\d{1,2})(?:\s+([A-ZÄÖÜ„].*)|$)")
_LETTER = re.compile(r"(?:\(([A-Za-z])\)|([A-Za-z])\s?(?:\.\)|\)\.|[.)]))(?:\s+(\S.*)|(?<=\))(?=\S)(.*)|$)")
_ROMAN = re.compile(r"(?:\(([IVX]+|[ivx]+)\)|([IVX]+|[ivx]+)\s?(?:\.\)|[.)]))(?:\s+(\S.*)|$)")
_MONTHS = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez)\b"
_NO_ITEM = re.compile(
    rf"{_MONTHS}|(?:Quartal|Halbjahr|Jahrhundert|Klasse|Stock|OG|Etage|Lesung|Änderung|Sitzung|Auflage|Platz|Wahlperiode|Bürgermeister(?:in)?)\b"
)
_ABBREVIATION = re.compile(r"(?:z|u|d|i|o|v|s|a|e|n|m)\.\s?(?:B|a|h|d|R|E|ä|g|Ä|U|V|W|M|O|Chr|H|S|T|w|b|u)\.")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


def marks_of(line: Line) -> tuple[Mark, ...]:
    """All ways to read the beginning of a line as a number or bullet; usually none or one."""
    if line.label:
        whole = f"{line.label.rstrip(' ')} {line.text}"
        found = tuple(_with(mark, sure=True) for mark in _read(whole, label=True))
        return found or (Mark(Family.BULLET, line.label, 0, line.text, sure=True),)
    return tuple(_read(line.text, label=False))


def _with(mark: Mark, *, sure: bool) -> Mark:
    return Mark(mark.family, mark.number, mark.value, mark.rest, under=mark.under, sure=sure)


def _read(text: str, *, label: bool) -> list[Mark]:
    if not label and _ABBREVIATION.match(text):
        return []
    for reader in (_bullet, _word, _multi, _decimal):
        mark = reader(text)
        if mark is not None:
            return [mark]
    found = [mark for mark in (_roman(text), _letter(text)) if mark is not None]
    if found:
        return found
    bare = _BARE.match(text)
    if not bare or not 0 < int(bare.group(1)) <= 60 or _NO_ITEM.match(bare.group(2) or ""):
        return []
    return [Mark(Family.BARE, str(int(bare.group(1))), int(bare.group(1)), bare.group(2) or "")]


def _bullet(text: str) -> Mark | None:
    found = _BULLET.match(text)
    if not found:
        return None
    return Mark(Family.BULLET, found.group(1) or found.group(3), 0, found.group(2) or found.group(4) or "")


def _word(text: str) -> Mark | None:
    found = _WORD.match(text)
    if found:
        number, rest = found.group(1), found.group(2) or found.group(3) or ""
        if number.isdigit():
            return Mark(Family.WORD, str(int(number)), int(number), rest)
        value = roman_value(number.casefold()) or ord(number[0].casefold()) - 96
        return Mark(Family.WORD, number, value, rest)
    found = _NUMBER_WORD.match(text)
    return Mark(Family.WORD, str(int(found.group(1))), int(found.group(1)), found.group(2)) if found else None


def _multi(text: str) -> Mark | None:
    found = _MULTI.match(text)
    if found:
        top, second, deeper, rest = found.groups()
        if rest and re.match(r"(?:Uhr|Prozent|%|€|Euro|Mio|Mrd|km|m²|ha\b)", rest):
            return None
        return Mark(
            Family.MULTI, f"{int(top)}.{int(second)}{deeper}", int(second), rest or "", under=str(int(top))
        )
    found = _MIXED.match(text)
    if found:
        top, letter, rest = found.groups()
        return Mark(Family.MULTI, f"{int(top)}{letter}", ord(letter) - 96, rest or "", under=str(int(top)))
    return None


def _decimal(text: str) -> Mark | None:
    found = _DECIMAL.match(text)
    if not found:
        return None
    number = int(found.group(1) or found.group(2))
    rest = found.group(3) or found.group(4) or ""
    if not 0 < number <= 60 or _NO_ITEM.match(rest):
        return None
    return Mark(Family.DECIMAL, str(number), number, rest)


def _letter(text: str) -> Mark | None:
    found = _LETTER.match(text)
    if not found:
        return None
    letter = found.group(1) or found.group(2)
    family = Family.LOWER if letter.islower() else Family.UPPER
    return Mark(family, letter, ord(letter.casefold()) - 96, found.group(3) or found.group(4) or "")


def _roman(text: str) -> Mark | None:
    found = _ROMAN.match(text)
    if not found:
        return None
    numeral = found.group(1) or found.group(2)
    value = roman_value(numeral.casefold())
    if not value:
        return None
    family = Family.SMALL_ROMAN if numeral.islower() else Family.LARGE_ROMAN
    return Mark(family, numeral, value, found.group(3) or "")


def roman_value(numeral: str) -> int:
    """The value of a small Roman numeral up to 39, or 0 if it is none."""
    if not re.fullmatch(r"x{0,3}(?:ix|iv|v?i{0,3})", numeral) or not numeral:
        return 0
    values = [_ROMAN_VALUES[sign] for sign in numeral]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
