"""The whole answer: letterhead, items with their answers, climate check, annexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from gremienwerk.bodies.models import Body
from gremienwerk.core.german import format_date
from gremienwerk.documents.rendering.content.annexes import Annex
from gremienwerk.documents.rendering.content.papers import (
    AnswerItem,
    AnswerPaper,
    ClimateCheck,
    ClimateOption,
    ItemKind,
    ItemPart,
    Letterhead,
    Session,
)
from gremienwerk.documents.rendering.content.text import Block, Paragraph
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers, number_annexes
from gremienwerk.inquiries.drafting.blocks import draft_block, gap, written_by_hand
from gremienwerk.inquiries.drafting.department import units_below
from gremienwerk.inquiries.drafting.grammar import capital, names_inline
from gremienwerk.inquiries.drafting.units import unit_name
from gremienwerk.inquiries.models import ClimateEffect
from gremienwerk.inquiries.printouts.chart import chart_annex
from gremienwerk.inquiries.printouts.directory import directory_list
from gremienwerk.inquiries.printouts.profiles import committee_profiles
from gremienwerk.inquiries.printouts.table import committee_table
from gremienwerk.inquiries.queries import AnswerRegister

CLIMATE_QUESTION = (
    "Hat das Vorhaben eine langfristige Auswirkung auf den Klimaschutz und/oder die Klimafolgenanpassung?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An item of the inquiry with what the clerk has decided: a block of the register, a text, or neither yet.

    ``unit`` names who is asked to answer it, empty while nobody is. ``needs_confirmation``: the block is only a
    proposal, because it speaks of more committees than the question asks for.
    """

    number: str | None
    kind: str
    text: str
    parts: tuple[tuple[str, str], ...] = ()
    block: str = ""
    answer_text: str = ""
    unit: str = ""
    needs_confirmation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSource:
    """What an answer is made of besides the register, from a stored inquiry or straight from a file.

    ``climate_effect`` None: the check is not filled in. ``released_on`` dates the files' properties.
    """

    kind: str
    title: str
    groups: tuple[str, ...]
    number: str | None
    dated: date | None
    session: Session | None
    asked: tuple[Asked, ...]
    climate_effect: str | None
    climate_reason: str
    whole_structure: bool
    version: int
    is_draft: bool
    released_on: date


def answer_paper(*, source: AnswerSource, register: AnswerRegister) -> AnswerPaper:
    """The answer to an inquiry from the register of a day; what is missing is said in it."""
    annexes = number_annexes(
        register=register,
        blocks=[one.block for one in source.asked],
        whole_structure=source.whole_structure,
    )
    return AnswerPaper(
        letterhead=letterhead(register=register),
        title=source.title,
        kind=answer_kind(kind=source.kind),
        received_from=names_inline(source.groups),
        inquiry_number=source.number or None,
        inquiry_date=source.dated,
        sessions=(source.session,) if source.session else (),
        reporting_unit=register.unit.name,
        as_of=register.on,
        version=source.version,
        draft=source.is_draft,
        produced_at=datetime.combine(source.released_on, time(), tzinfo=UTC),
        introduction=_introduction(source, register),
        items=tuple(_item(one, register, annexes) for one in source.asked),
        climate_check=_climate_check(source, register.body),
        annexes=_annexes(source, register, annexes),
    )


def letterhead(*, register: AnswerRegister) -> Letterhead:
    """The body as sender, with the office that answers and how it is reached."""
    body, sender = register.body, register.sender
    return Letterhead(
        city=body.name,
        office=body.office,
        department=sender.department,
        street=sender.street,
        postcode_city=sender.postcode_city,
        phone=sender.phone,
        email=sender.email,
        website=sender.website,
        logo_svg=body.logo_svg.encode() if body.logo_svg else None,
        accent_colour=body.accent_colour,
    )


def answer_kind(*, kind: str) -> str:
    """The kind of the answer from that of the inquiry: "Antwort auf die Große Anfrage"."""
    words = kind.strip() or "Anfrage"
    lowered = words.casefold()
    if lowered.startswith(("antwort", "stellungnahme", "beantwortung")):
        return capital(words)
    if lowered.endswith("antrag"):
        return f"Antwort auf den {words}"
    return f"Antwort auf die {words}" if lowered.endswith("anfrage") else f"Antwort: {words}"


def _introduction(source: AnswerSource, register: AnswerRegister) -> tuple[Block, ...]:
    found = []
    if any(one.block and not one.answer_text for one in source.asked):
        found.append(
            f"Die Angaben geben den Stand vom {format_date(register.on)} im Register der Gremien und Netzwerke wieder. "
            f"Sie gelten für {unit_name(register.unit.name).accusative}{units_below(register=register)}. "
            "Was im Register fehlt, wird als „nicht erfasst“ benannt."
        )
    if any(not one.block and not one.answer_text.strip() for one in source.asked):
        found.append(
            "Was sich nicht aus dem Register der Gremien und Netzwerke beantworten lässt, haben die zuständigen "
            "Stellen zu ergänzen; die Lücken stehen in eckigen Klammern."
        )
    return tuple(Paragraph(text) for text in found)


def _item(asked: Asked, register: AnswerRegister, annexes: AnnexNumbers) -> AnswerItem:
    return AnswerItem(
        number=asked.number,
        kind=ItemKind(asked.kind),
        question=asked.text,
        parts=tuple(ItemPart(number or "–", text) for number, text in asked.parts),
        answer=answer_of(asked=asked, register=register, annexes=annexes),
    )


def answer_of(*, asked: Asked, register: AnswerRegister, annexes: AnnexNumbers) -> tuple[Block, ...]:
    """The answer to an item: the clerk's text if there is one, else the block, else that it is missing."""
    if asked.answer_text.strip():
        return written_by_hand(text=asked.answer_text)
    drafted = draft_block(key=asked.block, register=register, annexes=annexes)
    return drafted or gap(unit=asked.unit, kind=asked.kind)


def _climate_check(source: AnswerSource, body: Body) -> ClimateCheck | None:
    if not body.climate_check:
        return None
    return ClimateCheck(
        question=body.climate_question or CLIMATE_QUESTION,
        effect=source.climate_effect,
        reason=source.climate_reason,
        options=tuple(ClimateOption(effect.value, str(effect.label)) for effect in ClimateEffect),
    )


def _annexes(source: AnswerSource, register: AnswerRegister, numbers: AnnexNumbers) -> tuple[Annex, ...]:
    found: list[Annex] = []
    if numbers.table:
        found.append(committee_table(register=register, number=numbers.table))
    if numbers.profiles:
        found.append(committee_profiles(register=register, number=numbers.profiles))
    if numbers.structure:
        found.append(chart_annex(register=register, number=numbers.structure, whole=source.whole_structure))
    if numbers.directory:
        found.append(directory_list(register=register, number=numbers.directory))
    return tuple(found)


def unanswered(*, asked: Sequence[Asked]) -> tuple[int, ...]:
    """Positions, from 0, of the items that neither a block that may stand nor a text answers."""
    return tuple(
        i
        for i, one in enumerate(asked)
        if not one.answer_text.strip() and (not one.block or one.needs_confirmation)
    )
