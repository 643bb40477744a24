"""Makes any text printable: normal form, no control characters, and a visible mark for what no font can show.

Runs over everything a caller hands in, before any renderer sees it; so nobody's name can break a document.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, cast

from gremienwerk.documents.rendering import typefaces
from gremienwerk.documents.rendering.content.results import RenderNotice

_KEEPS_LINES = frozenset({"text", "question", "goal", "topics", "occasion", "reason", "description"})
# Controls, lone surrogates, non-characters, and the direction overrides that can show a name backwards.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069"
    "\U000e0000-\U000e0fff\ufff9-\ufffb]"
)
# Variation selectors, and joiners outside words: the sequences they build need a colour font to be shown whole.
_STRAY_JOINER = re.compile(r"[\ufe00-\ufe0f]|(?<![^\W\d_])[\u200c\u200d]|[\u200c\u200d](?![^\W\d_])")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_ABBREVIATION = re.compile(r"\b([a-z]\.) ([A-ZÄÖÜa-z]\.)")
# What a line must not end with: "22. / September", "Anlage / 1", "§ / 27", "16:00 / Uhr".
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_HELD = re.compile(
    rf"(?<=\d\.) (?=(?:{_MONTHS})\b)|(?<=\bAnlage) (?=\d)|(?<=\bRessort) (?=\d)|(?<=§) (?=\d)|(?<=\d\d) (?=Uhr\b)"
)
_BLANKS = re.compile(r"[ \t]+")

T = TypeVar("T")


def legible(*, content: T) -> tuple[T, tuple[RenderNotice, ...]]:
    """The same content with every text in it made printable, and a notice if something had to be replaced."""
    replaced: dict[str, None] = {}

    def clean(text: str, keep_lines: bool) -> str:
        printable, missing = _printable(text, keep_lines)
        if missing:
            replaced[printable] = None
        return printable

    cleaned = cast("T", _walk(content, clean, False))
    if not replaced:
        return cleaned, ()
    message = (
        f"Einige Schriftzeichen sind in den mitgelieferten Schriften nicht enthalten und erscheinen als „{typefaces.MARK}“. "
        "Bitte prüfen Sie die Schreibweise der genannten Texte."
    )
    return cleaned, (RenderNotice("missing-glyphs", message, tuple(replaced)),)


def bound(*, content: T) -> T:
    """The same content with no line break possible inside "e. V.", "22. September" or "Anlage 1"."""

    def clean(text: str, keep_lines: bool) -> str:
        del keep_lines
        return _HELD.sub("\u00a0", _ABBREVIATION.sub("\\1\u00a0\\2", text)) if " " in text else text

    return cast("T", _walk(content, clean, False))


def simplified(*, content: T) -> T:
    """The same content with nothing but what the primary typeface shows: for a second try after a failure."""

    def clean(text: str, keep_lines: bool) -> str:
        del keep_lines
        return "".join(c if c == "\n" or typefaces.is_primary(c) else typefaces.MARK for c in text)

    return cast("T", _walk(content, clean, False))


@lru_cache(maxsize=16384)
def _printable(text: str, keep_lines: bool) -> tuple[str, bool]:
    if text.isascii() and text.isprintable():
        return text.strip(), False
    lines = _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))
    lines = _STRAY_JOINER.sub("", unicodedata.normalize("NFC", lines))
    lines = _BLANKS.sub(" ", lines if keep_lines else lines.replace("\n", " ")).strip()
    shown, missing = typefaces.uncovered().subn(typefaces.MARK, lines)
    settled = typefaces.marked().sub(_settled, shown)
    return settled, missing > 0 or settled != shown


def _settled(found: re.Match[str]) -> str:
    return found[0] if found[1] and typefaces.shown_together(found[0]) else found[1] + typefaces.MARK


def _walk(value: object, clean: Callable[[str, bool], str], keep_lines: bool) -> object:
    if isinstance(value, str):
        return clean(value, keep_lines) if type(value) is str else value
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        if fields is None:
            return tuple(_walk(item, clean, keep_lines) for item in value)
        parts: list[object] = [
            _walk(item, clean, name in _KEEPS_LINES) for name, item in zip(fields, value, strict=True)
        ]
        rebuild = cast("Callable[..., object]", type(value))
        return rebuild(*parts)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        changed = {name: _walk(getattr(value, name), clean, name in _KEEPS_LINES) for name in names}
        return dataclasses.replace(value, **changed)
    return value
