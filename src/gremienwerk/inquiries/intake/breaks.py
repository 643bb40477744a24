"""Where a paragraph begins: blank lines, and lines that end before they must."""

from __future__ import annotations

import re
from dataclasses import replace

from gremienwerk.documents.reading.lines import Line
from gremienwerk.inquiries.intake.marks import marks_of

_ENDS_SENTENCE = re.compile(r"[.!?:;…][)\]\"”“'’»]*$|[?!.][\"”“]?\)$")
_ABBREVIATED = re.compile(
    r"(?:\b(?:z\.\s?B|bzw|ca|Nr|Abs|Art|vgl|ggf|Dr|Prof|St|u\.\s?a|d\.\s?h|i\.\s?d\.\s?R|inkl|evtl|sog)\.)$",
    re.IGNORECASE,
)
_WIDE = 60


class Layout:
    """The body lines of a document with their paragraph breaks."""

    def __init__(self, lines: list[Line], *, resumed: frozenset[int]) -> None:
        self.lines = _with_fill(lines)
        self._resumed = resumed

    def begins_paragraph(self, index: int) -> bool:
        """Whether the line opens a paragraph (the first line does)."""
        if index <= 0:
            return True
        above, line = self.lines[index - 1], self.lines[index]
        finished = ends_sentence(above.text)
        if (
            above.text[-2:-1].isalpha()
            and above.text.endswith("-")
            and (line.text[:1].islower() or not line.gap)
        ):
            return False
        if not finished and (line.text[:1].islower() or index in self._resumed) and not line.label:
            return False
        if line.gap or line.label:
            return True
        return self.breaks_off(index - 1) and (finished or above.fill is None)

    def breaks_off(self, index: int) -> bool:
        """Whether the line ends although the next word would have fitted, as at the end of a paragraph."""
        line = self.lines[index]
        if index + 1 >= len(self.lines) or line.fill is None:
            return True
        next_word = self.lines[index + 1].text.split(" ", maxsplit=1)[0]
        per_sign = line.fill / max(len(line.text), 1)
        return line.fill + per_sign * (len(next_word) + 1) < 0.9

    def paragraph_end(self, index: int, *, stop: int) -> int:
        """The line after the last one of the paragraph that holds ``index`` (at most ``stop``)."""
        end = index + 1
        while (
            end < stop
            and not self.begins_paragraph(end)
            and not any(m.sure for m in marks_of(self.lines[end]))
        ):
            end += 1
        return end

    def paragraphs(self, start: int, stop: int) -> list[tuple[int, int]]:
        """The paragraphs between two lines as (first, after the last)."""
        found = []
        while start < stop:
            end = self.paragraph_end(start, stop=stop)
            found.append((start, end))
            start = end
        return found

    def text(self, start: int, stop: int) -> list[str]:
        """The texts of some lines, with automatic numbers."""
        return [f"{line.label} {line.text}".strip() for line in self.lines[start:stop]]


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a sentence's end (an abbreviation's dot is none)."""
    return bool(_ENDS_SENTENCE.search(text)) and not _ABBREVIATED.search(text)


def _with_fill(lines: list[Line]) -> list[Line]:
    """Give lines a fill where a word processor holds each printed line as a paragraph of its own.

    Told by how many of the wide ones end without the end of a sentence.
    """
    wide = [line for line in lines if line.fill is None and len(line.text) >= _WIDE]
    if len(wide) < 2 or sum(not ends_sentence(line.text) for line in wide) < 0.45 * len(wide):
        return lines
    lengths = sorted(len(line.text) for line in wide)
    width = lengths[len(lengths) * 9 // 10]
    return [
        line if line.fill is not None else replace(line, fill=min(len(line.text) / width, 1.0))
        for line in lines
    ]
