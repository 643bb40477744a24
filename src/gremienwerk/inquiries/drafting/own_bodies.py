"""The second part of question 1: the bodies that the unit leads or runs itself."""

from __future__ import annotations

from collections.abc import Iterator

from gremienwerk.committees.models import Role
from gremienwerk.committees.queries.facts import InitiatorFacts
from gremienwerk.core.dates import write_when
from gremienwerk.core.german import join_words
from gremienwerk.documents.rendering.content.text import Block, BulletList, Paragraph
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.composition import composition
from gremienwerk.inquiries.drafting.grammar import (
    COMMITTEE,
    capital,
    counted,
    names_inline,
    one_sentence_each,
    phrases_inline,
    quoted,
    sentence,
    verb,
)
from gremienwerk.inquiries.drafting.units import committee_name, known_name, organisation_name, unit_name
from gremienwerk.inquiries.queries import AnswerRegister, RegisterRow
from gremienwerk.inquiries.queries.leadership import A_PERSON

DESCRIBED_AT_MOST = 12
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


def _described(row: RegisterRow, register: AnswerRegister) -> str:
    facts = row.facts
    life = facts.life
    sentences = [_running(row, register)]
    if life.founded:
        sentences.append(f"Das Gremium wurde {write_when(life.founded)} gegründet.")
    if facts.initiators:
        whom = phrases_inline(_initiator(one, register) for one in facts.initiators)
        sentences.append(f"Die Initiative ging {whom} aus.")
    if facts.occasion:
        sentences.append(f"Als Anlass ist {quoted(facts.occasion)} erfasst.")
    sentences += [composition(row=row), _hierarchy(row, register)]
    if facts.status == "dormant":
        sentences.append("Das Gremium ruht derzeit.")
    return one_sentence_each([*sentences, _not_recorded(row)])


def _running(row: RegisterRow, register: AnswerRegister) -> str:
    """Who holds which of the leading roles, ours and others alike: "Die Federführung hat das Jugendamt."."""
    sentences = []
    for holders, roles in _heads(row).items():
        what = join_words(f"{_RUNNING[role]} {role.label}" for role in roles)
        who = phrases_inline(_holder(key, register) for key in holders)
        sentences.append(sentence(f"{capital(what)} {verb(len(holders), 'hat', 'haben')} {who}"))
    return one_sentence_each(sentences)


def _holder(key: int | None, register: AnswerRegister) -> str:
    """The holder of a role with its article, as the subject of a sentence."""
    if key is None:
        return A_PERSON
    name = register.organisations[key].name
    ours = any(unit.id == key for unit in register.units)
    return (unit_name(name) if ours else organisation_name(name)).nominative


def _initiator(one: InitiatorFacts, register: AnswerRegister) -> str:
    """Who began it, behind "von"; recorded words stand in quotation marks unless they bend like a name."""
    if one.organisation is not None:
        return organisation_name(register.organisations[one.organisation].name).by
    known = known_name(one.text)
    return known.by if known else f"von {quoted(one.text)}"


def _in_short(row: RegisterRow, register: AnswerRegister) -> str:
    parts = []
    for holders, roles in _heads(row).items():
        names = [register.organisations[key].name if key else A_PERSON for key in holders]
        parts.append(f"{join_words(str(role.label) for role in roles)}: {names_inline(names)}")
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


def _hierarchy(row: RegisterRow, register: AnswerRegister) -> str:
    names = {committee.id: committee.display_name for committee in register.committees}
    above: dict[str, list[str]] = {"berichtet": [], "gehört": []}
    for one in row.facts.superordinates:
        if one.committee in names and one.meaning == "reports_to":
            above["berichtet"].append(f"an {committee_name(names[one.committee]).accusative}")
        elif one.committee in names:
            above["gehört"].append(committee_name(names[one.committee]).to)
    below = [
        committee.display_name
        for committee in register.committees
        if committee.status.exists
        and committee.visibility != "hidden"
        and any(one.committee == row.facts.id for one in committee.superordinates)
    ]
    sentences = [f"Es {does} {phrases_inline(found)}." for does, found in above.items() if found]
    if below:
        sentences.append(sentence(f"Ihm {verb(len(below), 'ist', 'sind')} zugeordnet: {names_inline(below)}"))
    return " ".join(sentences)


def _not_recorded(row: RegisterRow) -> str:
    facts = row.facts
    lacking = [
        word
        for word, known in (
            ("der Zeitpunkt der Gründung", facts.life.founded),
            ("der Anlass", facts.occasion),
            ("die Initiative", facts.initiators),
            ("die Ebene der Besetzung", facts.seat_level),
        )
        if not known
    ]
    if not lacking:
        return ""
    return f"Nicht erfasst {verb(len(lacking), 'ist', 'sind')} {join_words(lacking)}."
