"""What intake finds in a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gremienwerk.core.errors import UserFacingError


class ItemKind(StrEnum):
    """What an item wants: an answer, or that something is done."""

    QUESTION = "question"
    MOTION = "motion"


class Effect(StrEnum):
    """The ticked box of a climate check."""

    NEUTRAL = "neutral"
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Block(StrEnum):
    """The answer blocks that the register can fill (design.md section 2, questions 1 to 7)."""

    SEATS = "seats"
    INSTITUTIONS = "institutions"
    RHYTHM = "rhythm"
    INVITATION = "invitation"
    OPENNESS = "openness"
    TOPICS = "topics"
    DIRECTORY = "directory"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question; ``number`` is None for a bulleted one."""

    number: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One item of an inquiry.

    Attributes:
        number: as in the source, without its dot or bracket ("1", "a", "1.1"); None where nothing
            is numbered (bulleted or proposed from running text).
        kind: question or motion.
        text: in one line; words hyphenated at a line's end are joined.
        answer: the text given to it in an earlier answer, paragraphs separated by an empty line;
            None where the document answers nothing.
        block: the answer block that fits, or None for a free text.
        block_reason: why, in German; empty without a block.
        restriction: the subject to which the question narrows the committees it means ("dem Ehrenamt für
            Geflüchtete"), or empty; a block answers for all committees.
        parts: sub-questions, numbered or bulleted.
    """

    number: str | None
    kind: ItemKind
    text: str
    answer: str | None = None
    block: Block | None = None
    block_reason: str = ""
    parts: tuple[Part, ...] = ()
    restriction: str = ""


@dataclass(frozen=True, slots=True)
class ClimateCheck:
    """The climate check of an earlier answer; ``effect`` is None where no box is ticked."""

    effect: Effect | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Session:
    """Where the inquiry is dealt with."""

    committee: str
    on: date | None = None
    item: str = ""


@dataclass(frozen=True, slots=True)
class ParsedInquiry:
    """An inquiry or an earlier answer, taken apart; every word of the source is in one of the fields.

    Attributes:
        title: the subject; None if none was found.
        kind: as stated ("Anfrage", "Große Anfrage", "Stellungnahme zur Anfrage", …).
        groups: political groups or persons as stated.
        date: of the inquiry (not of the session), or None.
        addressee: whom it is addressed to, or None.
        session: committee, day and agenda item, or None.
        reference: number of the paper in the council information system, or None.
        preamble: text before the first question, with the letterhead.
        closing: text after the questions (reasons, signatures, figures, annexes, climate check).
        footnotes: notes at the foot of pages.
        furniture: page counters, running headers and footers.
        messages: German remarks for the clerk.
    """

    title: str | None
    kind: str
    groups: tuple[str, ...]
    date: date | None
    addressee: str | None
    session: Session | None
    reference: str | None
    questions: tuple[Question, ...]
    climate_check: ClimateCheck | None
    annexes: tuple[str, ...]
    preamble: str
    closing: str
    footnotes: str = ""
    furniture: str = ""
    messages: tuple[str, ...] = ()


class NoQuestionFound(UserFacingError):
    """The text was read, but it asks nothing."""
