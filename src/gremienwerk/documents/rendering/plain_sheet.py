"""A list as a workbook: one table with a head that stays in view and can be filtered, nothing else."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import NamedTuple

import xlsxwriter

from gremienwerk.documents.rendering.content.results import RenderedFile

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST_CELL = 32_767
Value = str | int | datetime.date | None


class PlainList(NamedTuple):
    """What the workbook holds. ``widths`` are in characters, one for each column; None leaves a cell empty.

    ``made_on`` is kept as the day of creation, so that the same list gives the same bytes.
    """

    file_name: str
    title: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: Sequence[tuple[Value, ...]]
    made_on: datetime.date


def workbook(*, content: PlainList) -> RenderedFile:
    """The list as XLSX; text stays text, whatever it begins with, and dates are dates."""
    stream = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, {**safe, "strings_to_numbers": False})
    made = datetime.datetime.combine(content.made_on, datetime.time())
    book.set_properties({"title": content.title, "created": made})
    base = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
    head = book.add_format({**base, "bold": True, "bottom": 2})
    text = book.add_format(base)
    day = book.add_format({**base, "num_format": "[$-407]d. mmmm yyyy", "align": "left"})
    sheet = book.add_worksheet(content.title[:31].translate(dict.fromkeys(map(ord, "[]:*?/\\"), " ")) or "1")
    for index, (word, width) in enumerate(zip(content.header, content.widths, strict=True)):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, word, head)
    for number, row in enumerate(content.rows, 1):
        for index, value in enumerate(row):
            if isinstance(value, datetime.date):
                sheet.write_datetime(number, index, datetime.datetime.combine(value, datetime.time()), day)
            elif isinstance(value, int):
                sheet.write_number(number, index, value, text)
            elif value:
                sheet.write_string(number, index, value[:_LONGEST_CELL], text)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(content.rows), 1), len(content.header) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return RenderedFile(content.file_name, MEDIA_TYPE, stream.getvalue())
