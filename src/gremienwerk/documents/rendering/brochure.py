"""The printed directory as PDF: tagged, PDF/UA-1, two columns, set by Typst in the worker process."""

import dataclasses
import unicodedata
from typing import Any

from gremienwerk.documents.rendering import accent, worker
from gremienwerk.documents.rendering.content.brochures import Brochure, BrochureEntry
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.documents.rendering.legible import bound, legible, simplified
from gremienwerk.documents.rendering.pdf import MEDIA_TYPE, PaperNotPrintable
from gremienwerk.documents.rendering.worker import Job, TypesettingFailed

FILE_NAME = "broschuere.pdf"
TEMPLATE = "brochure.typ"


def brochure(*, content: Brochure) -> RenderedFile:
    """Set the brochure. The same content gives the same bytes.

    A character that no bundled typeface has is shown as a mark. If the compiler refuses or warns, it is set
    once more without the logo and with the plainest characters only.

    Raises:
        PaperNotPrintable: even that failed.
    """
    printable, notices = legible(content=content)
    try:
        return RenderedFile(FILE_NAME, MEDIA_TYPE, _typeset(printable), notices)
    except TypesettingFailed:
        plain = dataclasses.replace(simplified(content=printable), logo_svg=None)
    try:
        return RenderedFile(FILE_NAME, MEDIA_TYPE, _typeset(plain), notices)
    except TypesettingFailed as error:
        raise PaperNotPrintable("Die Broschüre ließ sich nicht setzen.") from error


def _typeset(content: Brochure) -> bytes:
    values = _values(bound(content=content))
    return worker.typeset(job=Job(template=TEMPLATE, data=values, timestamp=content.produced_at))


def _values(content: Brochure) -> dict[str, Any]:
    known = {entry.key for group in content.groups for entry in group.entries}
    words = ("title", "subtitle", "city", "stand", "introduction", "contents_title", "imprint", "empty")
    return {
        **{name: getattr(content, name) for name in words},
        **_tongue(content.language),
        "rtl": content.rtl,
        "page_of": content.page_of.replace("{n}", "\x00").replace("{m}", "\x00").split("\x00"),
        "page_order": _page_order(content.page_of),
        "accent": accent.readable(colour=content.accent_colour),
        "logo": content.logo_svg.decode("utf-8", "replace") if content.logo_svg else None,
        "groups": [
            {"title": group.title, "entries": [_entry(entry) for entry in group.entries]}
            for group in content.groups
        ],
        "indexes": [
            {
                "title": index.title,
                "lines": [
                    {"word": line.word, "keys": [key for key in line.keys if key in known]}
                    for line in index.lines
                ],
            }
            for index in content.indexes
        ],
    }


def _page_order(page_of: str) -> list[str]:
    """Which number stands first in "Seite {n} von {m}": some languages name the sum before the page."""
    found = sorted(("n", "m"), key=lambda name: page_of.find(f"{{{name}}}"))
    return [name for name in found if f"{{{name}}}" in page_of]


def _entry(entry: BrochureEntry) -> dict[str, Any]:
    return {
        "key": entry.key,
        "name": _closed(entry.name),
        "other_names": [_closed(name) for name in entry.other_names],
        "mark": entry.mark,
        "texts": [
            {"text": wording.text, "rtl": wording.rtl, "sign": wording.sign, **_tongue(wording.language)}
            for wording in entry.texts
        ],
        "facts": [{**fact._asdict(), "value": _closed(fact.value)} for fact in entry.facts],
    }


def _closed(text: str) -> str:
    """The text with a mark of its last letter's direction behind it, so that a full stop after it stays there (UAX 9)."""
    for character in reversed(text):
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return f"{text}\u200e"
        if direction in {"R", "AL"}:
            return f"{text}\u200f"
    return text


def _tongue(code: str) -> dict[str, str]:
    """Typst wants the language without variants ("de-simple" is German)."""
    return {"lang": code.split("-", maxsplit=1)[0]}
