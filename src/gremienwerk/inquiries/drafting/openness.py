"""Question 5: public meetings, guests, and what becomes of the minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gremienwerk.documents.rendering.content.text import Block, BulletList, Paragraph
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.grammar import (
    capital,
    one_sentence_each,
    phrase,
    sentence,
    share,
    verb,
)
from gremienwerk.inquiries.drafting.missing import Fact, display_names, gaps
from gremienwerk.inquiries.queries import AnswerRegister, RegisterRow

NAMED_AT_MOST = 12
Rows = Sequence[RegisterRow]
_FACTS = (
    Fact("die Zulassung von Gästen", lambda row: row.facts.guests),
    Fact("die Öffentlichkeit der Sitzungen", lambda row: row.facts.publicness),
    Fact("der Zugang zum Protokoll", lambda row: row.facts.minutes),
)


def openness_block(*, register: AnswerRegister, annexes: AnnexNumbers) -> tuple[Block, ...]:
    """The answer to question 5 in three paragraphs: guests, public meetings, minutes; each with what is missing."""
    rows = register.existing
    if not rows:
        return (
            Paragraph(
                "Da kein solches Gremium erfasst ist, sind auch Gäste und Protokolle nicht zu benennen."
            ),
        )
    guests = one_sentence_each(
        [
            _clause(rows, lambda row: row.facts.guests == "yes", "ist offen für Gäste", "sind offen für Gäste"),
            _clause(rows, lambda row: row.facts.guests == "on_request", "lässt Gäste auf Anfrage zu", "lassen Gäste auf Anfrage zu"),
            _clause(rows, lambda row: row.facts.guests == "no", "lässt keine Gäste zu", "lassen keine Gäste zu", named=False),
        ]
    )  # fmt: skip
    meetings = one_sentence_each(
        [
            _clause(rows, lambda row: row.facts.publicness == "public", "tagt öffentlich", "tagen öffentlich"),
            _clause(rows, lambda row: row.facts.publicness == "partly", "tagt teilweise öffentlich", "tagen teilweise öffentlich"),
            _clause(rows, lambda row: row.facts.publicness == "not_public", "tagt nicht öffentlich", "tagen nicht öffentlich", named=False),
        ]
    )  # fmt: skip
    long = sum(bool(row.facts.guests) for row in rows) > NAMED_AT_MOST
    pointer = f"Anlage {annexes.table} nennt die Regelung für jedes Gremium." if long else ""
    missing = one_sentence_each([gaps(facts=_FACTS, rows=rows, annexes=annexes), pointer])
    before, after = (Paragraph(text) for text in (guests, meetings)), (Paragraph(missing),) if missing else ()
    return (*(paragraph for paragraph in before if paragraph.text), *_minutes(rows), *after)


def _minutes(rows: Rows) -> tuple[Block, ...]:
    published = [row for row in rows if row.facts.minutes == "public"]
    first: tuple[Block, ...] = ()
    if published:
        verb_and_end = verb(len(published), "macht seine Protokolle", "machen ihre Protokolle")
        which = capital(share(len(published), len(rows)))
        first = (
            Paragraph(f"{which} {verb_and_end} im Internet zugänglich:"),
            BulletList(tuple(_with_address(row) for row in published)),
        )
    rest = one_sentence_each(
        [
            _clause(rows, lambda row: row.facts.minutes == "on_request", "gibt seine Protokolle auf Anfrage heraus", "geben ihre Protokolle auf Anfrage heraus"),
            _clause(rows, lambda row: row.facts.minutes == "internal", "führt Protokolle nur für den internen Gebrauch", "führen Protokolle nur für den internen Gebrauch", named=False),
            _clause(rows, lambda row: row.facts.minutes == "none", "führt kein Protokoll", "führen kein Protokoll", named=False),
        ]
    )  # fmt: skip
    return (*first, Paragraph(rest)) if rest else first


def _clause(
    rows: Rows, holds: Callable[[RegisterRow], bool], one: str, many: str, *, named: bool = True
) -> str:
    """How many hold, and which: "Drei der zwölf Gremien tagen öffentlich: A, B und C."; nothing if none does."""
    found = [row for row in rows if holds(row)]
    if not found:
        return ""
    words = f"{capital(share(len(found), len(rows)))} {verb(len(found), one, many)}"
    everything = len(found) == len(rows) or len(found) > NAMED_AT_MOST
    return sentence(f"{words}: {display_names(found)}" if named and not everything else words)


def _with_address(row: RegisterRow) -> str:
    address = row.facts.minutes_url or "die Adresse ist nicht erfasst"
    reason = f" ({phrase(row.facts.minutes_reason)})" if row.facts.minutes_reason else ""
    return f"{row.facts.display_name}: {address}{reason}"
