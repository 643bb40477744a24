"""Writes a whole answer as a Word file that an office can go on writing in."""

import io

import docx

from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.documents.rendering.legible import legible

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILE_NAME = "antwort.docx"


def answer(*, paper: AnswerPaper) -> bytes:
    """The whole answer with all annexes as a DOCX file. Same paper, same bytes; nothing is read from a clock.

    Raises:
        LayoutFailed: the structure chart could not be laid out.
        TypesettingFailed: the structure chart could not be turned into a picture.
    """
    paper, _ = legible(content=paper)
    document = docx.Document()
    document.add_heading(paper.title, 0)
    for item in paper.items:
        document.add_heading(item.question, 2)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
