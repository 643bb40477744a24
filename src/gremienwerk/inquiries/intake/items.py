"""Taking one numbered item apart: question, parts, and the answer given to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from gremienwerk.inquiries.intake.breaks import Layout, ends_sentence
from gremienwerk.inquiries.intake.headings import ends_questions, reply_of
from gremienwerk.inquiries.intake.likeness import follows_up, is_asking, is_request
from gremienwerk.inquiries.intake.marks import Family, Mark, marks_of
from gremienwerk.inquiries.intake.wording import unwrap

_LONGEST_HEADING = 80


@dataclass(slots=True)
class Piece:
    """Lines of the question itself or of one of its parts."""

    mark: Mark | None
    lines: list[str] = field(default_factory=list)
    indexes: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The piece as one line."""
        return unwrap(self.lines)


@dataclass(slots=True)
class Item:
    """An item taken apart.

    Attributes:
        stem: the question itself.
        parts: its parts.
        answer: paragraphs of the answer, each a list of lines; None where none was given.
        rest: positions of lines that belong to no question (a heading, what follows the last one).
    """

    stem: Piece
    parts: list[Piece] = field(default_factory=list)
    answer: list[list[str]] | None = None
    rest: list[int] = field(default_factory=list)

    @property
    def last(self) -> Piece:
        """The piece that is being read."""
        return self.parts[-1] if self.parts else self.stem


@dataclass(frozen=True, slots=True)
class Span:
    """Where an item stands: lines from ``start`` up to but not including ``stop``.

    ``answers`` says whether the document gives answers below its questions; ``final`` whether no
    question follows.
    """

    start: int
    stop: int
    mark: Mark | None
    answers: bool
    final: bool


def take_apart(layout: Layout, span: Span) -> Item:
    """The question, its parts and its answer between two numbers."""
    first = layout.lines[span.start].text if span.mark is None else span.mark.rest
    item = Item(Piece(span.mark, [first], [span.start]))
    for index in range(span.start + 1, span.stop):
        if item.answer is not None:
            _answer_line(layout, item, index)
        elif item.rest or not _question_line(layout, span, item, index):
            item.rest.append(index)
    _move_heading(layout, span, item)
    _settle_parts(layout, item)
    _settle_bare_answer(span, item)
    return item


def _question_line(layout: Layout, span: Span, item: Item, index: int) -> bool:
    """Add a line to the question, a part or the answer; False if it belongs to none of them."""
    line = layout.lines[index]
    reply = reply_of(line.text) if not line.label else None
    if reply is not None and (layout.begins_paragraph(index) or ends_sentence(layout.lines[index - 1].text)):
        item.answer = [[reply.rest]] if reply.rest else [[]]
        return True
    if ends_questions(line.text) and _stands_alone(layout, index):
        return False
    mark = _part_mark(layout, span, item, index)
    if mark is not None:
        item.parts.append(Piece(mark, [mark.rest], [index]))
        return True
    if _restarts(layout, span, item, index):
        item.answer = []
        _answer_line(layout, item, index)
        return True
    if _breaks(layout, span, item, index):
        return _new_paragraph(layout, span, item, index)
    item.last.lines.append(f"{line.label} {line.text}".strip())
    item.last.indexes.append(index)
    return True


def _stands_alone(layout: Layout, index: int) -> bool:
    return layout.begins_paragraph(index) or ends_sentence(layout.lines[index - 1].text)


def _breaks(layout: Layout, span: Span, item: Item, index: int) -> bool:
    """Whether a new paragraph begins; in answers a finished question at a line's end is enough."""
    if not unwrap(item.last.lines):
        return False
    if layout.begins_paragraph(index):
        return True
    return span.answers and item.last.lines[-1].endswith("?") and layout.lines[index].text[:1].isupper()


def _new_paragraph(layout: Layout, span: Span, item: Item, index: int) -> bool:
    """A paragraph after the question's first one: more question, its answer, or something else."""
    end = layout.paragraph_end(index, stop=span.stop)
    text = unwrap(layout.text(index, end))
    if span.answers:
        if follows_up(text) and (is_asking(text) or not is_asking(item.stem.text)):
            return _extend(layout, item, index)
        item.answer = []
        _answer_line(layout, item, index)
        return True
    unfinished = not ends_sentence(item.last.text) and not item.parts and text[:1].islower()
    if span.final and not (is_asking(text) or follows_up(text) or unfinished or _completes(item, text)):
        return False
    return _extend(layout, item, index)


def _completes(item: Item, text: str) -> bool:
    """Whether a sentence that its parts interrupted goes on."""
    return bool(item.parts) and text.rstrip().endswith("?") and not ends_sentence(item.last.text)


def _extend(layout: Layout, item: Item, index: int) -> bool:
    line = layout.lines[index]
    item.last.lines.append(f"{line.label} {line.text}".strip())
    item.last.indexes.append(index)
    return True


def _part_mark(layout: Layout, span: Span, item: Item, index: int) -> Mark | None:
    """The reading of the line's number as the next part, or None."""
    line = layout.lines[index]
    top = span.mark
    for mark in marks_of(line):
        if top is not None and mark.family is top.family and not (mark.sure and line.level):
            continue
        if mark.family in {Family.WORD, Family.BARE} and not mark.sure:
            continue
        if mark.family is Family.MULTI and top is not None and mark.under != top.number:
            continue
        if (not mark.rest and index + 1 >= span.stop) or _is_initial(mark):
            continue
        if _is_next(item, mark) and (
            mark.sure or mark.family is not Family.BULLET or _opens_bullet(layout, item, index)
        ):
            return mark
    return None


def _is_initial(mark: Mark) -> bool:
    """Whether "A. Müller" is a name and no part A."""
    return (
        mark.family is Family.UPPER
        and not mark.sure
        and len(mark.rest.split()) == 1
        and mark.rest[:1].isupper()
    )


def _opens_bullet(layout: Layout, item: Item, index: int) -> bool:
    """A dash inside a sentence may come to stand at a line's start."""
    above = layout.lines[index - 1].text
    return (
        bool(item.parts)
        or layout.begins_paragraph(index)
        or layout.breaks_off(index - 1)
        or above.endswith((":", "?", ".", ";"))
    )


def _is_next(item: Item, mark: Mark) -> bool:
    before = next((piece.mark for piece in reversed(item.parts) if piece.mark), None)
    if before is None:
        return mark.family is Family.BULLET or mark.value == 1
    if mark.family is not before.family:
        return False
    if mark.family is Family.BULLET:
        return mark.number == before.number or mark.sure
    return mark.value - before.value in {0, 1} and (mark.value != before.value or mark.family is Family.MULTI)


def _restarts(layout: Layout, span: Span, item: Item, index: int) -> bool:
    """Whether the parts' numbers begin again: an answer goes through them."""
    if not span.answers or not item.parts or item.parts[0].mark is None:
        return False
    first = item.parts[0].mark
    return first.value == 1 and any(
        mark.family is first.family and mark.value == 1 for mark in marks_of(layout.lines[index])
    )


def _answer_line(layout: Layout, item: Item, index: int) -> None:
    line = layout.lines[index]
    text = f"{line.label} {line.text}".strip()
    if item.answer is None:
        item.answer = []
    begins = layout.begins_paragraph(index) or any(m.family is not Family.BARE for m in marks_of(line))
    if not item.answer or (begins and item.answer[-1]):
        item.answer.append([text])
    else:
        item.answer[-1].append(text)


def _move_heading(layout: Layout, span: Span, item: Item) -> None:
    """A short line before the next number is the heading of what follows, not the end of this item."""
    piece = item.last
    if span.final or item.answer is not None or len(piece.indexes) < 2:
        return
    start = len(piece.indexes) - 1
    while start > 1 and not layout.begins_paragraph(piece.indexes[start]):
        start -= 1
    text = unwrap(piece.lines[start:])
    if (
        layout.begins_paragraph(piece.indexes[start])
        and _is_heading(text)
        and ends_sentence(unwrap(piece.lines[:start]))
    ):
        item.rest += piece.indexes[start:]
        del piece.lines[start:], piece.indexes[start:]


def _is_heading(text: str) -> bool:
    if len(text) > _LONGEST_HEADING or text.endswith((".", "?", "!", ";", ",")):
        return False
    return not is_request(text) or text.endswith(":")


def _settle_parts(layout: Layout, item: Item) -> None:
    """Undo parts that only divide one sentence ("… a) von A nach B und b) nach C gezählt?")."""
    if not item.parts or ends_sentence(item.stem.text) or item.stem.text.endswith(":"):
        return
    inner = [piece.text for piece in item.parts[:-1]]
    if any(ends_sentence(text) for text in inner) or not inner:
        return
    joined = inner[-1].casefold().endswith((" und", " oder", ",", " bzw.", " sowie"))
    if not (joined and item.last.text.endswith("?")):
        return
    for piece in item.parts:
        lines = layout.text(piece.indexes[0], piece.indexes[0] + 1) + piece.lines[1:]
        item.stem.lines += lines
        item.stem.indexes += piece.indexes
    item.parts.clear()


def _settle_bare_answer(span: Span, item: Item) -> None:
    """An answer may be nothing but a list: then the list is not a list of parts."""
    if not span.answers or item.answer is not None or not item.parts or not is_asking(item.stem.text):
        return
    if any(is_asking(piece.text) for piece in item.parts):
        return
    item.answer = [[f"{_sign(piece)} {piece.text}".strip()] for piece in item.parts]
    item.parts.clear()


def _sign(piece: Piece) -> str:
    mark = piece.mark
    if mark is None:
        return ""
    return mark.number if mark.family is Family.BULLET else f"{mark.number})"


def positions(item: Item) -> Iterator[int]:
    """All line positions of the question and its parts."""
    yield from item.stem.indexes
    for piece in item.parts:
        yield from piece.indexes
