"""The last part of question 1: the bodies that the unit plans, and those that should exist by now."""

from __future__ import annotations

from collections.abc import Iterator

from gremienwerk.core.dates import write_when
from gremienwerk.documents.rendering.content.text import Block, BulletList, Paragraph, Subheading
from gremienwerk.inquiries.drafting.grammar import COMMITTEE, capital, counted, names_inline, phrase, verb
from gremienwerk.inquiries.queries import AnswerRegister, RegisterRow


def planned_bodies(*, register: AnswerRegister) -> Iterator[Block]:
    """What is planned by when, and what should exist by now without a recorded founding."""
    due = [row for row in register.planned if not row.is_overdue]
    overdue = [row for row in register.planned if row.is_overdue]
    if due or overdue:
        yield Subheading("Geplante Gremien")
    if due:
        more = "weiteres" if len(due) == 1 else "weitere"
        noun = counted(len(due), COMMITTEE).replace(" ", f" {more} ", 1)
        yield Paragraph(f"{capital(noun)} {verb(len(due), 'ist', 'sind')} in Planung:")
        yield BulletList(tuple(_planned(row) for row in due))
    if overdue:
        noun = counted(len(overdue), COMMITTEE)
        yield Paragraph(
            f"{capital(noun)} {verb(len(overdue), 'sollte', 'sollten')} inzwischen bestehen; "
            "eine Gründung ist nicht erfasst:"
        )
        yield BulletList(tuple(_overdue(row) for row in overdue))


def _planned(row: RegisterRow) -> str:
    life = row.facts.life
    moment = life.planned or life.founded
    when = write_when(moment) if moment else ""
    due = f"Gründung {when} vorgesehen" if when else "Gründung vorgesehen, ein Zeitpunkt ist nicht erfasst"
    return f"{_planned_name(row)}: {due}{_planned_lead(row)}"


def _overdue(row: RegisterRow) -> str:
    assert row.facts.life.planned is not None
    when = write_when(row.facts.life.planned)
    return f"{_planned_name(row)}: sollte {when} gegründet werden; die Gründung ist nicht erfasst{_planned_lead(row)}"


def _planned_name(row: RegisterRow) -> str:
    return row.facts.name or f"{row.facts.kind.name}, noch ohne Namen"


def _planned_lead(row: RegisterRow) -> str:
    parts = []
    if row.leads:
        parts.append(f"Leitung: {names_inline(row.leads)}")
    if row.superordinates:
        parts.append(f"vorgesehen unter: {names_inline(row.superordinates)}")
    if row.facts.participants_note:
        parts.append(f"beteiligt: {phrase(row.facts.participants_note)}")
    return "".join(f"; {part}" for part in parts)
