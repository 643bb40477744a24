"""An answer straight from a file: nothing is stored, the register is only read."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, NamedTuple

from gremienwerk.bodies.models import Body
from gremienwerk.documents.rendering.content.annexes import CommitteeTable
from gremienwerk.documents.rendering.content.papers import AnswerPaper, Session
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.inquiries.drafting.blocks import as_plain_text
from gremienwerk.inquiries.intake.contract import as_json
from gremienwerk.inquiries.intake.parsed import ParsedInquiry
from gremienwerk.inquiries.printing import print_answer
from gremienwerk.inquiries.printouts import (
    AnswerSource,
    Asked,
    answer_paper,
    frozen_content,
    require_agreement,
)
from gremienwerk.inquiries.queries import AnswerRegister, register_for
from gremienwerk.organisations.models import Organisation

JSON_NAME = "inquiry.json"


class Answered(NamedTuple):
    """The files of an answer, and what the person who asked for it should know."""

    files: tuple[RenderedFile, ...]
    notices: tuple[str, ...]


def answer_parsed(*, parsed: ParsedInquiry, body: Body, unit: Organisation, on: date) -> Answered:
    """Answer what intake has recognised, taking each suggested block; questions without one are said to be open.

    Args:
        parsed: the recognised inquiry.
        body: whose register answers.
        unit: the reporting unit.
        on: the day; it also dates the files' properties.

    Raises:
        NoSuchUnitYet: if the unit does not exist on the day.
    """
    register = register_for(body=body, unit=unit, on=on)
    source = source_from(parsed=parsed, on=on)
    paper = answer_paper(source=source, register=register)
    require_agreement(paper=paper)
    files = print_answer(paper=paper, register=register, source=source)
    facts = RenderedFile(JSON_NAME, "application/json", _as_json(parsed, paper, register, files))
    notices = tuple(notice.message for file in files for notice in file.notices)
    concerned = _withheld(register) if any(isinstance(one, CommitteeTable) for one in paper.annexes) else ()
    return Answered((*files, facts), tuple(dict.fromkeys((*_narrowed(parsed), *concerned, *notices))))


def source_from(*, parsed: ParsedInquiry, on: date) -> AnswerSource:
    """What intake has recognised, ready to be answered; an earlier answer's climate check is taken over."""
    check = parsed.climate_check
    session = parsed.session
    return AnswerSource(
        kind=parsed.kind,
        title=parsed.title or "Anfrage ohne Titel",
        groups=parsed.groups,
        number=parsed.reference,
        dated=parsed.date,
        session=Session(session.committee, session.on, True) if session and session.committee else None,
        asked=tuple(
            Asked(
                number=one.number,
                kind=one.kind.value,
                text=one.text,
                parts=tuple((part.number or "", part.text) for part in one.parts),
                block=one.block.value if one.block else "",
            )
            for one in parsed.questions
        ),
        climate_effect=check.effect.value if check and check.effect else None,
        climate_reason=(check.reason or "") if check else "",
        whole_structure=False,
        version=1,
        is_draft=True,
        released_on=on,
    )


def _as_json(
    parsed: ParsedInquiry, paper: AnswerPaper, register: AnswerRegister, files: tuple[RenderedFile, ...]
) -> bytes:
    """The inquiry in the shape of ``inquiry parse`` with the new answers, and the data they rest on."""
    document: dict[str, Any] = as_json(parsed)
    for question, item in zip(document["questions"], paper.items, strict=True):
        question["source_answer"] = question["answer"]
        question["answer"] = as_plain_text(blocks=item.answer)
    document["source_annexes"] = document["annexes"]
    document["annexes"] = [f"Anlage {annex.number}: {annex.title}" for annex in paper.annexes]
    document["as_of"] = register.on.isoformat()
    document["reporting_unit"] = register.unit.name
    content = frozen_content(paper=paper, register=register, files=files)
    document |= {name: content[name] for name in ("committees", "directory", "files")}
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def _narrowed(parsed: ParsedInquiry) -> tuple[str, ...]:
    """Which questions mean fewer committees than their answer speaks of."""
    return tuple(
        f"Frage {one.number or place} ist auf „{one.restriction}“ eingegrenzt; der Entwurf antwortet für alle Gremien. "
        "Bitte prüfen."
        for place, one in enumerate(parsed.questions, 1)
        if one.restriction
    )


def _withheld(register: AnswerRegister) -> tuple[str, ...]:
    if not register.withheld:
        return ()
    return (f"Nicht aufgenommen, weil die Existenz nicht öffentlich ist: {', '.join(register.withheld)}.",)
