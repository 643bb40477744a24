"""How many lines a table row takes, by a careful guess, and cutting rows that would not fit on a page."""

import re
import unicodedata

from gremienwerk.documents.rendering.cells import Cell, CellLine
from gremienwerk.documents.rendering.content.text import NOT_RECORDED

# A row with more lines than this would leave a page half empty before it, or not fit on one at all.
LONG_ROW_LINES = 34
CHARACTERS_PER_MILLIMETRE = 0.66
CONTINUED = "(Fortsetzung)"
# Where a long text is cut: after a name of a list, else between words, else anywhere.
_ATOMS = re.compile(r".{1,160}?(?:; |\n|\Z)|.{1,160}(?:\s|\Z)|.{1,160}", re.DOTALL)

Row = tuple[Cell, ...]


def is_long(*, row: Row, widths: tuple[int, ...]) -> bool:
    """Whether the row is too high to be kept together; `widths` of the columns in millimetres."""
    return max(_lines(cell, _room(width)) for cell, width in zip(row, widths, strict=True)) > LONG_ROW_LINES


def cut(*, row: Row, widths: tuple[int, ...]) -> list[Row]:
    """The row as rows that each fit on a page; all but the first repeat its name with "(Fortsetzung)"."""
    if not is_long(row=row, widths=widths):
        return [row]
    columns = [_pieces(cell, _room(width)) for cell, width in zip(row, widths, strict=True)]
    cut_rows = []
    for number in range(max(map(len, columns))):
        cells = [pieces[number] if number < len(pieces) else () for pieces in columns]
        if number and len(columns[0]) == 1:
            cells[0] = (CellLine(f"{row[0][0].text} {CONTINUED}", strong=True),)
        cut_rows.append(tuple(cells))
    return cut_rows


def _pieces(cell: Cell, room: float) -> list[Cell]:
    pieces: list[list[CellLine]] = [[]]
    used = 0.0
    for line in cell:
        label, text = line.label, ""
        for atom in _ATOMS.findall(line.text or "") or [""]:
            if text and used + _height(label, text + atom, room) > LONG_ROW_LINES:
                pieces[-1].append(CellLine(text.rstrip(), label, line.strong))
                pieces.append([])
                used, text, label = 0.0, "", f"{line.label} {CONTINUED}" if line.label else ""
            elif not text and used + _height(label, atom, room) > LONG_ROW_LINES:
                pieces.append([])
                used = 0.0
            text += atom
        used += _height(label, text, room)
        pieces[-1].append(CellLine(None if line.text is None else text.rstrip(), label, line.strong))
    return [tuple(piece) for piece in pieces]


def _room(width: int) -> float:
    return width * CHARACTERS_PER_MILLIMETRE


def _lines(cell: Cell, room: float) -> float:
    return sum(_height(line.label, line.text or NOT_RECORDED, room) for line in cell)


def _height(label: str, text: str, room: float) -> float:
    return 1.2 + text.count("\n") + (len(label) + _width(text)) // room


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
