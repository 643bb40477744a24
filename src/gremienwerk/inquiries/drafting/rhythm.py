"""Question 3: how often the committees meet, as stated and as recorded."""

from __future__ import annotations

from gremienwerk.committees.rhythm.model import Kind, Rhythm
from gremienwerk.core.german import format_date, join_words
from gremienwerk.documents.rendering.content.text import Block, BulletList, Paragraph
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.grammar import (
    COMMITTEE,
    MEETING,
    counted,
    one_sentence_each,
    phrase,
    share,
    some,
    verb,
)
from gremienwerk.inquiries.drafting.missing import Fact, gaps, in_order
from gremienwerk.inquiries.queries import AnswerRegister, RegisterRow

LISTED_AT_MOST = 12
_CLASSES = (
    "monatlich oder öfter",
    "drei- bis elfmal im Jahr",
    "ein- oder zweimal im Jahr",
    "seltener als einmal im Jahr",
    "nach Bedarf",
    "in einem Turnus, den der Wortlaut nicht in Zahlen nennt",
)


def rhythm_block(*, register: AnswerRegister, annexes: AnnexNumbers) -> tuple[Block, ...]:
    """The answer to question 3: what is known of the rhythm, for which committees it is not, and meetings held."""
    rows = register.existing
    if not rows:
        return (Paragraph("Da kein solches Gremium erfasst ist, ist auch kein Turnus zu nennen."),)
    known = [row for row in rows if row.facts.rhythm is not None]
    blocks: list[Block] = []
    if known and len(known) <= LISTED_AT_MOST:
        blocks.append(Paragraph(f"Für {share(len(known), len(rows), 'accusative')} ist ein Turnus erfasst:"))
        blocks.append(
            BulletList(tuple(f"{row.facts.display_name}: {_wording(row)}" for row in in_order(known)))
        )
    elif known:
        blocks.append(Paragraph(f"{_summary(known, len(rows))} Den Wortlaut nennt Anlage {annexes.table}."))
    rhythm = Fact("der Turnus", lambda row: row.facts.rhythm)
    gap = gaps(facts=[rhythm], rows=rows, annexes=annexes)
    blocks.append(Paragraph(one_sentence_each([gap, _meetings(register)])))
    return tuple(blocks)


def frequency_class(rhythm: Rhythm) -> str:
    """The class in which a rhythm is counted when there are too many to list."""
    if rhythm.kind is Kind.AS_NEEDED and not rhythm.per_year_min:
        return _CLASSES[4]
    times = rhythm.per_year_min if rhythm.per_year_min is not None else rhythm.per_year_max
    if times is None:
        return _CLASSES[4] if rhythm.as_needed else _CLASSES[5]
    for least, name in ((11.5, 0), (2.5, 1), (1, 2)):
        if times >= least:
            return _CLASSES[name]
    return _CLASSES[3]


def _summary(known: list[RegisterRow], total: int) -> str:
    found: dict[str, int] = {}
    for row in known:
        assert row.facts.rhythm is not None
        name = frequency_class(row.facts.rhythm)
        found[name] = found.get(name, 0) + 1
    present = [name for name in _CLASSES if name in found]
    parts = [f"{some(found[name])} {name}" for name in present]
    opening = f"Für {share(len(known), total, 'accusative')} ist ein Turnus erfasst."
    return f"{opening} Davon {verb(found[present[0]], 'tagt', 'tagen')} {join_words(parts)}."


def _wording(row: RegisterRow) -> str:
    assert row.facts.rhythm is not None
    return phrase(row.facts.rhythm.text)


def _meetings(register: AnswerRegister) -> str:
    rows = register.existing
    counted_rows = [row for row in rows if row.held is not None]
    period = f"In den zwölf Monaten bis zum {format_date(register.on)}"
    if not counted_rows:
        return f"Wie viele Sitzungen {period[0].lower()}{period[1:]} stattgefunden haben, ist nicht erfasst."
    held = sum(row.held or 0 for row in counted_rows)
    sentence = (
        f"{period} {verb(held, 'ist', 'sind')} für {counted(len(counted_rows), COMMITTEE, 'accusative')} "
        f"{'zusammen ' if len(counted_rows) > 1 else ''}{counted(held, MEETING)} erfasst."
    )
    without = len(rows) - len(counted_rows)
    if not without:
        return sentence
    others = share(without, len(rows), "accusative")
    return f"{sentence} Für {others} sind stattgefundene Sitzungen nicht erfasst."
