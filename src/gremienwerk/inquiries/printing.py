"""The files of an answer: paper and annexes as bytes, each by its renderer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from gremienwerk.documents.rendering import chart, pdf, sheet, word
from gremienwerk.documents.rendering.content.annexes import CommitteeTable, DirectoryList, StructureChart
from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.inquiries.printouts.chart import answer_chart
from gremienwerk.inquiries.printouts.directory import directory_list
from gremienwerk.inquiries.printouts.paper import AnswerSource
from gremienwerk.inquiries.printouts.table import committee_table
from gremienwerk.inquiries.queries import AnswerRegister

FILE_NAMES = (pdf.FILE_NAME, word.FILE_NAME, sheet.COMMITTEE_FILE, sheet.DIRECTORY_FILE, chart.FILE_NAME)
ANNEX_OF_FILE = {
    sheet.COMMITTEE_FILE: CommitteeTable,
    sheet.DIRECTORY_FILE: DirectoryList,
    chart.FILE_NAME: StructureChart,
}


def print_answer(
    *, paper: AnswerPaper, register: AnswerRegister, source: AnswerSource
) -> tuple[RenderedFile, ...]:
    """Render all files of an answer, in the order of ``FILE_NAMES``; nothing in them is read from a clock.

    The PDF is set in a process of its own, so the other files are written meanwhile. The spreadsheets and the
    drawing are made even where the paper has no such annex: an empty list is an answer, too.
    """
    with ThreadPoolExecutor(max_workers=1) as beside:
        typeset = beside.submit(pdf.answer, paper=paper)
        others = (
            word.answer(paper=paper),
            *_sheets(paper, register),
            chart.as_file(chart=answer_chart(register=register, whole=source.whole_structure)),
        )
        return (typeset.result(), *others)


def files_of_paper(*, paper: AnswerPaper, files: tuple[RenderedFile, ...]) -> tuple[RenderedFile, ...]:
    """The files that belong to an answer: the paper itself, and sheets and drawing only for annexes that it has."""
    annexes = {type(annex) for annex in paper.annexes}
    return tuple(
        file for file in files if file.name not in ANNEX_OF_FILE or ANNEX_OF_FILE[file.name] in annexes
    )


def _sheets(paper: AnswerPaper, register: AnswerRegister) -> tuple[RenderedFile, RenderedFile]:
    city, as_of, produced_at = paper.letterhead.city, paper.as_of, paper.produced_at
    table = committee_table(register=register, number=1)
    directory = directory_list(register=register, number=1)
    return (
        sheet.committee_table(
            table=table, city=city, as_of=as_of, produced_at=produced_at, draft=paper.draft
        ),
        sheet.directory(
            directory=directory, city=city, as_of=as_of, produced_at=produced_at, draft=paper.draft
        ),
    )
