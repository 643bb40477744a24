"""The second part of question 1: the bodies that the unit leads or runs itself, and those it plans."""

from __future__ import annotations

from collections.abc import Iterator

from gremienwerk.committees.models import Role
from gremienwerk.core.dates import write_when
from gremienwerk.core.german import join_words
from gremienwerk.documents.rendering.content.text import Block, BulletList, Paragraph, Subheading
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.grammar import (
    COMMITTEE,
    INSTITUTION,
    capital,
    counted,
    in_groups,
    names_inline,
    one_sentence_each,
    phrase,
    sentence,
    verb,
)
from gremienwerk.inquiries.drafting.units import unit_name
from gremienwerk.inquiries.queries import AnswerRegister, RegisterRow
from gremienwerk.inquiries.queries.leadership import A_PERSON

DESCRIBED_AT_MOST = 12
NAMED_AT_MOST = 6
# The article of each role in the accusative.
_RUNNING = {
    Role.LEAD: "die",
    Role.SECRETARIAT: "die",
    Role.CHAIR: "den",
}


def own_bodies(*, register: AnswerRegister, annexes: AnnexNumbers) -> Iterator[Block]:
    """A paragraph on each body; where they are many, on the steering ones, and one line on each of the others."""
    described = register.own
    if len(register.own) > DESCRIBED_AT_MOST:
        described = tuple(row for row in register.own if row.facts.kind.is_steering)[:DESCRIBED_AT_MOST]
    for row in described:
        yield Paragraph(f"{row.facts.display_name}: {_described(row, register)}")
    others = tuple(row for row in register.own if row not in described)
    if others:
        more = "weiteres" if len(others) == 1 else "weitere"
        noun = counted(len(others), COMMITTEE)
        noun = noun.replace(" ", f" {more} ", 1) if described else noun
        yield Paragraph(
            f"{capital(noun)} {verb(len(others), 'wird', 'werden')} selbst geleitet oder geführt; "
            f"Anlass, Besetzung und Ziel stehen in Anlage {annexes.profiles}:"
        )
        yield BulletList(tuple(f"{row.facts.display_name} – {_in_short(row, register)}" for row in others))


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


def _described(row: RegisterRow, register: AnswerRegister) -> str:
    facts = row.facts
    life = facts.life
    sentences = [sentence(capital(_running(row, register)))]
    if life.founded:
        sentences.append(f"Das Gremium wurde {write_when(life.founded)} gegründet.")
    if row.initiators:
        sentences.append(sentence(f"Die Initiative ging aus von: {names_inline(row.initiators)}"))
    if facts.occasion:
        sentences.append(f"Anlass: {phrase(facts.occasion)}.")
    if facts.seat_level:
        sentences.append(f"Ebene der Besetzung: {phrase(facts.seat_level)}.")
    sentences += [_participants(row), _hierarchy(row, register)]
    if facts.status == "dormant":
        sentences.append("Das Gremium ruht derzeit.")
    return one_sentence_each([*sentences, _not_recorded(row)])


def _running(row: RegisterRow, register: AnswerRegister) -> str:
    """Who holds which of the leading roles, ours and others alike: "die Federführung hat das Jugendamt"."""
    clauses = []
    for holders, roles in _heads(row).items():
        names = [register.organisations[key].name if key else A_PERSON for key in holders]
        what = join_words(f"{_RUNNING[role]} {role.label}" for role in roles)
        if len(holders) == 1 and holders[0] in {seat.unit.id for seat in row.own_seats}:
            clauses.append(f"{what} hat {unit_name(names[0]).nominative}")
        else:
            clauses.append(f"{what.replace('den ', 'der ', 1)} liegt bei: {names_inline(names)}")
    return "; ".join(clauses)


def _in_short(row: RegisterRow, register: AnswerRegister) -> str:
    parts = []
    for holders, roles in _heads(row).items():
        names = [register.organisations[key].name if key else A_PERSON for key in holders]
        parts.append(f"{join_words(str(role.label) for role in roles)}: {', '.join(names)}")
    if row.facts.life.founded:
        parts.append(f"gegründet {write_when(row.facts.life.founded)}")
    return "; ".join(parts)


def _heads(row: RegisterRow) -> dict[tuple[int | None, ...], list[Role]]:
    """The leading roles by those who hold them, so that a unit with two of them is named once."""
    by_role: dict[Role, list[int | None]] = {}
    for seat in row.facts.seats:
        if seat.role in _RUNNING:
            by_role.setdefault(seat.role, []).append(seat.holder.organisation)
    found: dict[tuple[int | None, ...], list[Role]] = {}
    for role, holders in by_role.items():
        found.setdefault(tuple(holders), []).append(role)
    return found


def _participants(row: RegisterRow) -> str:
    named = [one.name for one in row.participants]
    parts = []
    if named:
        words = f"Daneben {verb(len(named), 'wirkt', 'wirken')} {counted(len(named), INSTITUTION)} mit"
        parts.append(sentence(f"{words}: {names_inline(named)}" if len(named) <= NAMED_AT_MOST else words))
    if row.facts.participants_note:
        parts.append(f"Beteiligt sind im Wortlaut der Erfassung: {phrase(row.facts.participants_note)}.")
    return " ".join(parts)


def _hierarchy(row: RegisterRow, register: AnswerRegister) -> str:
    names = {committee.id: committee.display_name for committee in register.committees}
    verbs = {"reports_to": "Es berichtet an", "belongs_to": "Es gehört zu"}
    above = in_groups(
        (verbs[one.meaning], names[one.committee])
        for one in row.facts.superordinates
        if one.committee in names
    )
    below = [
        committee.display_name
        for committee in register.committees
        if committee.status.exists
        and committee.visibility != "hidden"
        and any(one.committee == row.facts.id for one in committee.superordinates)
    ]
    sentences = [sentence(f"{words}: {names_inline(found)}") for words, found in above.items()]
    if below:
        sentences.append(sentence(f"Ihm {verb(len(below), 'ist', 'sind')} zugeordnet: {names_inline(below)}"))
    return " ".join(sentences)


def _not_recorded(row: RegisterRow) -> str:
    facts = row.facts
    lacking = [
        word
        for word, known in (
            ("Zeitpunkt der Gründung", facts.life.founded),
            ("Anlass", facts.occasion),
            ("Ebene der Besetzung", facts.seat_level),
        )
        if not known
    ]
    if not lacking:
        return ""
    return f"Nicht erfasst {verb(len(lacking), 'ist', 'sind')}: {join_words(lacking)}."


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
