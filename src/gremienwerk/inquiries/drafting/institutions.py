"""Question 2: the institutions that take part, by kind."""

from __future__ import annotations

from collections.abc import Iterable

from gremienwerk.core.german import format_number, number_word
from gremienwerk.documents.rendering.content.text import Block, Paragraph, SmallTable
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.grammar import (
    COMMITTEE,
    INSTITUTION,
    counted,
    one_sentence_each,
    quoted,
    sentence,
    verb,
)
from gremienwerk.inquiries.drafting.missing import display_names
from gremienwerk.inquiries.drafting.units import unit_name
from gremienwerk.inquiries.queries import AnswerRegister
from gremienwerk.organisations.queries import OrganisationFacts

WITHOUT_KIND = "Art nicht erfasst"


def institutions_block(*, register: AnswerRegister, annexes: AnnexNumbers) -> tuple[Block, ...]:
    """The answer to question 2: how many institutions, of which kinds, and where only words or persons are recorded."""
    rows = register.existing
    if not rows:
        return (Paragraph("Da kein solches Gremium erfasst ist, sind auch keine Institutionen zu nennen."),)
    everybody = {one.id: one for row in rows for one in row.participants}
    number = len(everybody)
    place = (
        "diesem Gremium"
        if len(rows) == 1
        else f"den {'beiden' if len(rows) == 2 else number_word(len(rows))} Gremien"
    )
    unit, in_all = unit_name(register.unit.name).dative, "insgesamt " if len(rows) > 1 else ""
    sentences = [
        f"Neben {unit} {verb(number, 'wirkt', 'wirken')} an {place} {in_all}{counted(number, INSTITUTION)} mit.",
        _collective(register),
        _only_persons(register),
        f"Welche Institutionen welchem Gremium angehören, führt die Gremientabelle auf (Anlage {annexes.table}).",
    ]
    kinds = count_by_kind(everybody.values())
    blocks: list[Block] = [Paragraph(one_sentence_each(sentences))]
    return (*blocks, _table(kinds)) if len(kinds) > 1 else tuple(blocks)


def count_by_kind(organisations: Iterable[OrganisationFacts]) -> list[tuple[str, int]]:
    """Number of organisations by the plural of their first kind, in the body's order of kinds."""
    found: dict[tuple[int, str], int] = {}
    for one in organisations:
        key = kind_of(one)
        found[key] = found.get(key, 0) + 1
    return [(name, number) for (_position, name), number in sorted(found.items())]


def kind_of(organisation: OrganisationFacts) -> tuple[int, str]:
    """The position and the plural of an organisation's first kind."""
    first = organisation.kinds[0] if organisation.kinds else None
    return (first.position, first.plural) if first else (999, WITHOUT_KIND)


def _collective(register: AnswerRegister) -> str:
    noted = [row for row in register.existing if row.facts.participants_note]
    if not noted:
        return ""
    where = counted(len(noted), COMMITTEE, "dative")
    example = quoted(noted[0].facts.participants_note)
    wording = example if len(noted) == 1 else f"zum Beispiel {example}"
    return (
        f"In {where} sind weitere Beteiligte nur im Wortlaut erfasst ({wording}); sie sind nicht mitgezählt."
    )


def _only_persons(register: AnswerRegister) -> str:
    bare = [row for row in register.existing if not row.participants and not row.facts.participants_note]
    if not bare:
        return ""
    return sentence(f"Nur Einzelpersonen, keine Institutionen, sind erfasst für: {display_names(bare)}")


def _table(kinds: list[tuple[str, int]]) -> SmallTable:
    total = sum(number for _name, number in kinds)
    rows = (*((name, format_number(number)) for name, number in kinds), ("insgesamt", format_number(total)))
    return SmallTable("Teilnehmende Institutionen nach Art", ("Art", "Anzahl"), rows, numeric=(1,))
