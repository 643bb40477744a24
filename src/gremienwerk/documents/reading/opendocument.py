"""OpenDocument texts (ODT): paragraphs with automatic numbers, tables, text boxes, furniture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gremienwerk.documents.reading.archives import Archive
from gremienwerk.documents.reading.lines import Line, LineKind, clean
from gremienwerk.documents.reading.opendocument_numbering import ListNumbering
from gremienwerk.documents.reading.refusals import broken, locked

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_SKIPPED = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls", f"{_OFFICE}forms"}


@dataclass(slots=True)
class _Reading:
    numbering: ListNumbering
    lines: list[Line] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)
    page: int = 1
    gap: int = 0
    kind: LineKind = LineKind.BODY
    label: str = ""
    level: int = 0


def read_opendocument(data: bytes, *, name: str) -> tuple[list[Line], int]:
    """The lines of an ODT file (body, then footnotes, headers and footers), and its number of pages."""
    archive = Archive(data, name=name, what="OpenDocument-Datei")
    if not archive.has("content.xml"):
        raise broken(name, "OpenDocument-Datei")
    manifest = archive.bytes_of("META-INF/manifest.xml") if archive.has("META-INF/manifest.xml") else b""
    if b"encryption-data" in manifest:
        raise locked(name)
    content = archive.tree("content.xml")
    styles = archive.optional_tree("styles.xml")
    reading = _Reading(ListNumbering(content=content, styles=styles))
    for body in content.iter(f"{_OFFICE}text"):
        _walk(body, reading)
    reading.kind = LineKind.FOOTNOTE
    for note in reading.notes:
        for body in note.iter(f"{_TEXT}note-body"):
            reading.gap = 0
            _walk(body, reading)
    if styles is not None:
        _walk_furniture(styles, reading)
    return reading.lines, reading.page


def _walk_furniture(styles: Any, reading: _Reading) -> None:
    for tag, kind in (("header", LineKind.HEADER), ("footer", LineKind.FOOTER)):
        for part in styles.iter(f"{_STYLE}{tag}", f"{_STYLE}{tag}-first", f"{_STYLE}{tag}-left"):
            reading.kind, reading.gap = kind, 0
            _walk(part, reading)


def _walk(element: Any, reading: _Reading) -> None:
    for child in element:
        if child.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
            _paragraph(child, reading)
        elif child.tag == f"{_TEXT}list":
            _list(child, reading, depth=0, style=None)
        elif child.tag == f"{_TEXT}numbered-paragraph":
            _numbered(child, reading)
        elif child.tag == f"{_TABLE}table":
            _table(child, reading)
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            _walk(child, reading)


def _list(element: Any, reading: _Reading, *, depth: int, style: str | None) -> None:
    style = element.get(f"{_TEXT}style-name") or style or _style_of_first(element, reading)
    reading.numbering.open(element, style=style, depth=depth)
    for item in element:
        if item.tag not in {f"{_TEXT}list-item", f"{_TEXT}list-header"}:
            continue
        numbered = item.tag == f"{_TEXT}list-item"
        for child in item:
            if child.tag == f"{_TEXT}list":
                _list(child, reading, depth=depth + 1, style=style)
            elif child.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
                if numbered:
                    # Only the first paragraph of an item carries its number.
                    reading.label = reading.numbering.next(item, style=style, depth=depth)
                    numbered = False
                reading.level = depth
                _paragraph(child, reading)
            else:
                _walk([child], reading)
    reading.label, reading.level = "", 0


def _style_of_first(element: Any, reading: _Reading) -> str | None:
    first = next(element.iter(f"{_TEXT}p", f"{_TEXT}h"), None)
    return None if first is None else reading.numbering.style_of_paragraph(first.get(f"{_TEXT}style-name"))


def _numbered(element: Any, reading: _Reading) -> None:
    style = element.get(f"{_TEXT}style-name")
    depth = int(element.get(f"{_TEXT}level") or 1) - 1
    reading.label = reading.numbering.next(element, style=style, depth=max(depth, 0))
    reading.level = max(depth, 0)
    _walk(element, reading)
    reading.label, reading.level = "", 0


def _table(table: Any, reading: _Reading) -> None:
    """Cells row by row. A table with one column is only a frame around text."""
    outer = reading.kind
    widest = max(
        (len(row.findall(f"{_TABLE}table-cell")) for row in table.iter(f"{_TABLE}table-row")), default=0
    )
    if outer is LineKind.BODY and widest > 1:
        reading.kind = LineKind.TABLE
    reading.gap = max(reading.gap, 1)
    for row in table.iter(f"{_TABLE}table-row"):
        _walk(row, reading)
    reading.kind = outer
    reading.gap = max(reading.gap, 1)


def _paragraph(paragraph: Any, reading: _Reading) -> None:
    text, boxes = "", []
    for piece in _pieces(paragraph):
        if isinstance(piece, str):
            text += piece
        elif piece.tag == f"{_TEXT}note":
            reading.notes.append(piece)
        elif piece.tag == f"{_TEXT}soft-page-break":
            reading.page += 1
        else:
            boxes.append(piece)
    label, level = reading.label, reading.level
    reading.label = ""
    if not label and paragraph.tag == f"{_TEXT}h" and text.strip():
        label = reading.numbering.heading(paragraph)
    _add(reading, text, label=label, level=level)
    for box in boxes:
        _walk(box, reading)


def _add(reading: _Reading, text: str, *, label: str, level: int) -> None:
    parts = [clean(part) for part in text.split("\n")]
    for part in parts:
        if not part:
            reading.gap += 1
            continue
        reading.lines.append(
            Line(part, page=reading.page, kind=reading.kind, gap=reading.gap, label=label, level=level)
        )
        reading.gap, label = 0, ""


def _pieces(element: Any) -> Iterator[Any]:
    """Texts, notes, page breaks and text boxes of a paragraph in order."""
    yield _unbroken(element.text)
    for child in element:
        yield from _piece(child)
        yield _unbroken(child.tail)


def _piece(child: Any) -> Iterator[Any]:
    if child.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
        yield " "
    elif child.tag == f"{_TEXT}line-break":
        yield "\n"
    elif child.tag in {f"{_TEXT}note", f"{_TEXT}soft-page-break", f"{_DRAW}text-box"}:
        yield child
    elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
        yield from _pieces(child)


def _unbroken(text: str | None) -> str:
    """Line ends inside the XML are blanks (OpenDocument 1.3 part 3, 6.1.2)."""
    return (text or "").replace("\n", " ").replace("\r", " ")
