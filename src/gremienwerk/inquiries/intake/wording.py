"""Putting wrapped lines together again: hyphens, addresses of web pages, paragraphs.

A question's text is one line. A hyphen at a line's end is dropped where it only divides a word,
and kept where the word is written with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CONJUNCTION = r"(?:und|oder|bzw\b|sowie|als|bis|wie|noch|statt|aber|auch|u\.|o\.|&|/)"
_SHORTENED = re.compile(rf"{_CONJUNCTION}(?!\w)", re.IGNORECASE)
_LEFT_ADJECTIVE = re.compile(r"(?:lich|isch|ig)-$")
_RIGHT_ADJECTIVE = re.compile(r"\w*(?:lich|isch|ig|haft|sam|bar|iv|al|ell|är|ös)(?:e|en|er|es|em)?(?!\w)")
_URL_END = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_URL_PIECE = re.compile(r"\S*(?:[/_=?#%]\S|\.(?:php|html?|pdf|aspx?|de|org|com|net)\b)")
_LEFT_OVER = re.compile(rf"(?<=[a-zäöüß])- (?!{_CONJUNCTION}(?!\w))(?=[a-zäöüß]{{2}})")

_SECOND_HALF = re.compile(r"(?:\b(?:und|oder|bzw\.|sowie)|,|/) -$")
_SMALL_WORDS = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "in",
        "im",
        "an",
        "am",
        "auf",
        "aus",
        "bei",
        "mit",
        "nach",
        "von",
        "vom",
        "vor",
        "zu",
        "zum",
        "zur",
        "für",
        "über",
        "unter",
        "durch",
        "gegen",
        "ohne",
        "um",
        "ist",
        "sind",
        "war",
        "wird",
        "werden",
        "wurde",
        "hat",
        "haben",
        "kann",
        "soll",
        "nicht",
        "auch",
        "nur",
        "sich",
        "es",
        "er",
        "sie",
        "wir",
        "dass",
        "ob",
        "wenn",
        "weil",
        "da",
        "dort",
        "hier",
        "so",
        "sehr",
        "mehr",
        "alle",
        "diese",
        "dieser",
        "dieses",
        "welche",
        "welcher",
        "wer",
        "was",
        "wo",
        "wann",
        "warum",
    ]
)


def unwrap(lines: Iterable[str]) -> str:
    """Lines of one paragraph as a single line.

    Source of the rule: Duden, hyphen and word division; "Migranten- und", "Baden-Württemberg" and
    "öffentlich-rechtlich" keep their hyphen, "Kindertagesein-richtungen" does not.
    """
    text = ""
    for line in lines:
        words = re.sub(r"\s+", " ", line).strip()
        if words:
            text = _joined(text, words) if text else words
    return _LEFT_OVER.sub(_left_over, text)


def paragraphs(groups: Iterable[Iterable[str]]) -> str:
    """Several paragraphs, each unwrapped, separated by an empty line."""
    return "\n\n".join(text for text in (unwrap(group) for group in groups) if text)


def _joined(text: str, line: str) -> str:
    if _in_address(text, line):
        return text + line
    if text.endswith("-") and len(text) > 1 and not text[-2].isspace():
        return _rejoined(text, line)
    if line[0].islower() and _SECOND_HALF.search(text):
        return text + line
    if text.endswith("/") and len(text) > 1 and not text[-2].isspace():
        return text + line
    return f"{text} {line}"


def _rejoined(text: str, line: str) -> str:
    if _SHORTENED.match(line):
        return f"{text} {line}"
    if line[0].islower() and text[-2].isalpha() and not _keeps_hyphen(text, line):
        return text[:-1] + line
    return text + line


def _keeps_hyphen(text: str, line: str) -> bool:
    word = re.split(r"[\s(„\"/]", text)[-1]
    stem = re.split(r"-", word)[-2] if "-" in word else word
    if stem.isupper():
        return True
    return bool(_LEFT_ADJECTIVE.search(word) and _RIGHT_ADJECTIVE.match(line))


def _in_address(text: str, line: str) -> bool:
    """Whether the line goes on with a web address that broke at the end of the text."""
    address = _URL_END.search(text)
    if not address:
        return False
    piece = line.split(" ", maxsplit=1)[0]
    if address.group().endswith(("/", "-", "_", "=", "?", "&", "%", "#")):
        return not re.match(r"(?:und|oder|sowie|in|der|die|das|zur?)$", piece)
    return bool(_URL_PIECE.match(piece)) and not piece.startswith(("http", "www", "("))


def _left_over(found: re.Match[str]) -> str:
    """A division that somebody's program left in the middle of a line ("zuverlässi- ge").

    A word of its own behind it, or a hyphen also before ("-wie immer- die"), says that it is a dash.
    """
    before, after = found.string[: found.start()], found.string[found.end() :]
    left = re.split(r"[\s(„\"]", before)[-1]
    right = re.match(r"\w*", after)
    if left.startswith(("-", "–")) or (right and right.group() in _SMALL_WORDS):
        return found.group()
    return "-" if _keeps_hyphen(f"{before}-", after) else ""
