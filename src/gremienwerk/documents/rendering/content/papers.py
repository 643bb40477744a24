"""A whole answer to the council: letterhead, items, climate check, annexes."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from gremienwerk.documents.rendering.content.annexes import Annex
from gremienwerk.documents.rendering.content.text import Block


class ItemKind(StrEnum):
    """A question is answered, a motion is decided on; they are named differently in the paper."""

    QUESTION = "question"
    MOTION = "motion"


class ItemPart(NamedTuple):
    """A part of a question ("a)"), printed below it."""

    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerItem:
    """One question or motion as the inquiry words it, with the answer. `number` None: not numbered there."""

    number: str | None
    kind: ItemKind
    question: str
    parts: tuple[ItemPart, ...] = ()
    answer: tuple[Block, ...]


class ClimateOption(NamedTuple):
    """One box of the climate check; `effect` is compared with the check's own."""

    effect: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClimateCheck:
    """The climate check as the body words it. `effect` None: not filled in yet; `reason` may be empty."""

    question: str
    effect: str | None
    reason: str
    options: tuple[ClimateOption, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The sender. `accent_colour` is #rrggbb; `logo_svg` an SVG drawing, or None for the city's name as type."""

    city: str
    office: str
    department: str = ""
    street: str = ""
    postcode_city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    logo_svg: bytes | None = None
    accent_colour: str = "#1d4f91"
    file_reference: str | None = None


class Session(NamedTuple):
    """A step of the paper's way through the council; `on` None: no date yet."""

    committee: str
    on: datetime.date | None
    public: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPaper:
    """A whole answer to the council. Nothing in it is read from a clock.

    `kind` reads "Antwort auf die Große Anfrage"; `received_from` "Fraktion BÜNDNIS 90/DIE GRÜNEN".
    `produced_at` (aware) is written into the files' properties: same paper, same bytes.
    `draft` prints "Entwurf" into the running header until the answer is released.
    """

    letterhead: Letterhead
    language: str = "de"
    title: str
    kind: str
    received_from: str
    inquiry_number: str | None
    inquiry_date: datetime.date | None
    sessions: tuple[Session, ...] = ()
    reporting_unit: str = ""
    as_of: datetime.date
    version: int
    draft: bool = False
    produced_at: datetime.datetime
    introduction: tuple[Block, ...] = ()
    items: tuple[AnswerItem, ...]
    closing: tuple[Block, ...] = ()
    climate_check: ClimateCheck | None
    annexes: tuple[Annex, ...]
