"""PDF files: characters with their places, by PDFium."""

from __future__ import annotations

import ctypes
import math
import threading
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from gremienwerk.documents.reading.lines import Line
from gremienwerk.documents.reading.page_furniture import mark_furniture
from gremienwerk.documents.reading.page_layout import Fragment, Row, rows_of_page
from gremienwerk.documents.reading.page_lines import lines_of_rows
from gremienwerk.documents.reading.refusals import ScannedDocument, TooLarge, broken, locked

PAGE_LIMIT = 400
_FEWEST_SIGNS = 15
"""Below so many letters and digits a PDF counts as scanned: stamps and page numbers are no text."""

_BLANKS = frozenset((0, 9, 10, 13, 32, 160))
_HYPHENS = frozenset((2, 0xFFFE))

# PDFium may be entered by one thread of a process at a time.
_ONE_AT_A_TIME = threading.Lock()


def read_pdf(data: bytes, *, name: str) -> tuple[list[Line], int]:
    """The lines of a PDF in reading order, column by column, and its number of pages.

    Raises:
        UnreadableDocument: broken, encrypted, too many pages, or scanned without text.
    """
    with _ONE_AT_A_TIME:
        document = _open(data, name)
        try:
            count = len(document)
            if count > PAGE_LIMIT:
                raise TooLarge(
                    f"Die Datei „{name}“ hat {count} Seiten; gelesen werden höchstens {PAGE_LIMIT}. "
                    "Bitte nur die Anfrage selbst senden, ohne Anlagen."
                )
            pages = [_page(document, index, name) for index in range(count)]
        finally:
            document.close()
    signs = sum(c.isalnum() for rows in pages for row in rows for c in row.text)
    if signs < _FEWEST_SIGNS:
        raise ScannedDocument(
            f"Die Datei „{name}“ enthält keinen lesbaren Text, vermutlich ist sie eingescannt. "
            "Bitte das ursprüngliche Dokument senden oder vorher eine Texterkennung (OCR) ausführen."
        )
    return lines_of_rows(mark_furniture(pages)), count


def _open(data: bytes, name: str) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if (
            getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
            or "password" in str(error).casefold()
        ):
            raise locked(name) from error
        raise broken(name, "PDF") from error


def _page(document: Any, index: int, name: str) -> list[Row]:
    try:
        page = document[index]
        height = page.get_height()
        text = page.get_textpage()
        fragments = _fragments(text.raw)
        text.close()
        page.close()
    except pypdfium2.PdfiumError as error:
        raise broken(name, "PDF") from error
    return rows_of_page(fragments, number=index + 1, height=height)


def _fragments(text: Any) -> list[Fragment]:
    """Pieces of text on one baseline without a wide gap, in the order of the file's content.

    PDFium is asked as little as possible for each sign: this loop decides how long a PDF takes.
    """
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x_at, y_at, box_at = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    unicode, origin, loose_box = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetCharOrigin,
        pdfium.FPDFText_GetLooseCharBox,
    )
    found: list[Fragment] = []
    current: Fragment | None = None
    space = False
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = unicode(text, index)
        if code in _BLANKS:
            space = True
            continue
        origin(text, index, x_at, y_at)
        loose_box(text, index, box_at)
        # Signs on the same baseline have the size of their neighbours; raised ones stand higher.
        same = current is not None and y.value == current.baseline
        size = current.size if same and current else _type_size(text, index, matrix)
        sign = (
            "-" if code in _HYPHENS else chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        )
        if current is not None and current.continues(box.left, y.value, size):
            current.append(sign, box.left, box.right, size, space=space)
        else:
            size = _type_size(text, index, matrix)
            current = Fragment(
                sign,
                left=box.left,
                right=max(box.right, box.left),
                baseline=y.value,
                size=size,
                sign_left=box.left,
            )
            found.append(current)
        space = False
    return found


def _type_size(text: Any, index: int, matrix: Any) -> float:
    """The size of a sign as printed, in points: the font's size may be scaled by the text matrix."""
    size: float = abs(pdfium.FPDFText_GetFontSize(text, index))
    if pdfium.FPDFText_GetMatrix(text, index, matrix):
        scale = math.hypot(matrix.c, matrix.d)
        size *= scale or 1.0
    return max(size, 1.0)
