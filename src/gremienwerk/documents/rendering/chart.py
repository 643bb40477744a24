"""Draws a committee structure: one drawing for web page, PDF and file, its sheets, and the same in words."""

import threading
from dataclasses import dataclass
from functools import lru_cache

from django.utils import translation
from django.utils.translation import gettext

from gremienwerk.core import wording
from gremienwerk.documents.rendering.charting import boxes, drawing, signs
from gremienwerk.documents.rendering.charting.counting import describe_sheet
from gremienwerk.documents.rendering.charting.drawing import Drawn
from gremienwerk.documents.rendering.charting.markup import element, number, words
from gremienwerk.documents.rendering.charting.outline import OutlineItem, outline
from gremienwerk.documents.rendering.charting.sheets import Sheet, cut_into_sheets
from gremienwerk.documents.rendering.charting.trees import grow
from gremienwerk.documents.rendering.content.charts import Chart
from gremienwerk.documents.rendering.content.results import RenderedFile, RenderNotice
from gremienwerk.documents.rendering.legible import legible

MEDIA_TYPE = "image/svg+xml"
FILE_NAME = "gremienstruktur.svg"
_one_at_a_time = threading.Lock()
_HEADING, _SHEET_GAP = 30.0, 34.0


@dataclass(frozen=True, slots=True)
class ChartSheet:
    """One page of the chart as an SVG drawing of its own; sizes in CSS pixels.

    `description` says in a sentence how many boxes of each kind this page shows.
    """

    number: int
    title: str
    description: str
    svg: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """The chart drawn: `svg` holds all sheets below each other, `outline` says the same as a nested list."""

    svg: bytes
    width: float
    height: float
    outline: tuple[OutlineItem, ...]
    sheets: tuple[ChartSheet, ...]
    notices: tuple[RenderNotice, ...] = ()


def draw(*, chart: Chart, links: bool, id_prefix: str = "struktur") -> ChartDrawing:
    """Draw the chart. With `links`, boxes lead to their pages and cut branches to their sheets.

    `id_prefix` keeps the ids apart when a page shows several drawings. The same chart gives the same bytes.

    Raises:
        ValueError: node ids are not unique, or a line names an unknown node.
        LayoutFailed: the layout engine is missing or gave up.
    """
    # PDF and Word are written side by side; the second one finds the drawing done.
    with _one_at_a_time:
        return _draw(chart, links, id_prefix)


@lru_cache(maxsize=8)
def _draw(given: Chart, links: bool, id_prefix: str) -> ChartDrawing:
    """Drawn once for PDF, Word and file together: a chart never changes."""
    with translation.override(given.language):
        return _draw_in_active_language(given, links, id_prefix)


def _draw_in_active_language(given: Chart, links: bool, id_prefix: str) -> ChartDrawing:
    chart, notices = legible(content=given)
    forest = grow(chart=chart)
    as_of = gettext("Stand: %(day)s") % {"day": wording.format_day(chart.as_of, chart.language)}
    sheets = _laid_out(chart) if forest.roots else ()
    drawn = [
        drawing.draw_sheet(sheet=sheet, as_of=as_of, links=links, id_prefix=id_prefix) for sheet in sheets
    ]
    whole = _Frame(chart.title, chart.description, id_prefix, links, chart.language)
    pages = []
    for sheet, one in zip(sheets, drawn, strict=True):
        name = chart.title if len(sheets) == 1 else f"{chart.title}, {sheet.title}"
        said = chart.description if len(sheets) == 1 else describe_sheet(sheet=sheet)
        frame = _Frame(name, said, f"{id_prefix}-einzelblatt-{sheet.number}", links, chart.language)
        svg = frame.around(one.marks, one.width, one.height)
        pages.append(ChartSheet(sheet.number, sheet.title, said, svg, one.width, one.height))
    if not sheets:
        drawn, titles = [_empty(as_of)], [""]
    else:
        titles = [sheet.title for sheet in sheets]
    marks, width, height = _below_each_other(chart.title, titles, drawn, id_prefix)
    svg = whole.around(marks, width, height)
    return ChartDrawing(svg, width, height, outline(forest=forest), tuple(pages), notices)


@lru_cache(maxsize=4)
def _laid_out(chart: Chart) -> tuple[Sheet, ...]:
    return cut_into_sheets(forest=grow(chart=chart))


def as_file(*, chart: Chart) -> RenderedFile:
    """The chart as the file gremienstruktur.svg, with links."""
    done = draw(chart=chart, links=True)
    return RenderedFile(
        FILE_NAME, MEDIA_TYPE, b'<?xml version="1.0" encoding="UTF-8"?>\n' + done.svg, done.notices
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the svg element around the marks says: name, description, and whether there are links inside."""

    title: str
    description: str
    id_prefix: str
    links: bool
    language: str

    def around(self, marks: str, width: float, height: float) -> bytes:
        prefix = "".join(c if c.isalnum() else "-" for c in self.id_prefix)
        paper = element("rect", width=width, height=height, fill=signs.PAPER, class_="gs-paper")
        head = element("title", words(self.title) or " ", id=f"{prefix}-titel")
        text = element("desc", words(self.description) or " ", id=f"{prefix}-text")
        svg = element(
            "svg", head, text, paper, marks, xmlns="http://www.w3.org/2000/svg", class_="gs-chart",
            viewBox=f"0 0 {number(width)} {number(height)}", width=number(width), height=number(height),
            role="graphics-document document" if self.links else "img", lang=self.language,
            # On a page that is read from the right, texts would else end where they are to begin.
            direction="ltr",
            aria_labelledby=f"{prefix}-titel", aria_describedby=f"{prefix}-text",
        )  # fmt: skip
        return svg.encode()


def _below_each_other(
    title: str, titles: list[str], drawn: list[Drawn], id_prefix: str
) -> tuple[str, float, float]:
    width = max(one.width for one in drawn)
    marks, y = [], 0.0
    for index, one in enumerate(drawn):
        heading = title if len(drawn) == 1 else f"{title} · {titles[index]}"
        text = element("text", words(heading), x=drawing.MARGIN, y=20, font_family=signs.FONT,
                       font_size=14, font_weight="600", fill=signs.INK, class_="gs-heading")  # fmt: skip
        body = element("g", one.marks, transform=f"translate(0 {number(_HEADING)})")
        marks.append(
            element(
                "g", text, body, id=f"{id_prefix}-blatt-{index + 1}", transform=f"translate(0 {number(y)})"
            )
        )
        y += _HEADING + one.height + _SHEET_GAP
    return "".join(marks), width, y - _SHEET_GAP


def _empty(as_of: str) -> Drawn:
    text = element("text", words(gettext("Keine Gremien erfasst. %(as_of)s") % {"as_of": as_of}), x=drawing.MARGIN, y=24,
                   font_family=signs.FONT, font_size=boxes.LABEL_SIZE, fill=signs.INK, class_="gs-text")  # fmt: skip
    return Drawn(text, drawing.MIN_WIDTH, 44.0)
