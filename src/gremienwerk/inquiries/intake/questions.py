"""All questions of a document: numbered ones with their answers, or proposals from the text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from gremienwerk.inquiries.intake.breaks import Layout
from gremienwerk.inquiries.intake.headings import ends_answers, ends_questions, reply_of
from gremienwerk.inquiries.intake.items import Item, Span, take_apart
from gremienwerk.inquiries.intake.likeness import is_asking, is_motion
from gremienwerk.inquiries.intake.marks import Family
from gremienwerk.inquiries.intake.parsed import ItemKind, Part, Question
from gremienwerk.inquiries.intake.replies import Replies, find_replies
from gremienwerk.inquiries.intake.senders import ANSWER_KINDS
from gremienwerk.inquiries.intake.sequences import Chain, find_questions
from gremienwerk.inquiries.intake.unnumbered import Proposal, leading, propose
from gremienwerk.inquiries.intake.wording import paragraphs


@dataclass(frozen=True, slots=True)
class Found:
    """The questions, the lines around them, and where they begin and end."""

    questions: tuple[Question, ...]
    before: list[int]
    after: list[int]
    first: int
    last: int
    messages: tuple[str, ...] = ()


def find(layout: Layout, *, kind: str) -> Found:
    """The questions of a document of a kind (an earlier answer has texts below its questions)."""
    chain = find_questions(layout)
    return _numbered(layout, chain, kind) if chain is not None else _proposed(layout)


def _numbered(layout: Layout, chain: Chain, kind: str) -> Found:
    replies = find_replies(layout, chain)
    answers = replies is None and (
        kind.startswith(ANSWER_KINDS) or _answers_inside(layout, chain) or _looks_answered(layout, chain)
    )
    end = replies.start if replies else _end(layout, chain, answers)
    starts = [item.index for item in chain.items]
    items = [
        take_apart(layout, Span(item.index, stop, item.mark, answers, stop == end))
        for item, stop in zip(chain.items, [*starts[1:], end], strict=True)
    ]
    questions = [_question(item, replies) for item in items]
    lead = leading(layout, starts[0]) if not answers and chain.family is not Family.BULLET else None
    taken = set(range(lead.start, lead.stop)) if lead else set()
    if lead:
        questions.insert(0, _from_proposal(lead))
    after_replies = range(replies.stop, len(layout.lines)) if replies else range(end, len(layout.lines))
    headings = [index for item in items[:-1] for index in item.rest]
    before = sorted({*range(starts[0]), *headings} - taken)
    common = list(range(*replies.common)) if replies else []
    return Found(tuple(questions), before, [*items[-1].rest, *common, *after_replies], starts[0], end)


def _end(layout: Layout, chain: Chain, answers: bool) -> int:
    ends = ends_answers if answers else ends_questions
    for index in range(chain.items[-1].index + 1, len(layout.lines)):
        if ends(layout.lines[index].text) and not layout.lines[index].label:
            return index
    return len(layout.lines)


def _answers_inside(layout: Layout, chain: Chain) -> bool:
    return any(
        reply_of(layout.lines[index].text) and not layout.lines[index].label
        for index in range(chain.items[0].index + 1, len(layout.lines))
    )


def _looks_answered(layout: Layout, chain: Chain) -> bool:
    """Whether most questions have a statement of some length in a paragraph of its own below them."""
    items = chain.items
    if len(items) < 2:
        return False
    answered = 0
    for item, after in pairwise(items):
        blocks = layout.paragraphs(item.index, after.index)
        texts = [" ".join(layout.text(*block)) for block in blocks]
        answered += is_asking(texts[0]) and any(len(text) > 60 and "?" not in text for text in texts[1:])
    return answered >= 0.75 * (len(items) - 1)


def _question(item: Item, replies: Replies | None) -> Question:
    mark = item.stem.mark
    number = None if mark is None or mark.family is Family.BULLET else mark.number
    text = item.stem.text
    answer = paragraphs(item.answer) if item.answer is not None else None
    if replies and number is not None:
        answer = replies.by_number.get(number)
    return Question(
        number=number,
        kind=ItemKind.MOTION if is_motion(text) else ItemKind.QUESTION,
        text=text,
        answer=answer or None,
        parts=tuple(
            Part(
                None if piece.mark is None or piece.mark.family is Family.BULLET else piece.mark.number,
                piece.text,
            )
            for piece in item.parts
        ),
    )


def _from_proposal(proposal: Proposal) -> Question:
    return Question(
        number=None,
        kind=ItemKind.MOTION if is_motion(proposal.text) else ItemKind.QUESTION,
        text=proposal.text,
    )


def _proposed(layout: Layout) -> Found:
    proposals = propose(layout)
    questions: list[Question] = []
    taken: set[int] = set()
    for proposal in proposals:
        question = _from_proposal(proposal)
        taken.update(range(proposal.start, proposal.stop))
        if proposal.list_start is not None:
            question = _with_list(layout, proposal, question, taken)
        questions.append(question)
    first = min(taken, default=len(layout.lines))
    last = max(taken, default=-1) + 1
    before = list(range(first))
    after = [index for index in range(first, len(layout.lines)) if index not in taken]
    message = "Die Fragen sind nicht nummeriert; die gefundenen Fragesätze bitte prüfen."
    return Found(tuple(questions), before, after, first, last, (message,) if questions else ())


def _with_list(layout: Layout, proposal: Proposal, question: Question, taken: set[int]) -> Question:
    """A list directly below a question sentence: its parts, or names that only complete it."""
    start = proposal.stop - 1
    stop = next(
        (i for i in range(proposal.stop, len(layout.lines)) if ends_questions(layout.lines[i].text)),
        len(layout.lines),
    )
    item = take_apart(layout, Span(start, stop, None, False, True))
    if not is_asking(proposal.text):
        return question
    for piece in item.parts:
        taken.update(piece.indexes)
    made = _question(item, None)
    return Question(None, question.kind, question.text, parts=made.parts)
