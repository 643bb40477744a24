"""Word documents (DOCX): paragraphs with the numbers that Word shows, tables, text boxes, furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from gremienwerk.documents.reading.archives import Archive
from gremienwerk.documents.reading.lines import Line, LineKind, clean
from gremienwerk.documents.reading.word_numbering import W, WordNumbering

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}instrText",
    f"{W}pPr",
    f"{W}rPr",
    f"{W}commentReference",
    f"{W}sectPr",
}
_SIGNS = {f"{W}tab": " ", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "\u00ad"}
_CHECKED = {"1", "true", "on"}


@dataclass(slots=True)
class _Reading:
    """State while walking: what has been read, and what is to stand before the next line."""

    numbering: WordNumbering
    lines: list[Line] = field(default_factory=list)
    page: int = 1
    gap: int = 0
    kind: LineKind = LineKind.BODY

    def add(self, text: str, *, label: str = "", level: int = 0, indent: float = 0.0) -> None:
        """One paragraph; its soft line breaks begin further lines."""
        parts = [clean(part) for part in text.split("\n")]
        if not any(parts):
            # An empty numbered paragraph shows a number without words; Word authors use it as a blank line.
            self.gap += 1
            return
        for part in parts:
            if not part:
                self.gap += 1
                continue
            self.lines.append(
                Line(
                    part,
                    page=self.page,
                    kind=self.kind,
                    gap=self.gap,
                    indent=indent,
                    label=label,
                    level=level,
                )
            )
            self.gap, label = 0, ""


def read_word(data: bytes, *, name: str) -> tuple[list[Line], int]:
    """The lines of a DOCX file (body, then footnotes, headers and footers), and its number of pages.

    Pages are known only where the author or Word noted a break.
    """
    archive = Archive(data, name=name, what="Word-Datei")
    document = archive.tree("word/document.xml")
    numbering = WordNumbering(
        numbering=archive.optional_tree("word/numbering.xml"), styles=archive.optional_tree("word/styles.xml")
    )
    reading = _Reading(numbering)
    for body in document.iter(f"{W}body"):
        _walk(body, reading)
    for member in archive.members():
        kind = _apart(member)
        if kind is not None:
            reading.kind, reading.gap = kind, 0
            _walk_apart(archive.tree(member), reading)
    return reading.lines, reading.page


def _apart(member: str) -> LineKind | None:
    if re.fullmatch(r"word/header\d*\.xml", member):
        return LineKind.HEADER
    if re.fullmatch(r"word/footer\d*\.xml", member):
        return LineKind.FOOTER
    return LineKind.FOOTNOTE if member in {"word/footnotes.xml", "word/endnotes.xml"} else None


def _walk_apart(root: Any, reading: _Reading) -> None:
    notes = list(root.iter(f"{W}footnote", f"{W}endnote"))
    for part in notes or [root]:
        if part.get(f"{W}type") not in {"separator", "continuationSeparator", "continuationNotice"}:
            _walk(part, reading)


def _walk(element: Any, reading: _Reading) -> None:
    for child in element:
        if child.tag == f"{W}p":
            _paragraph(child, reading)
        elif child.tag == f"{W}tbl":
            _table(child, reading)
        elif child.tag == f"{_MC}AlternateContent":
            _walk(_choice(child), reading)
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            _walk(child, reading)


def _table(table: Any, reading: _Reading) -> None:
    """Cells row by row. A table with one column is only a frame around text."""
    outer = reading.kind
    rows = table.findall(f"{W}tr")
    cells = max((len(row.findall(f".//{W}tc")) for row in rows), default=0)
    if outer is LineKind.BODY and cells > 1:
        reading.kind = LineKind.TABLE
    reading.gap = max(reading.gap, 1)
    for row in rows:
        _walk(row, reading)
    reading.kind = outer
    reading.gap = max(reading.gap, 1)


def _paragraph(paragraph: Any, reading: _Reading) -> None:
    properties = paragraph.find(f"{W}pPr")
    text, boxes = "", []
    for piece in _pieces(paragraph):
        if isinstance(piece, str):
            text += piece
        elif piece.tag in {f"{W}br", f"{W}lastRenderedPageBreak"}:
            if _breaks_page(piece) and not text.strip():
                reading.page += 1
            elif piece.tag == f"{W}br":
                text += "\n"
        else:
            boxes.append(piece)
    if properties is not None and properties.find(f"{W}pageBreakBefore") is not None:
        reading.page += 1
    label, level = reading.numbering.label(properties) if text.strip() else ("", 0)
    reading.add(text, label=label, level=level, indent=_indent(properties))
    for box in boxes:
        _walk(box, reading)


def _breaks_page(piece: Any) -> bool:
    return bool(piece.tag == f"{W}lastRenderedPageBreak" or piece.get(f"{W}type") == "page")


def _indent(properties: Any | None) -> float:
    """Left indent in characters (a twentieth of a point each; a character counts 6 points)."""
    indent = properties.find(f"{W}ind") if properties is not None else None
    stated = None if indent is None else indent.get(f"{W}left") or indent.get(f"{W}start")
    try:
        return float(stated) / 120 if stated else 0.0
    except ValueError:
        return 0.0


def _pieces(element: Any) -> Iterator[Any]:
    """Texts, breaks and text boxes of a paragraph in order."""
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            continue
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag in {f"{W}br", f"{W}lastRenderedPageBreak", f"{W}txbxContent"}:
            yield child
        elif tag == f"{W}sym":
            yield _symbol(child)
        elif tag == f"{W}checkBox":
            yield _legacy_checkbox(child)
        elif tag == f"{W}sdt" and child.find(f"{W}sdtPr/{_W14}checkbox") is not None:
            yield _content_checkbox(child)
        elif tag == f"{_MC}AlternateContent":
            yield from _pieces(_choice(child))
        else:
            yield from _pieces(child)


def _choice(alternatives: Any) -> Any:
    """One of several drawings of the same thing, so that its text is not read twice."""
    for name in ("Choice", "Fallback"):
        found = alternatives.find(f"{_MC}{name}")
        if found is not None:
            return found
    return etree.Element("nothing")


def _symbol(symbol: Any) -> str:
    """A sign of a symbol font: ticked and empty boxes of Wingdings, otherwise a bullet."""
    code = str(symbol.get(f"{W}char") or "").upper().removeprefix("F0")
    return {"FE": "☒", "FD": "☒", "78": "☒", "A8": "☐", "6F": "☐", "FC": "x"}.get(code, "•")


def _legacy_checkbox(box: Any) -> str:
    for name in ("checked", "default"):
        state = box.find(f"{W}{name}")
        if state is not None:
            return "☒" if (state.get(f"{W}val") or "1") in _CHECKED else "☐"
    return "☐"


def _content_checkbox(control: Any) -> str:
    state = control.find(f"{W}sdtPr/{_W14}checkbox/{_W14}checked")
    return "☒" if state is not None and (state.get(f"{_W14}val") or "1") in _CHECKED else "☐"
