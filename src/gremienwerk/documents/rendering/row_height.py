"""How many lines a table row takes, by a careful guess, to know which rows may be torn."""

from gremienwerk.documents.rendering.cells import Cell
from gremienwerk.documents.rendering.content.text import NOT_RECORDED

# A row with more lines than this would leave a page half empty before it, or not fit on one at all.
LONG_ROW_LINES = 34
CHARACTERS_PER_MILLIMETRE = 0.66


def is_long(*, row: tuple[Cell, ...], widths: tuple[int, ...]) -> bool:
    """Whether the row is too high to be kept together; `widths` of the columns in millimetres."""
    return max(_lines(cell, width) for cell, width in zip(row, widths, strict=True)) > LONG_ROW_LINES


def _lines(cell: Cell, width: int) -> float:
    room = width * CHARACTERS_PER_MILLIMETRE
    texts = [line.text or NOT_RECORDED for line in cell]
    lengths = (len(line.label) + len(text) for line, text in zip(cell, texts, strict=True))
    return sum(text.count("\n") for text in texts) + sum(1.2 + length // room for length in lengths)
