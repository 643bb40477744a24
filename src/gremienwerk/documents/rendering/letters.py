"""Letters as PDF: one file to print, form B of DIN 5008 for windowed envelopes; tagged, PDF/UA-1, set by Typst."""

from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import format_date
from gremienwerk.documents.rendering import worker
from gremienwerk.documents.rendering.content.letters import LetterPaper
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.documents.rendering.legible import bound, legible
from gremienwerk.documents.rendering.pdf_data import letterhead_values
from gremienwerk.documents.rendering.worker import Job, TypesettingFailed

FILE_NAME = "briefe.pdf"
MEDIA_TYPE = "application/pdf"
TEMPLATE = "letters.typ"


def letters(*, paper: LetterPaper) -> RenderedFile:
    """Set the letter once for each receiver; what no font can show is marked and said in the notices.

    Raises:
        UserFacingError: Typst refused it; the cause holds its words.
    """
    printable, notices = legible(content=paper)
    try:
        content = worker.typeset(
            job=Job(template=TEMPLATE, data=_values(bound(content=printable)), timestamp=paper.produced_at)
        )
    except TypesettingFailed as error:
        raise UserFacingError(
            "Die Briefe ließen sich nicht als PDF setzen. Bitte melden Sie den Fall der Betreuung."
        ) from error
    return RenderedFile(FILE_NAME, MEDIA_TYPE, content, notices)


def _values(paper: LetterPaper) -> dict[str, object]:
    head = paper.letterhead
    back = (head.city, head.street, head.postcode_city)
    return {
        "letterhead": letterhead_values(head=head),
        "back": " · ".join(filter(None, back)),
        "subject": paper.subject,
        "salutation": paper.salutation,
        "paragraphs": list(paper.paragraphs),
        "closing": paper.closing,
        "signed": paper.signed,
        "day": format_date(paper.day),
        "receivers": [list(receiver.address) for receiver in paper.receivers],
    }
