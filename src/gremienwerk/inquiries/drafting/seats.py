"""Question 1: in which committees we sit, who initiated them, who leads them."""

from __future__ import annotations

from collections.abc import Iterator

from gremienwerk.core.german import format_date, format_number, number_word, sort_key
from gremienwerk.documents.rendering.content.text import Block, BulletList, Paragraph, SmallTable, Subheading
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.grammar import (
    COMMITTEE,
    Wording,
    capital,
    counted,
    in_groups,
    names_inline,
    sentence,
    share,
    some,
    verb,
    worded,
)
from gremienwerk.inquiries.drafting.missing import NAMED_AT_MOST, Fact, gaps
from gremienwerk.inquiries.drafting.own_bodies import own_bodies, planned_bodies
from gremienwerk.inquiries.drafting.units import UnitName, unit_name
from gremienwerk.inquiries.queries import AnswerRegister, PartKind, RegisterRow
from gremienwerk.inquiries.queries.register import RUNNING_ROLES

LISTED_AT_MOST = 12


def seats_block(*, register: AnswerRegister, annexes: AnnexNumbers) -> tuple[Block, ...]:
    """The answer to question 1 in its two parts, with what is planned."""
    unit = unit_name(register.unit.name)
    if not register.existing:
        nothing = (
            f"{capital(unit.nominative)} hat am {format_date(register.on)} nach dem Register in keinem Gremium einen "
            f"Sitz, an dem auch {worded(Wording.OUTSIDERS, body=register.body)} mitwirken."
        )
        unknown = _seatless(register, unit)
        return (*(Paragraph(text) for text in (nothing, unknown) if text), *planned_bodies(register=register))
    blocks: list[Block] = [Paragraph(_overview(register, unit)), *_by_unit(register)]
    if register.taking_part:
        blocks.append(Subheading(f"Gremien, in denen {unit.nominative} mitwirkt"))
        blocks += _taking_part(register, annexes)
    if register.own:
        blocks.append(Subheading(f"Gremien, die {unit.nominative} leitet oder führt"))
        blocks += own_bodies(register=register, annexes=annexes)
    blocks += planned_bodies(register=register)
    texts = (_initiators(register, annexes), _seatless(register, unit), _pointers(register, annexes))
    blocks += [Paragraph(text) for text in texts if text]
    return tuple(blocks)


def _overview(register: AnswerRegister, unit: UnitName) -> str:
    rows = register.existing
    seated = {seat.unit.id: seat.unit.name for row in rows for seat in row.own_seats}
    through = ""
    if len(seated) > 1:
        through = f" mit {number_word(len(seated))} {unit.possessive} Organisationseinheiten"
    elif register.unit.id not in seated:
        through = f" durch {unit_name(next(iter(seated.values()))).accusative}"
    opening = (
        f"{capital(unit.nominative)} ist am {format_date(register.on)}{through} in "
        f"{counted(len(rows), COMMITTEE, 'dative')} vertreten, an {verb(len(rows), 'dem', 'denen')} auch "
        f"{worded(Wording.OUTSIDERS, body=register.body)} mitwirken."
    )
    dormant = sum(row.facts.status == "dormant" for row in rows)
    resting = (
        f"{capital(share(dormant, len(rows)))} {verb(dormant, 'ruht', 'ruhen')} derzeit." if dormant else ""
    )
    return " ".join(part for part in (opening, _who_leads(register), resting) if part)


def _by_unit(register: AnswerRegister) -> Iterator[Block]:
    """Which parts of the unit sit in how many committees; nothing if only one does."""
    seated = in_groups((seat.unit.name, row) for row in register.existing for seat in row.own_seats)
    if len(seated) < 2:
        return
    rows = []
    for name in sorted(seated, key=sort_key):
        leading = sum(
            any(seat.unit.name == name and seat.role in RUNNING_ROLES for seat in row.own_seats)
            for row in {row.facts.id: row for row in seated[name]}.values()
        )
        rows.append(
            (name, format_number(len({row.facts.id for row in seated[name]})), format_number(leading))
        )
    header = ("Organisationseinheit", "Gremien", "davon geleitet oder geführt")
    yield SmallTable("Sitze nach Organisationseinheit", header, tuple(rows), numeric=(1, 2))


def _who_leads(register: AnswerRegister) -> str:
    """How many others lead, how many we lead, and of how many it is not known; nothing for a single one."""
    if len(register.existing) == 1:
        return ""
    unknown = len(register.part(PartKind.NOT_RECORDED))
    others, own = len(register.taking_part) - unknown, len(register.own)
    clauses = []
    if others:
        auxiliary = verb(others, "wird", "werden")
        clauses.append((auxiliary, some(others), "von anderen Stellen geleitet"))
    if own:
        clauses.append((verb(own, "wird", "werden"), some(own), "selbst geleitet oder geführt"))
    if unknown:
        clauses.append(("ist", f"bei {some(unknown, 'dative')}", "die Leitung nicht erfasst"))
    first, *further = clauses
    rest = "".join(f"; {subject} {auxiliary} {end}" for auxiliary, subject, end in further)
    return f"Davon {' '.join(first)}{rest}."


def _taking_part(register: AnswerRegister, annexes: AnnexNumbers) -> Iterator[Block]:
    leading = {
        PartKind.STATE: "von Land oder Bund geleitet",
        PartKind.DEPARTMENTS: "von anderen Bereichen der Verwaltung geleitet",
        PartKind.PARTNERS: f"von {worded(Wording.PARTNERS_DATIVE, body=register.body)} geleitet",
    }
    for part in register.parts:
        number = len(part.rows)
        if part.kind in leading:
            opening = (
                f"{capital(counted(number, COMMITTEE))} {verb(number, 'wird', 'werden')} {leading[part.kind]}"
            )
        elif part.kind is PartKind.NOT_RECORDED:
            which = verb(number, "es", "sie")
            opening = f"Für {counted(number, COMMITTEE, 'accusative')} ist nicht erfasst, wer {which} leitet"
        else:
            continue
        if number > LISTED_AT_MOST:
            yield Paragraph(f"{opening}; Anlage {annexes.table} führt sie einzeln auf.")
        else:
            yield Paragraph(f"{opening}:")
            yield BulletList(tuple(_item(row) for row in part.rows))


def _item(row: RegisterRow) -> str:
    leads, initiators = names_inline(row.leads), names_inline(row.initiators)
    if leads and leads == initiators:
        facts = [f"Leitung und Initiative: {leads}"]
    else:
        facts = [
            f"{word}: {names}" if names else f"{word} nicht erfasst"
            for word, names in (("Leitung", leads), ("Initiative", initiators))
        ]
    facts.append(f"vertreten durch {seats_in_words(row)}")
    if row.facts.status == "dormant":
        facts.append("das Gremium ruht")
    return f"{row.facts.display_name} – {'; '.join(facts)}"


def seats_in_words(row: RegisterRow) -> str:
    """Our seats by unit with what each is for: "Team Ehrenamt (Mitglied)"."""
    by_unit = in_groups(
        (seat.unit.name, str(seat.role.label) + ("" if seat.sure else ", Zeitraum nicht taggenau erfasst"))
        for seat in row.own_seats
    )
    return ", ".join(f"{name} ({', '.join(roles)})" for name, roles in by_unit.items())


def _initiators(register: AnswerRegister, annexes: AnnexNumbers) -> str:
    initiative = Fact("die Initiative", lambda row: row.initiators)
    return gaps(facts=[initiative], rows=register.existing, annexes=annexes)


def _seatless(register: AnswerRegister, unit: UnitName) -> str:
    """Committees of which nobody's seat is recorded: the register cannot say whether we take part."""
    names = register.seatless
    if not names:
        return ""
    more = verb(len(names), "weiteres", "weitere")
    noun = counted(len(names), COMMITTEE, "accusative").replace(" ", f" {more} ", 1)
    opening = (
        f"Für {noun} im Register ist nicht erfasst, wer einen Sitz hat; ob {unit.nominative} dort mitwirkt, "
        "lässt sich daher nicht sagen"
    )
    return sentence(f"{opening}: {names_inline(names)}" if len(names) <= NAMED_AT_MOST else opening)


def _pointers(register: AnswerRegister, annexes: AnnexNumbers) -> str:
    total = len(register.existing) + len(register.planned)
    parts = []
    if annexes.table:
        parts.append(
            f"Die Gremientabelle (Anlage {annexes.table}) führt {share(total, total, 'accusative')} "
            f"mit den Angaben zu diesen Fragen auf{', die geplanten eingeschlossen' if register.planned else ''}."
        )
    if annexes.profiles:
        parts.append(
            f"Ziel und Zusammensetzung der selbst geleiteten oder geführten Gremien stehen in den Steckbriefen (Anlage {annexes.profiles})."
        )
    if annexes.structure:
        parts.append(f"Ihren Aufbau zeigt die Gremienstruktur (Anlage {annexes.structure}).")
    return " ".join(parts)
