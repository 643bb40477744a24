"""The answer as PDF: tagged, PDF/UA-1, set by Typst in the worker process."""

import dataclasses

from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.rendering import typefaces, worker
from gremienwerk.documents.rendering.chart import ChartDrawing, draw
from gremienwerk.documents.rendering.content.annexes import StructureChart
from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.documents.rendering.content.results import RenderedFile, RenderNotice
from gremienwerk.documents.rendering.legible import bound, legible, simplified
from gremienwerk.documents.rendering.pdf_data import paper_values
from gremienwerk.documents.rendering.worker import Job, TypesettingFailed

FILE_NAME = "antwort.pdf"
MEDIA_TYPE = "application/pdf"
TEMPLATE = "answer.typ"
SIMPLIFIED = RenderNotice(
    "simplified",
    "Das PDF ließ sich nur vereinfacht setzen: ohne Logo, und Schriftzeichen außerhalb der lateinischen, griechischen "
    f"und kyrillischen Schrift erscheinen als „{typefaces.MARK}“. Bitte melden Sie diesen Fall der Betreuung.",
)


class PaperNotPrintable(UserFacingError):
    """Typst refused the paper even in its simplest form."""


def answer(*, paper: AnswerPaper) -> RenderedFile:
    """Set the whole answer with its annexes. The same paper gives the same bytes.

    What no font can show is replaced by a visible mark, and said in the notices. If the compiler refuses or
    warns, the paper is set once more without the logo and with the plainest characters only, and that is said too.

    Raises:
        PaperNotPrintable: even that failed; the message is for the user, the cause holds Typst's words.
    """
    printable, notices = legible(content=paper)
    try:
        return RenderedFile(FILE_NAME, MEDIA_TYPE, _typeset(printable), notices)
    except TypesettingFailed:
        plain = simplified(content=printable)
    plain = dataclasses.replace(plain, letterhead=dataclasses.replace(plain.letterhead, logo_svg=None))
    try:
        return RenderedFile(FILE_NAME, MEDIA_TYPE, _typeset(plain), (*notices, SIMPLIFIED))
    except TypesettingFailed as error:
        raise PaperNotPrintable(
            "Das PDF ließ sich nicht erstellen. Die Word-Datei ist davon nicht betroffen; bitte melden Sie den Fall "
            "der Betreuung mit der Anfrage, zu der die Antwort gehört."
        ) from error


def drawings(*, paper: AnswerPaper) -> dict[int, ChartDrawing]:
    """The paper's charts drawn for paper, without links, by annex number."""
    charts = (annex for annex in paper.annexes if isinstance(annex, StructureChart))
    return {
        annex.number: draw(chart=annex.chart, links=False, id_prefix=f"anlage-{annex.number}")
        for annex in charts
    }


def _typeset(paper: AnswerPaper) -> bytes:
    values = paper_values(paper=bound(content=paper), drawings=drawings(paper=paper))
    return worker.typeset(job=Job(template=TEMPLATE, data=values, timestamp=paper.produced_at))
