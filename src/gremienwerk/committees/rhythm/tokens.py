"""From characters to tokens: spelling variants end here, so that the grammar sees one form."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

# Everything that clerks, Word and PDF extraction write for the same sign.
_SAME = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣-", "-"),
        **dict.fromkeys("×✕✗", "x"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        **dict.fromkeys("\u2044\u2215", "/"),
        **dict.fromkeys("„“”\"'’‘`´«»‹›*_", " "),
    }
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# UTF-8 that was once read as Latin-1.
_MOJIBAKE = {"Ã¤": "ä", "Ã¶": "ö", "Ã¼": "ü", "ÃŸ": "ß", "Ã„": "Ä", "Ã–": "Ö", "Ãœ": "Ü", "â€“": "-"}

_TOKEN = re.compile(
    r"""
    (?P<date>\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d(?!\d)|[0-3]?\d\.(?:0?[1-9]|1[0-2])\.(?:\d\d(?!\d))?|(?:19|20)\d\d-\d\d-\d\d)
  | (?P<clock>(?:[01]?\d|2[0-4])[:.][0-5]\d(?!\d|\.\d))
  | (?P<thousand>\d{1,3}(?:\.\d{3})+(?!\d))
  | (?P<decimal>\d{1,4},\d{1,2}(?!\d))
  | (?P<ordinal>\d{1,2}\.(?!\d))
  | (?P<number>\d+)
  | (?P<short>(?<![^\W\d_])[^\W\d_](?:\.\s?[^\W\d_](?![^\W\d_]))+\.?)
  | (?P<times>(?<=\d)(?:x|mal)(?=[^\W\d_]{4}))
  | (?P<word>[^\W\d_]+)
  | (?P<dots>\.{2,})
  | (?P<sign>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)

TokenKind = Literal["date", "clock", "decimal", "ordinal", "number", "word", "sign"]

_KINDS: Mapping[str, TokenKind] = {
    "date": "date",
    "clock": "clock",
    "thousand": "number",
    "decimal": "decimal",
    "ordinal": "ordinal",
    "number": "number",
    "times": "word",
    "short": "word",
    "word": "word",
    "dots": "sign",
    "sign": "sign",
}


@dataclass(frozen=True)
class Token:
    """One word, number or sign.

    ``text`` is folded: lower case, ä as ae, ß as ss, abbreviations without dots. ``tight`` says
    that no space stands before it.
    """

    kind: TokenKind
    text: str
    raw: str
    tight: bool
    number: Fraction | None = None

    @property
    def capital(self) -> bool:
        """Written with a capital letter, as a noun or a name is."""
        return self.raw[:1].isupper()


def fold(text: str) -> str:
    """A word as the lexicon spells it: lower case, umlauts and ß written out."""
    return text.lower().translate(_UMLAUTS)


def tokenise(text: str) -> Iterator[Token]:
    """The tokens of a text, one after the other; any text will do."""
    end = -1
    for match in _TOKEN.finditer(_plain(text)):
        yield _token(match, tight=match.start() == end)
        end = match.end()


def _plain(text: str) -> str:
    for wrong, right in _MOJIBAKE.items():
        text = text.replace(wrong, right)
    # Fractions first: NFKC would make "11/2" of "1½".
    text = re.sub(r"(?<=\d)\s?(?:½|1/2)(?![\d/])", ",5", text)
    return unicodedata.normalize("NFKC", text.translate(_SAME)).translate(_SAME)


def _token(match: re.Match[str], *, tight: bool) -> Token:
    name, raw = match.lastgroup or "sign", match.group()
    kind, text = _KINDS[name], fold(raw)
    if name == "short":
        text = re.sub(r"[.\s]", "", text)
    number = None
    if kind in ("ordinal", "number"):
        number = _number(raw.rstrip(".") if kind == "ordinal" else raw.replace(".", ""))
    elif kind == "decimal":
        number = Fraction(raw.replace(",", "."))
    return Token(kind, "..." if name == "dots" else text, raw, tight, number)


def _number(digits: str) -> Fraction | None:
    # Longer runs are telephone numbers and the like; Python refuses to convert very long ones. Digits of
    # other scripts are read as their values by int(), superscripts are not digits to it.
    return Fraction(int(digits)) if len(digits) <= 6 and digits.isdecimal() else None
