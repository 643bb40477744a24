"""From pieces of text with places to rows in reading order: columns first, then top to bottom.

The columns are found by the gutter: the longest run of rows that no piece of text crosses at one
place, with running text on both sides. A column of list numbers or of table figures is too
narrow to count as running text, so lists and tables are read row by row.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median

from gremienwerk.documents.reading.lines import LineKind, clean

_GAP_IN_SIZES = 1.1
"""A gap wider than this many type sizes ends a piece of text; blanks in justified text are narrower."""
_SPACE_IN_SIZES = 0.14
_GUTTER = 8.0
_FEWEST_ROWS = 4
_RUNNING_TEXT = 0.2
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Fragment:
    """A piece of text on one baseline; lengths in points, y grows upwards."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    sign_left: float = 0.0

    def continues(self, left: float, baseline: float, size: float) -> bool:
        """Whether a sign at this place belongs to the piece (also a raised figure)."""
        rise = baseline - self.baseline
        if abs(rise) > 0.25 * self.size and not (0 < rise < 0.6 * self.size and size < 0.8 * self.size):
            return False
        # The letters of a ligature are reported at one place.
        return left == self.sign_left or -0.8 * self.size < left - self.right < _GAP_IN_SIZES * self.size

    def append(self, sign: str, left: float, right: float, size: float, *, space: bool) -> None:
        """Add a sign, with a blank before it if there is one or the gap is as wide as one."""
        raised = size < 0.8 * self.size
        if not raised and (space or left - self.right > _SPACE_IN_SIZES * self.size):
            self.text += " "
        self.sign_left = left
        self.text += sign.translate(_SUPERSCRIPTS) if raised else sign
        self.right = max(self.right, right)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of one column.

    ``column`` holds the left and right edge of the column; ``height`` that of the page.
    """

    text: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    column: tuple[float, float]
    height: float
    block: int = 0
    kind: LineKind = LineKind.BODY


def rows_of_page(fragments: list[Fragment], *, number: int, height: float) -> list[Row]:
    """The rows of a page in reading order."""
    lines = _by_baseline([one for one in fragments if one.text.strip()])
    rows: list[Row] = []
    for block, region in enumerate(_regions(lines, depth=0)):
        edges = (min(f.left for line in region for f in line), max(f.right for line in region for f in line))
        rows += [replace(_row(line, number, edges, height), block=block) for line in region]
    return rows


def _row(line: list[Fragment], page: int, column: tuple[float, float], height: float) -> Row:
    return Row(
        text=clean(" ".join(piece.text for piece in line)),
        page=page,
        left=line[0].left,
        right=max(piece.right for piece in line),
        baseline=line[0].baseline,
        size=max(piece.size for piece in line),
        column=column,
        height=height,
    )


def _by_baseline(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Pieces grouped into visual lines, top to bottom, each from left to right."""
    lines: list[list[Fragment]] = []
    for piece in sorted(fragments, key=lambda one: (-one.baseline, one.left)):
        if lines and abs(lines[-1][0].baseline - piece.baseline) <= 0.35 * min(piece.size, lines[-1][0].size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _regions(lines: list[list[Fragment]], *, depth: int) -> list[list[list[Fragment]]]:
    """Parts of the page that are read one after the other."""
    gutter = _gutter(lines) if depth < 4 else None
    if gutter is None:
        return [lines] if lines else []
    first, last, at = gutter
    left = [[one for one in line if one.left < at] for line in lines[first:last]]
    right = [[one for one in line if one.left >= at] for line in lines[first:last]]
    parts = (
        lines[:first],
        [line for line in left if line],
        [line for line in right if line],
        lines[last:],
    )
    return [region for part in parts for region in _regions(part, depth=depth + 1)]


def _gutter(lines: list[list[Fragment]]) -> tuple[int, int, float] | None:
    """The best gutter as (first row, row after the last, x), or None for a page in one column."""
    starts = [one.left for line in lines for one in line]
    if not starts:
        return None
    width = max(one.right for line in lines for one in line) - min(starts)
    candidates = {
        round(left)
        for left in starts
        if starts.count(left) >= 2 or sum(abs(left - s) < 1 for s in starts) >= _FEWEST_ROWS
    }
    best: tuple[int, int, int, float] | None = None
    for left in sorted(candidates):
        at = left - _GUTTER / 2
        for first, last in _uncrossed(lines, at):
            score = _worth(lines[first:last], at, width)
            if score and (best is None or score > best[0]):
                best = (score, first, last, at)
    return None if best is None else best[1:]


def _uncrossed(lines: list[list[Fragment]], at: float) -> list[tuple[int, int]]:
    """Runs of rows that leave a gutter free to the left of ``at``."""
    runs, start = [], 0
    for index, line in enumerate(lines):
        if any(one.left < at < one.right + _GUTTER / 2 for one in line):
            if index - start >= _FEWEST_ROWS:
                runs.append((start, index))
            start = index + 1
    if len(lines) - start >= _FEWEST_ROWS:
        runs.append((start, len(lines)))
    return runs


def _worth(lines: list[list[Fragment]], at: float, width: float) -> int:
    """How many rows have running text on both sides; 0 if this is no gutter between columns."""
    left = [
        max(o.right for o in row) - row[0].left for line in lines if (row := [o for o in line if o.left < at])
    ]
    right = [
        max(o.right for o in row) - row[0].left
        for line in lines
        if (row := [o for o in line if o.left >= at])
    ]
    if min(len(left), len(right)) < _FEWEST_ROWS:
        return 0
    for side in (left, right):
        longest = sorted(side)[-max(len(side) // 3, 2) :]
        if median(longest) < _RUNNING_TEXT * width:
            return 0
    return min(len(left), len(right))
