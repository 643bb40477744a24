"""The text of a released answer as its pages show it: headings, paragraphs, lists and tables, with web addresses as links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from gremienwerk.documents.rendering.runs import Run, runs
from gremienwerk.publishing.records import AnswerItem, AnswerRecord

Words = tuple[Run, ...]


class Piece(NamedTuple):
    """A block of text; ``kind`` is heading, text, list or table.

    ``words`` is the heading, the paragraph or the caption of the table; ``items`` are those of a list;
    ``header`` and ``rows`` those of a table, whose columns ``numeric`` (from 0) hold numbers.
    """

    kind: str
    words: Words
    items: tuple[Words, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    numeric: tuple[int, ...] = ()


def answer_text(*, answer: AnswerRecord) -> tuple[tuple[AnswerItem, tuple[Piece, ...]], ...]:
    """Every question or motion with its answer, from the frozen paper; without one, from its plain paragraphs."""
    stored = answer.paper.get("items", ())
    return tuple(
        (item, tuple(_pieces(stored[place]["answer"])) if place < len(stored) else _plain(item))
        for place, item in enumerate(answer.items)
    )


def _plain(item: AnswerItem) -> tuple[Piece, ...]:
    return tuple(Piece("text", _words(text)) for text in item.answer)


def _pieces(blocks: Iterable[dict[str, Any]]) -> Iterable[Piece]:
    for block in blocks:
        if "items" in block:
            yield Piece("list", (), items=tuple(_words(item) for item in block["items"]))
        elif "rows" in block:
            yield Piece(
                "table",
                _words(block["caption"]),
                header=tuple(block["header"]),
                rows=tuple(tuple(row) for row in block["rows"]),
                numeric=tuple(block["numeric"]),
            )
        else:
            yield Piece("heading" if block.get("type") == "Subheading" else "text", _words(block["text"]))


def _words(text: str) -> Words:
    return runs(text=text, annexes=frozenset())
