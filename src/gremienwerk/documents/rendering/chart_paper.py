"""The structure as a PDF to hang up: every sheet on A3, the same in words behind it; PDF/UA-1, set by Typst."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.rendering import worker
from gremienwerk.documents.rendering.chart import draw
from gremienwerk.documents.rendering.chart_lettering import Unlettered, unletter
from gremienwerk.documents.rendering.charting.outline import OutlineItem
from gremienwerk.documents.rendering.content.charts import Chart
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.documents.rendering.legible import legible
from gremienwerk.documents.rendering.worker import Job, TypesettingFailed

FILE_NAME = "gremienstruktur.pdf"
MEDIA_TYPE = "application/pdf"
TEMPLATE = "chart_paper.typ"
# Room on A3 landscape below the heading, in points.
_ROOM = (1100.0, 670.0)
_LARGEST = 1.4


class ChartPaper(NamedTuple):
    """The drawing with the words around it, all in the reader's language.

    ``language`` is a BCP 47 code, ``footer`` names the city; ``page`` and ``of`` are the words between the
    numbers ("Seite 1 von 4"); ``in_words`` is the heading of the list; ``nothing`` is said where there is no box;
    ``rtl``: the language is written from the right.
    """

    chart: Chart
    language: str
    footer: str
    page: str
    of: str
    in_words: str
    nothing: str
    produced_at: datetime.datetime
    rtl: bool = False


def chart_paper(*, paper: ChartPaper) -> RenderedFile:
    """Set the structure for print.

    Raises:
        UserFacingError: Typst refused it; the cause holds its words.
    """
    printable, notices = legible(content=paper)
    try:
        job = Job(template=TEMPLATE, data=_values(printable), timestamp=printable.produced_at)
        content = worker.typeset(job=job)
    except TypesettingFailed as error:
        raise UserFacingError(
            "Die Struktur ließ sich nicht als PDF setzen. Bitte melden Sie den Fall der Betreuung."
        ) from error
    return RenderedFile(FILE_NAME, MEDIA_TYPE, content, notices)


def _values(paper: ChartPaper) -> dict[str, Any]:
    drawing = draw(chart=paper.chart, links=False)
    sheets = []
    for sheet in drawing.sheets:
        scale = min(_ROOM[0] / sheet.width, _ROOM[1] / sheet.height, _LARGEST)
        parted = unletter(svg=sheet.svg) if paper.rtl else Unlettered(sheet.svg, ())
        sheets.append(
            {
                "svg": parted.svg.decode(),
                "words": [word._asdict() for word in parted.words],
                "scale": scale,
                "width": round(sheet.width * scale, 1),
                "heading": sheet.title if len(drawing.sheets) > 1 else "",
                "alt": f"{paper.chart.title}. {sheet.title}. {sheet.description}",
            }
        )
    return {
        "title": paper.chart.title,
        "language": paper.language.split("-", maxsplit=1)[0],
        "footer": paper.footer,
        "page": paper.page,
        "of": paper.of,
        "in_words": paper.in_words,
        "nothing": paper.nothing,
        "description": paper.chart.description,
        "sheets": sheets,
        "outline": [_outline(item) for item in drawing.outline],
    }


def _outline(item: OutlineItem) -> dict[str, Any]:
    return {"text": item.text, "children": [_outline(child) for child in item.children]}
