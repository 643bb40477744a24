"""WordprocessingML as text: paragraphs, runs, tables, links, captions and section ends, with every word escaped."""

import re
import unicodedata
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr, unescape

from gremienwerk.documents.rendering.runs import Run

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_XML_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Hebrew, Arabic and the other scripts written from right to left, with what may stand between their words.
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_FROM_RIGHT = re.compile(f"([{_RTL}]+(?:[ \u00a0.,;:!?()'\"/–0-9-]+[{_RTL}]+)*)")
_TAG = re.compile(r"<[^>]*>")
_RTL_MARK = "<w:rtl/>"
TWIPS_PER_MM = 56.693
_LINE = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="C3C8CE"/>'
RIGHT = '<w:jc w:val="right"/>'
# The rule below a table's head, in the template's colour.
HEAD_RULE = '<w:bottom w:val="single" w:sz="10" w:space="0" w:color="1D4F91"/>'
_TABLE_LOOK = (
    f"<w:tblBorders>{''.join(_LINE.format(side) for side in ('top', 'bottom', 'insideH'))}</w:tblBorders>"
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    'w:noVBand="1"/>'
)


def run(text: str, *, style: str = "", bold: bool = False) -> str:
    """Text as runs; line ends become line breaks, tabs become tab marks.

    Words written from right to left are runs of their own: Word needs their direction said.
    """
    look = (f"<w:rStyle w:val={quoteattr(style)}/>" if style else "") + ("<w:b/><w:bCs/>" if bold else "")
    legal = _XML_ILLEGAL.sub("", text)
    pieces = _FROM_RIGHT.split(legal)
    written = [
        _one_run(piece, look + (_RTL_MARK if number % 2 else ""))
        for number, piece in enumerate(pieces)
        if piece
    ]
    return "".join(written) or _one_run("", look)


def _one_run(text: str, look: str) -> str:
    parts = re.split(r"(\n|\t)", text)
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    body = "".join(
        marks.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts if part
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{body}</w:r>"


def running(runs: Iterable[Run]) -> str:
    """Runs with their links: web addresses as fields, annexes as jumps to their bookmark."""
    pieces = []
    for text, url, annex in runs:
        inner = run(text, style="Hyperlink" if url or annex else "")
        if url:
            instruction = 'HYPERLINK "' + url.replace("\\", "%5C").replace('"', "%22") + '"'
            inner = f"<w:fldSimple w:instr={quoteattr(instruction)}>{inner}</w:fldSimple>"
        elif annex:
            inner = f'<w:hyperlink w:anchor="anlage_{annex}" w:history="1">{inner}</w:hyperlink>'
        pieces.append(inner)
    return "".join(pieces)


def paragraph(style: str, *runs: str, extra: str = "") -> str:
    """A paragraph in a style, given by its id; `extra` is further properties as XML."""
    inner = "".join(runs)
    # An alignment is given for a column and stays; it would turn round with the paragraph.
    if _RTL_MARK in inner and "<w:jc" not in extra and _all_from_right(inner):
        extra += "<w:bidi/>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{inner}</w:p>'


def _all_from_right(inner: str) -> bool:
    return not any(unicodedata.bidirectional(sign) == "L" for sign in unescape(_TAG.sub("", inner)))


def heading(level: int, text: str, *, bookmark: int | None = None, new_page: bool = False) -> str:
    """A heading; with `bookmark` an annex number that links can jump to."""
    extra = "<w:pageBreakBefore/>" if new_page else ""
    inner = run(text)
    if bookmark is not None:
        start = f'<w:bookmarkStart w:id="{bookmark}" w:name="anlage_{bookmark}"/>'
        inner = f'{start}{inner}<w:bookmarkEnd w:id="{bookmark}"/>'
    return paragraph(f"Heading{level}", inner, extra=extra)


def caption(kind: str, number: int, text: str) -> str:
    """A numbered caption ("Tabelle 1: …") with Word's own counting field."""
    field = f'<w:fldSimple w:instr="SEQ {kind} \\* ARABIC">{run(str(number))}</w:fldSimple>'
    return paragraph("Caption", run(f"{kind} "), field, run(f": {text}"))


def table(
    *,
    header: Iterable[str],
    widths: Iterable[int],
    rows: Iterable[str],
    description: str,
    numeric: tuple[int, ...] = (),
) -> str:
    """A table with a repeated head; `widths` in millimetres, `rows` from `table_row` and `section_row`.

    The heads of the columns in `numeric` (counted from 0) are flush right, as their numbers are.
    """
    twips = [round(width * TWIPS_PER_MM) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    head = "".join(
        _head_cell(word, width, RIGHT if column in numeric else "")
        for column, (word, width) in enumerate(zip(header, twips, strict=True))
    )
    about = quoteattr(_XML_ILLEGAL.sub("", description))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/>{_TABLE_LOOK}<w:tblDescription w:val={about}/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{''.join(rows)}</w:tbl>"
    )


def _head_cell(word: str, width: int, extra: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>'
        f"{HEAD_RULE}</w:tcBorders>"
        '<w:shd w:val="clear" w:color="auto" w:fill="F1F3F5"/><w:vAlign w:val="bottom"/></w:tcPr>'
        f"{paragraph('Tabellenkopf', run(word), extra=extra)}</w:tc>"
    )


def table_row(cells: Iterable[str], widths: Iterable[int]) -> str:
    """A row of cells, each given as its paragraphs; it moves to the next page as a whole."""
    body = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{round(width * TWIPS_PER_MM)}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{body}</w:tr>"


def section_row(title: str, widths: Iterable[int]) -> str:
    """A row across the whole table that names the part below it, kept with the next row."""
    shares = list(widths)
    width = round(sum(shares) * TWIPS_PER_MM)
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{len(shares)}"/></w:tcPr>{paragraph("Tabellenteil", run(title))}</w:tc></w:tr>'
    )


def section_end(properties: str) -> str:
    """The paragraph that ends a section with the page it describes."""
    return f'<w:p><w:pPr><w:pStyle w:val="Abschnittswechsel"/>{properties}</w:pPr></w:p>'
