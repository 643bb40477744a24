"""The files of an answer: paper and annexes as bytes, each by its renderer."""

from __future__ import annotations

from gremienwerk.documents.rendering import chart
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.inquiries.printouts.chart import answer_chart
from gremienwerk.inquiries.printouts.paper import AnswerSource
from gremienwerk.inquiries.queries import AnswerRegister

FILE_NAMES = (chart.FILE_NAME,)


def print_answer(*, register: AnswerRegister, source: AnswerSource) -> tuple[RenderedFile, ...]:
    """Render all files of an answer, in the order of ``FILE_NAMES``; nothing in them is read from a clock."""
    drawing = answer_chart(register=register, whole=source.whole_structure)
    return (chart.as_file(chart=drawing),)
