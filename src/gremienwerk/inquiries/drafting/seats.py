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
    one_sentence_each,
    sentence,
    share,
    some,
    verb,
    worded,
)
from gremienwerk.inquiries.drafting.missing import NAMED_AT_MOST, Fact, display_names, gaps
from gremienwerk.inquiries.drafting.own_bodies import own_bodies
from gremienwerk.inquiries.drafting.planned_bodies import planned_bodies
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
    opening = one_sentence_each([_overview(register, unit), _why_a_table(register, annexes)])
    blocks: list[Block] = [Paragraph(opening), *_by_unit(register)]
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
    opening = (
        f"{_represented(register, unit)} in "
        f"{counted(len(rows), COMMITTEE, 'dative')} vertreten, an {verb(len(rows), 'dem', 'denen')} auch "
        f"{worded(Wording.OUTSIDERS, body=register.body)} mitwirken."
    )
    dormant = sum(row.facts.status == "dormant" for row in rows)
    resting = (
        f"{capital(share(dormant, len(rows)))} {verb(dormant, 'ruht', 'ruhen')} derzeit." if dormant else ""
    )
    return one_sentence_each([opening, _who_leads(register), resting, _unsure(register)])


def _represented(register: AnswerRegister, unit: UnitName) -> str:
    """Who sits there, and when: the unit itself is told apart from those below it, as in the table by unit."""
    seated = {seat.unit.id: seat.unit.name for row in register.existing for seat in row.own_seats}
    itself = seated.pop(register.unit.id, None)
    below, day = len(register.units) - 1, f"am {format_date(register.on)}"
    if not seated:
        return f"{capital(unit.nominative)} ist {day}"
    units = f"{some(len(seated), feminine=True)} {unit.possessive} {number_word(below)} Einheiten"
    if len(seated) == below > 1:
        units = f"{unit.possessive.removesuffix('r')} {number_word(below)} Einheiten"
    elif len(seated) == 1:
        units = unit_name(next(iter(seated.values()))).nominative
    if itself:
        joint = "sowie" if " und " in unit.nominative else "und"
        return f"{capital(unit.nominative)} {joint} {units} sind {day}"
    through = unit_name(next(iter(seated.values()))).accusative if len(seated) == 1 else units
    return f"{capital(unit.nominative)} ist {day} durch {through}"


def _unsure(register: AnswerRegister) -> str:
    """Committees whose every seat of ours may have ended, or not begun, on the day."""
    unsure = [row for row in register.existing if not any(seat.sure for seat in row.own_seats)]
    if not unsure:
        return ""
    which = (
        "diesem Gremium"
        if len(register.existing) == 1
        else share(len(unsure), len(register.existing), "dative")
    )
    opening = f"In {which} ist nicht sicher, ob der Sitz an diesem Tag besteht, weil sein Zeitraum nicht taggenau erfasst ist"
    return sentence(f"{opening}: {display_names(unsure)}" if len(unsure) <= LISTED_AT_MOST else opening)


def _why_a_table(register: AnswerRegister, annexes: AnnexNumbers) -> str:
    """Why the single committees stand in a table; nothing where the text can tell of each."""
    if len(register.existing) <= LISTED_AT_MOST or not annexes.table:
        return ""
    planned = ", die geplanten eingeschlossen," if register.planned else ""
    total = number_word(len(register.existing) + len(register.planned))
    return (
        f"Wegen der großen Zahl führt die Gremientabelle (Anlage {annexes.table}) alle {total} Gremien{planned} einzeln "
        "auf: mit den Beteiligten, der Initiative und der Federführung, dem Turnus, der Einladung, der Regelung für "
        "Gäste und Protokolle, den Themen und dem Ziel."
    )


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
    caption = "Sitze nach Organisationseinheit (Mehrfachnennungen möglich)"
    yield SmallTable(caption, header, tuple(rows), numeric=(1, 2))


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
    return names_inline(f"{name} ({'; '.join(roles)})" for name, roles in by_unit.items())


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
    if annexes.table and not _why_a_table(register, annexes):
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
