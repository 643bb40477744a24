"""Headers, footers and footnotes of printed pages, told by place, repetition and type size."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from statistics import median

from gremienwerk.documents.reading.lines import LineKind
from gremienwerk.documents.reading.page_layout import Row

_EDGE = 0.13
"""Share of the page's height, above and below, in which repeated rows count as furniture."""
_RIM = 0.07
"""Share of the height in which a row set apart from the text counts even without repetition."""


def mark_furniture(pages: list[list[Row]]) -> list[Row]:
    """All rows with ``kind`` set; furniture stays in its place so that nothing is lost."""
    repeated = _repeated(pages)
    usual = median([row.size for rows in pages for row in rows for _ in row.text] or [10.0])
    marked: list[Row] = []
    for rows in pages:
        body = sorted((row.baseline for row in rows), reverse=True)
        marked += [replace(row, kind=_kind(row, rows, body, repeated, usual)) for row in rows]
    return marked


def _repeated(pages: list[list[Row]]) -> set[str]:
    """Texts that stand at the same place at the edge of several pages; figures do not matter.

    What occurs more than once on a page is a table, not furniture.
    """
    seen: Counter[str] = Counter()
    for rows in pages:
        words = Counter(_without_figures(row.text) for row in rows)
        seen.update(
            {_pattern(row) for row in rows if _edge(row, _EDGE) and words[_without_figures(row.text)] == 1}
        )
    return {pattern for pattern, count in seen.items() if count >= 2}


def _pattern(row: Row) -> str:
    side = _edge(row, _EDGE)
    return f"{side}:{round(row.baseline / 4)}:{_without_figures(row.text)}"


def _without_figures(text: str) -> str:
    return re.sub(r"[0-9]+", "#", text.casefold())


def _edge(row: Row, share: float) -> LineKind | None:
    if row.baseline > row.height * (1 - share):
        return LineKind.HEADER
    return LineKind.FOOTER if row.baseline < row.height * share else None


def _kind(row: Row, rows: list[Row], baselines: list[float], repeated: set[str], usual: float) -> LineKind:
    edge = _edge(row, _EDGE)
    if edge is not None and _pattern(row) in repeated:
        return edge
    rim = _edge(row, _RIM)
    if rim is not None and _set_apart(row, baselines, rim):
        return rim
    small = row.size < 0.9 * usual and row.baseline < 0.45 * row.height
    if small and _in_footnote_block(row, rows, usual):
        return LineKind.FOOTNOTE
    return LineKind.BODY


def _set_apart(row: Row, baselines: list[float], rim: LineKind) -> bool:
    """Whether a clear distance separates the row from the text of the page."""
    inner = [
        b for b in baselines if (b < row.baseline - 1 if rim is LineKind.HEADER else b > row.baseline + 1)
    ]
    if not inner:
        return False
    nearest = max(inner) if rim is LineKind.HEADER else min(inner)
    return abs(nearest - row.baseline) > 2.2 * row.size


def _in_footnote_block(row: Row, rows: list[Row], usual: float) -> bool:
    """Small print at the foot whose first row begins with the number of a note."""
    above = [r for r in rows if r.block == row.block and r.baseline >= row.baseline]
    for one in sorted(above, key=lambda r: r.baseline):
        if one.size >= 0.9 * usual:
            return False
        if re.match(r"[\d⁰¹²³⁴-⁹*]{1,2}\s*\S", one.text):
            return True
    return False
