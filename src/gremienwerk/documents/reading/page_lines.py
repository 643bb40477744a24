"""Rows of a PDF as lines: distances become blank lines, widths become fill."""

from __future__ import annotations

import itertools
from statistics import median

from gremienwerk.documents.reading.lines import Line, LineKind
from gremienwerk.documents.reading.page_layout import Row

_FURNITURE = {LineKind.HEADER, LineKind.FOOTER}


def lines_of_rows(rows: list[Row]) -> list[Line]:
    """The rows as lines in the same order."""
    leading = _leading(rows)
    lines: list[Line] = []
    before: Row | None = None
    for row in rows:
        if not row.text:
            continue
        left, right = row.column
        lines.append(
            Line(
                row.text,
                page=row.page,
                kind=row.kind,
                gap=_gap(before, row, leading),
                indent=(row.left - left) / (0.5 * row.size),
                fill=(row.right - left) / max(right - left, 1.0),
            )
        )
        if row.kind not in _FURNITURE:
            before = row
    return lines


def _leading(rows: list[Row]) -> float:
    """The usual distance of two baselines, in type sizes."""
    steps = [
        (above.baseline - below.baseline) / max(above.size, below.size)
        for above, below in itertools.pairwise(rows)
        if above.page == below.page and above.block == below.block and above.baseline > below.baseline
    ]
    close = [step for step in steps if step < 2.0]
    return median(close) if close else 1.2


def _gap(above: Row | None, row: Row, leading: float) -> int:
    """Blank lines between two rows. Across columns and pages nothing is known: none."""
    if above is None or above.page != row.page or above.block != row.block:
        return 0
    distance = (above.baseline - row.baseline) / (leading * max(above.size, row.size, 1.0))
    return max(round(distance - 0.85), 0) if distance > 1.28 else 0
