"""A language nobody speaks: every text that passed through gettext stands in brackets, so what did not is found.

``pseudo_locale()`` makes the pages of one language speak it; ``unspoken(html)`` names the visible words of
such a page that neither the interface nor the register accounts for. Told apart are:

- words of the interface: between the brackets, as are dates, numbers, lists and rhythms;
- texts from the register: in an element with another ``lang`` than the page, or with ``translate="no"``;
- names and other values of the register: given as ``data``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any
from unittest import mock

from django.utils.translation import trans_real

from gremienwerk.committees.rhythm import translating
from gremienwerk.committees.rhythm.languages.sentences import say
from gremienwerk.core import spoken_languages, wording

#: Signs that the typefaces of the chart have and that no text uses.
OPEN, CLOSE = "‹", "›"
#: Functions of ``core.wording`` whose words come from CLDR instead of a catalogue.
_WRITERS = (
    "format_day",
    "format_weekday_and_day",
    "format_month",
    "weekday_name",
    "month_name",
    "format_time",
    "format_time_span",
    "format_number",
    "format_file_size",
    "join",
    "format_vague",
)
_SPOKEN_ATTRIBUTES = frozenset({"alt", "title", "aria-label", "placeholder", "label", "content"})
_UNSPOKEN_ELEMENTS = frozenset({"code", "script", "style", "template", "textarea"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_NAMES_NO_TEXT = frozenset({"viewport", "color-scheme", "theme-color", "robots", "generator"})
_ADDRESS = re.compile(r"\b(?:https?|webcal)://\S+|\b[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]{2,}(?:\.[\w-]{2,})+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def bracketed(text: str) -> str:
    """The text as the pseudo-locale says it."""
    return f"{OPEN}{text}{CLOSE}"


class _PseudoTranslation(trans_real.DjangoTranslation):
    """Puts brackets around the German text instead of translating it."""

    def gettext(self, message: str) -> str:
        return bracketed(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return bracketed(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return bracketed(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return bracketed(msgid1 if n == 1 else msgid2)


@contextmanager
def pseudo_locale(language: str = "fr") -> Iterator[None]:
    """While it lasts, pages asked for in this language speak the pseudo-locale."""
    spoken = _PseudoTranslation(language)
    with mock.patch.dict(trans_real._translations, {language: spoken}):  # type: ignore[attr-defined]
        patches = [mock.patch.object(wording, name, _bracketing(getattr(wording, name))) for name in _WRITERS]
        patches.append(mock.patch(f"{translating.__name__}.say", _bracketing(say)))
        patches += [
            mock.patch.object(spoken_languages, name, _bracketing(getattr(spoken_languages, name)))
            for name in ("language_name", "name_of_key", "own_name", "own_name_of_key")
        ]
        for patch in patches:
            patch.start()
        try:
            yield
        finally:
            for patch in reversed(patches):
                patch.stop()


def _bracketing(write: Callable[..., str]) -> Callable[..., str]:
    def bracketing(*args: Any, **kwargs: Any) -> str:
        return bracketed(write(*args, **kwargs))

    return bracketing


class _Reader(HTMLParser):
    """Collects what a reader sees or hears in the language of the page."""

    def __init__(self, *, attributes: bool) -> None:
        super().__init__()
        self.attributes = attributes
        self.page = ""
        self.open: list[tuple[str, bool]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.page = given.get("lang", "")
        elsewhere = bool(self.open and self.open[-1][1])
        if "lang" in given:
            elsewhere = given["lang"] != self.page
        elsewhere = elsewhere or given.get("translate") == "no" or tag in _UNSPOKEN_ELEMENTS
        if self.attributes and not elsewhere:
            self.found.extend(self._attributes(tag, given))
        if tag not in _VOID:
            self.open.append((tag, elsewhere))

    def _attributes(self, tag: str, given: dict[str, str]) -> Iterator[str]:
        for name in _SPOKEN_ATTRIBUTES & given.keys():
            is_text = name != "content" or given.get("name") == "description" or _is_title(given)
            if is_text and given.get("name") not in _NAMES_NO_TEXT:
                yield given[name]
        if tag == "input" and given.get("type") in ("submit", "button", "reset"):
            yield given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            if self.open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        # Lines of a drawing are pieces of what its labels say whole.
        drawn = any(tag == "svg" for tag, _ in self.open)
        if not drawn and not (self.open and self.open[-1][1]):
            self.found.append(data)


def _is_title(given: dict[str, str]) -> bool:
    return given.get("property") in ("og:title", "og:description")


def heard(html: str, *, attributes: bool = False) -> str:
    """What a reader takes for words in the language of the page, a piece a line."""
    reader = _Reader(attributes=attributes)
    reader.feed(html)
    return "\n".join(reader.found)


def unspoken(html: str, *, data: Collection[str] = ()) -> list[str]:
    """Visible words of a page in the pseudo-locale that came from nowhere, in the order of the page.

    Args:
        html: the page.
        data: names and values of the register that may stand in it as they are.
    """
    text = _ADDRESS.sub(" ", _outside(heard(html, attributes=True)))
    known = sorted((value for value in data if _LETTERS.search(value)), key=len, reverse=True)
    for value in known:
        if value in text:
            text = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", " ", text)
    return [line.strip() for line in text.splitlines() if _LETTERS.search(line)]


def _outside(text: str) -> str:
    """The text without everything in brackets; brackets stand in one another."""
    depth, kept = 0, []
    for sign in text:
        if sign == OPEN:
            depth += 1
        elif sign == CLOSE:
            depth = max(0, depth - 1)
            kept.append(" ")
        elif not depth:
            kept.append(sign)
    return "".join(kept)
