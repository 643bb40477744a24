"""Writes annexes as Excel tables: one row per committee or organisation, to be filtered, sorted and printed.

Columns hold one fact each (unlike the printed table, where a cell answers a whole question). Nothing anyone
has typed can become a formula: every text is written as text.
"""

import datetime
import io
import re
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gremienwerk.core.german import count, format_date
from gremienwerk.documents.rendering import sheet_rows, wording
from gremienwerk.documents.rendering.content.annexes import CommitteeTable, DirectoryList
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.documents.rendering.content.text import NOT_RECORDED
from gremienwerk.documents.rendering.legible import legible
from gremienwerk.documents.rendering.sheet_rows import Column, Value

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COMMITTEE_FILE = "gremientabelle.xlsx"
DIRECTORY_FILE = "mso-liste.xlsx"

# Excel numbers of paper sizes; beyond WIDE characters a table is unreadable on A4.
A3, A4, WIDE = 8, 9, 230
_CELL_LIMIT = 32_767  # characters, Excel's own; longer texts would be dropped by the writer
_FIRST_DATE = datetime.date(1900, 3, 1)  # before it, Excel counts days wrongly
_LINK = re.compile(r"https?://[!-~]{3,1000}\Z")
_MAIL = re.compile(r"[\w.+-]{1,64}@[A-Za-z0-9.-]{3,200}\Z", re.ASCII)
_GREY, _HEAD, _RULE = "#595959", "#E8EDF3", "#BFC7D1"


def committee_table(
    *,
    table: CommitteeTable,
    city: str,
    as_of: datetime.date,
    produced_at: datetime.datetime,
    draft: bool = False,
) -> RenderedFile:
    """The committee table as an XLSX file: a row per committee, its section in the first column.

    A `draft` says in header, properties and on the second sheet that nobody has released it.

    Same content, same bytes: the file's date is `produced_at`, never the clock. A fact that nobody recorded reads
    "nicht erfasst"; a table without committees says so in its first row.
    """
    table, notices = legible(content=table)
    rows = [
        sheet_rows.committee(section=section.title, row=row)
        for section in table.sections
        for row in section.rows
    ]
    number = count(len(rows), "Gremium", "Gremien")
    about = _About(table.title, table.note, city, as_of, produced_at, number, draft)
    content = _workbook("Gremien", sheet_rows.COMMITTEE_COLUMNS, rows, wording.EMPTY_TABLE, about)
    return RenderedFile(COMMITTEE_FILE, MEDIA_TYPE, content, notices)


def directory(
    *,
    directory: DirectoryList,
    city: str,
    as_of: datetime.date,
    produced_at: datetime.datetime,
    draft: bool = False,
) -> RenderedFile:
    """The list of migrant organisations as an XLSX file: a row per organisation, addresses as links.

    A `draft` says in header, properties and on the second sheet that nobody has released it.

    Same content, same bytes: the file's date is `produced_at`, never the clock. `confirmed_on` is a real date.
    """
    directory, notices = legible(content=directory)
    rows = [sheet_rows.organisation(entry=entry) for entry in directory.entries]
    number = count(len(rows), "Organisation", "Organisationen")
    about = _About(directory.title, directory.note, city, as_of, produced_at, number, draft)
    content = _workbook("Organisationen", sheet_rows.DIRECTORY_COLUMNS, rows, wording.EMPTY_DIRECTORY, about)
    return RenderedFile(DIRECTORY_FILE, MEDIA_TYPE, content, notices)


class _About(NamedTuple):
    """What the file says about itself."""

    title: str
    note: str
    city: str
    as_of: datetime.date
    produced_at: datetime.datetime
    number: str
    draft: bool

    @property
    def stand(self) -> str:
        return f"{'Entwurf · ' if self.draft else ''}Stand: {format_date(self.as_of)}"


class _Looks(NamedTuple):
    """The cell formats of one workbook."""

    head: Format
    text: Format
    strong: Format
    number: Format
    date: Format
    link: Format
    missing: Format


def _workbook(
    name: str, columns: tuple[Column, ...], rows: list[tuple[Value, ...]], nothing: str, about: _About
) -> bytes:
    stream = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, {**safe, "strings_to_numbers": False, "max_url_length": 1100})
    created = about.produced_at.astimezone(datetime.UTC).replace(tzinfo=None)
    book.set_properties(
        {"title": about.title, "subject": about.stand, "author": about.city, "company": about.city,
         "comments": about.note, "created": created}
    )  # fmt: skip
    book.set_custom_property("Language", "de-DE")
    looks = _looks(book)
    sheet = book.add_worksheet(name)
    _set_up(sheet, columns, max(len(rows), 1), about, looks)
    for number, row in enumerate(rows, 1):
        # Excel fits rows by itself, LibreOffice and printouts do not.
        sheet.set_row(number, _height(columns, row))
        _write_row(sheet, number, columns, row, looks)
    if not rows:
        sheet.merge_range(1, 0, 1, len(columns) - 1, nothing, looks.missing)
    _explain(book.add_worksheet("Zu dieser Tabelle"), about, looks)
    book.close()
    return stream.getvalue()


def _looks(book: xlsxwriter.Workbook) -> _Looks:
    base = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1,
            "border_color": _RULE}  # fmt: skip

    def look(**more: object) -> Format:
        return book.add_format({**base, **more})

    return _Looks(
        head=look(bold=True, bg_color=_HEAD, valign="vcenter"),
        text=look(),
        strong=look(bold=True),
        number=look(num_format="#,##0", align="right"),
        date=look(num_format="[$-407]d. mmmm yyyy", align="left"),
        link=look(font_color="#0B5394", underline=1),
        missing=look(italic=True, font_color=_GREY),
    )


def _set_up(sheet: Worksheet, columns: tuple[Column, ...], rows: int, about: _About, looks: _Looks) -> None:
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, column.heading, looks.head)
    sheet.set_row(0, _height(columns, tuple(column.heading for column in columns)))
    sheet.freeze_panes(1, 2 if columns is sheet_rows.COMMITTEE_COLUMNS else 1)
    sheet.autofilter(0, 0, rows, len(columns) - 1)
    _print_on_paper(sheet, about)
    if sum(column.width for column in columns) > WIDE:
        sheet.set_paper(A3)
    sheet.repeat_rows(0)


def _height(columns: tuple[Column, ...], row: tuple[Value, ...]) -> float:
    """Points for the row's tallest cell, by a careful guess; Excel allows no more than 409."""
    lines = 1
    for column, value in zip(columns, row, strict=True):
        text = NOT_RECORDED if value is None else str(value)
        lines = max(lines, sum(1 + int(len(part) / (column.width * 1.05)) for part in text.split("\n")))
    return min(409.0, 13.0 * lines + 3)


def _print_on_paper(sheet: Worksheet, about: _About) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.65)
    sheet.set_header(f"&L&9{_header_text(about.title)}&R&9{_header_text(about.stand)}")
    sheet.set_footer(f"&L&9{_header_text(about.city)}&R&9Seite &P von &N")


def _header_text(text: str) -> str:
    """Excel reads & as the start of an order, digits after a font size as part of it, and 255 characters."""
    clipped = text if len(text) <= 90 else text[:89] + "…"
    return " " * clipped[:1].isdigit() + clipped.replace("&", "&&")


def _write_row(
    sheet: Worksheet, number: int, columns: tuple[Column, ...], row: tuple[Value, ...], looks: _Looks
) -> None:
    for index, (column, value) in enumerate(zip(columns, row, strict=True)):
        if value is None:
            sheet.write_string(number, index, NOT_RECORDED, looks.missing)
        elif isinstance(value, datetime.date):
            _write_date(sheet, number, index, value, looks)
        elif isinstance(value, int):
            sheet.write_number(number, index, value, looks.number)
        elif column.links and (target := _target(value)):
            sheet.write_url(number, index, target, looks.link, string=value)
        else:
            strong = column.heading in {"Gremium", "Organisation"}
            sheet.write_string(number, index, _clipped(value), looks.strong if strong else looks.text)


def _write_date(sheet: Worksheet, number: int, index: int, value: datetime.date, looks: _Looks) -> None:
    if value < _FIRST_DATE:
        sheet.write_string(number, index, format_date(value), looks.text)
    else:
        moment = datetime.datetime.combine(value, datetime.time())
        sheet.write_datetime(number, index, moment, looks.date)


def _target(text: str) -> str:
    """Where a text leads: only plain web and mail addresses lead anywhere."""
    if _LINK.match(text):
        return text
    return f"mailto:{text}" if _MAIL.match(text) else ""


def _clipped(text: str) -> str:
    return text if len(text) <= _CELL_LIMIT else text[: _CELL_LIMIT - 1] + "…"


def _explain(sheet: Worksheet, about: _About, looks: _Looks) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
    lines: tuple[tuple[str, str], ...] = (
        ("Titel", about.title),
        ("Herausgeberin", about.city),
        ("Stand", format_date(about.as_of)),
        *((("Fassung", "Entwurf, noch nicht freigegeben"),) if about.draft else ()),
        ("Umfang", about.number),
        ("Hinweis", about.note or "keiner"),
        (f"„{NOT_RECORDED}“", "Dazu liegt im Register keine Angabe vor. Es heißt nicht „keine“ oder „null“."),
    )
    for number, (label, text) in enumerate(lines):
        sheet.write_string(number, 0, label, looks.head)
        sheet.write_string(number, 1, _clipped(text), looks.text)
    _print_on_paper(sheet, about)
