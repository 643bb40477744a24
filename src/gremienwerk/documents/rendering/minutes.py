"""Minutes as PDF: tagged, PDF/UA-1, set by Typst in the worker process."""

from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.rendering import worker
from gremienwerk.documents.rendering.content.minutes import MinutesPaper
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.documents.rendering.legible import bound, legible
from gremienwerk.documents.rendering.pdf_data import letterhead_values
from gremienwerk.documents.rendering.runs import runs
from gremienwerk.documents.rendering.worker import Job, TypesettingFailed

FILE_NAME = "protokoll.pdf"
MEDIA_TYPE = "application/pdf"
TEMPLATE = "minutes.typ"
_NO_ANNEXES: frozenset[int] = frozenset()


def minutes(*, paper: MinutesPaper) -> RenderedFile:
    """Set the minutes of a meeting; what no font can show is marked and said in the notices.

    Raises:
        UserFacingError: Typst refused them; the cause holds its words.
    """
    printable, notices = legible(content=paper)
    try:
        content = worker.typeset(
            job=Job(template=TEMPLATE, data=_values(bound(content=printable)), timestamp=paper.produced_at)
        )
    except TypesettingFailed as error:
        raise UserFacingError(
            "Das Protokoll ließ sich nicht als PDF setzen. Bitte melden Sie den Fall der Betreuung."
        ) from error
    return RenderedFile(FILE_NAME, MEDIA_TYPE, content, notices)


def _values(paper: MinutesPaper) -> dict[str, object]:
    return {
        "letterhead": letterhead_values(head=paper.letterhead),
        "title": paper.title,
        "kind": "Protokoll",
        "facts": [(label, [text]) for label, text in paper.facts],
        "sections": [
            {"heading": section.heading, "blocks": [_paragraph(text) for text in section.paragraphs]}
            for section in paper.sections
        ],
    }


def _paragraph(text: str) -> dict[str, object]:
    return {"kind": "paragraph", "runs": runs(text=text, annexes=_NO_ANNEXES)}
