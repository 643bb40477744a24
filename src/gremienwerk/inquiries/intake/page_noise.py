"""Page furniture: what printing and the council information system add to each page."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from gremienwerk.documents.reading.lines import Format, Line, LineKind
from gremienwerk.inquiries.intake.marks import marks_of

_COUNTERS = re.compile(
    r"""(?:
      [-–—|\s]*(?:Seite|S\.|Blatt|Page)\s*:?\s*\d{1,3}(?:\s*(?:von|/|of)\s*\d{1,3})?[-–—|\s]*
    | [-–—]+\s*\d{1,3}\s*[-–—]+
    | [-–—\s]*\d{1,3}\s*(?:von|of)\s*\d{1,3}[-–—\s]*(?:in\s+Zusammenstellung)?
    | \d{1,3}\s*/\s*\d{1,3}
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_TRAILING_COUNTER = re.compile(
    r"(?:Ergänzende Erläuterungen|Fortsetzung|noch zu|.{0,60}[|·–-])\s*Seite\s*\d{1,3}(?:\s*(?:von|/)\s*\d{1,3})?$"
)
_NOISE = re.compile(
    r"""(?:
      Gedruckt(?:\s+auf\b.*)? | (?:auf\s+)?\d*\s*(?:Prozent|%)?\s*Recyclingpapier
    | auf\s+100(?:\s+Prozent\s+Recyclingpapier)?
    | Vorlage | (?:Ausdruck|Gedruckt|Erstellt|Stand)\s+(?:vom|am):?\s*[\d.]+(?:\s.*)?
    | [.,;:_\-–—=*|\s]+
    | (?:bitte\s+wenden|b\.\s?w\.) | Fortsetzung\s+(?:auf\s+)?(?:der\s+)?(?:nächsten\s+)?Seite.* | \.\.\.?\s*/\s*\.?\.?\.?\d*
    )$""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines of a document by what they are.

    ``body`` lines keep their order. ``resumed`` holds the positions in ``body`` that follow
    furniture or a page break, where a gap says nothing about paragraphs.
    """

    body: list[Line]
    furniture: list[Line]
    footnotes: list[Line]
    resumed: frozenset[int]


def sort_lines(lines: tuple[Line, ...], *, origin: Format) -> Sorted:
    """Set apart page furniture and footnotes."""
    repeated = _repeated(lines)
    body: list[Line] = []
    furniture: list[Line] = []
    footnotes: list[Line] = []
    resumed: set[int] = set()
    gap, pending = 0, False
    for index, line in enumerate(lines):
        if line.kind is LineKind.FOOTNOTE:
            footnotes.append(line)
        elif _is_furniture(line, index, repeated, origin):
            furniture.append(line)
            gap, pending = max(gap, line.gap), pending or bool(body)
        else:
            if pending or (body and body[-1].page != line.page):
                resumed.add(len(body))
            body.append(replace(line, gap=max(gap, line.gap)))
            gap, pending = 0, False
    return Sorted(body, furniture, footnotes, frozenset(resumed))


def _is_furniture(line: Line, index: int, repeated: set[tuple[int, str]], origin: Format) -> bool:
    text = line.text
    if line.kind in {LineKind.HEADER, LineKind.FOOTER}:
        return True
    if line.label:
        return False
    if _COUNTERS.match(text) or _NOISE.match(text) or _TRAILING_COUNTER.match(text):
        return True
    return index > 0 and origin is Format.TXT and (index, _pattern(text)) in repeated


def _repeated(lines: tuple[Line, ...]) -> set[tuple[int, str]]:
    """Texts at the same place at the edge of several pages; a text without page breaks has none."""
    by_page: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        by_page[line.page].append(index)
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for page in by_page.values():
        for place, index in [*enumerate(page[:3]), *((-1 - n, i) for n, i in enumerate(page[:-4:-1]))]:
            if not lines[index].label and not marks_of(lines[index]) and "?" not in lines[index].text:
                places[place, _pattern(lines[index].text)].append(index)
    needed = max(2, len(by_page) // 2)
    return {
        (index, pattern)
        for (_, pattern), found in places.items()
        if len(found) >= needed and len(pattern) > 3
        for index in found
    }


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold()).strip()
