"""Captions and legends of figures: they stand inside answers, but belong to none."""

from __future__ import annotations

from dataclasses import replace

from gremienwerk.documents.reading.lines import Line
from gremienwerk.inquiries.intake.breaks import Layout, ends_sentence
from gremienwerk.inquiries.intake.closing import is_figure
from gremienwerk.inquiries.intake.marks import marks_of
from gremienwerk.inquiries.intake.page_noise import Sorted


def without_figures(document: Sorted) -> tuple[Layout, list[str]]:
    """The layout without captions and legends, and these."""
    layout = Layout(document.body, resumed=document.resumed)
    dropped = _positions(layout)
    if not dropped:
        return layout, []
    body: list[Line] = []
    resumed: set[int] = set()
    gap, skipped = 0, False
    for index, line in enumerate(layout.lines):
        if index in dropped:
            gap, skipped = max(gap, line.gap), True
            continue
        if skipped or index in document.resumed:
            resumed.add(len(body))
        body.append(replace(line, gap=max(gap, line.gap)))
        gap, skipped = 0, False
    return Layout(body, resumed=frozenset(resumed)), [layout.lines[index].text for index in sorted(dropped)]


def _positions(layout: Layout) -> set[int]:
    found: set[int] = set()
    index = 0
    while index < len(layout.lines):
        line = layout.lines[index]
        if (
            line.label
            or not is_figure(line.text, inside=index - 1 in found)
            or _inside_sentence(layout, index)
        ):
            index += 1
            continue
        end = index + 1
        if not line.text.casefold().startswith("legende"):
            while (
                end < len(layout.lines)
                and end - index < 3
                and not layout.lines[end].gap
                and not marks_of(layout.lines[end])
                and not layout.begins_paragraph(end)
            ):
                end += 1
        found.update(range(index, end))
        index = end
    return found


def _inside_sentence(layout: Layout, index: int) -> bool:
    """Whether the word came to stand at a line's start by wrapping ("siehe / Abbildung 2")."""
    return (
        index > 0
        and not layout.lines[index].gap
        and not ends_sentence(layout.lines[index - 1].text)
        and (not layout.breaks_off(index - 1) or layout.lines[index].text[:1].islower())
    )
