"""Small tables of the Word file: numbers flush right under their heads, the first column the widest."""

import dataclasses
import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from gremienwerk.documents.rendering import word
from gremienwerk.documents.rendering.content.text import SmallTable
from tests.documents.rendering.samples import paper

HEADER = ("Leitung", "Ebene", "Gremien", "Mitgliedsorganisationen")


def test_numbers_and_their_heads_are_flush_right_and_the_first_column_is_wide() -> None:
    block = SmallTable("Gremien", HEADER, (("Land", "Land", "3", "12"),), (2, 3))
    content = word.answer(paper=dataclasses.replace(paper(), introduction=(block,))).content

    table = Document(io.BytesIO(content)).tables[0]
    right = WD_ALIGN_PARAGRAPH.RIGHT
    for row in table.rows:
        assert [cell.paragraphs[0].alignment for cell in row.cells] == [None, None, right, right]
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.iter(qn("w:gridCol"))]
    assert widths[0] == max(widths)
    assert widths[2] < widths[3]
    assert abs(sum(widths) - 165 * 56.693) < 4


def test_a_table_of_numbers_only_shares_its_width() -> None:
    block = SmallTable("Jahre", ("2024", "2025"), (("3", "4"),), (0, 1))
    content = word.answer(paper=dataclasses.replace(paper(), introduction=(block,))).content

    columns = Document(io.BytesIO(content)).tables[0]._tbl.iter(qn("w:gridCol"))
    assert len({column.get(qn("w:w")) for column in columns}) == 1
