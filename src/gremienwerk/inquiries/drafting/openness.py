"""Question 5: public meetings, guests, and what becomes of the minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from gremienwerk.core.german import join_words, number_word
from gremienwerk.documents.rendering.content.text import Block, BulletList, Paragraph
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.grammar import (
    capital,
    one_sentence_each,
    quoted,
    sentence,
    share,
    some,
    verb,
)
from gremienwerk.inquiries.drafting.missing import Fact, display_names, gaps, in_order
from gremienwerk.inquiries.queries import AnswerRegister, RegisterRow

NAMED_AT_MOST = 30
Rows = Sequence[RegisterRow]


class _Rule(NamedTuple):
    """One of the rules that a committee may have: its key, the verb for one and many, and the rest."""

    key: str
    one: str
    many: str
    rest: str


class _Matter(NamedTuple):
    """What is asked, with the rules there are and how to say that it is not recorded."""

    value: Callable[[RegisterRow], str]
    rules: tuple[_Rule, ...]
    unknown: str


_GUESTS = _Matter(
    lambda row: row.facts.guests,
    (
        _Rule("yes", "ist", "sind", "offen für Gäste"),
        _Rule("on_request", "lässt", "lassen", "Gäste auf Anfrage zu"),
        _Rule("no", "lässt", "lassen", "keine Gäste zu"),
    ),
    "die Zulassung von Gästen",
)
_MEETINGS = _Matter(
    lambda row: row.facts.publicness,
    (
        _Rule("public", "tagt", "tagen", "öffentlich"),
        _Rule("partly", "tagt", "tagen", "teilweise öffentlich"),
        _Rule("not_public", "tagt", "tagen", "nicht öffentlich"),
    ),
    "die Öffentlichkeit der Sitzungen",
)
_MINUTES = _Matter(
    lambda row: row.facts.minutes,
    (
        _Rule("public", "macht", "machen", "Protokolle im Internet zugänglich"),
        _Rule("on_request", "gibt", "geben", "Protokolle auf Anfrage heraus"),
        _Rule("internal", "führt", "führen", "Protokolle nur für den internen Gebrauch"),
        _Rule("none", "führt", "führen", "kein Protokoll"),
    ),
    "der Zugang zum Protokoll",
)
_FACTS = tuple(Fact(matter.unknown, matter.value) for matter in (_GUESTS, _MEETINGS, _MINUTES))


def openness_block(*, register: AnswerRegister, annexes: AnnexNumbers) -> tuple[Block, ...]:
    """The answer to question 5 in three paragraphs: guests, public meetings, minutes; then what is missing."""
    rows = register.existing
    if not rows:
        return (
            Paragraph(
                "Da kein solches Gremium erfasst ist, sind auch Gäste und Protokolle nicht zu benennen."
            ),
        )
    guests = one_sentence_each([_in_numbers(rows, _GUESTS), _open(rows), _on_request(rows)])
    meetings = one_sentence_each([_in_numbers(rows, _MEETINGS), *_public(rows)])
    pointer = (
        f"Die Regelung für jedes Gremium zeigt Anlage {annexes.table} in der Spalte „Gäste und Protokolle“."
    )
    missing = gaps(facts=_FACTS, rows=rows, annexes=annexes)
    last = one_sentence_each([missing, pointer if len(rows) > 1 else ""])
    before, after = (Paragraph(text) for text in (guests, meetings)), (Paragraph(last),) if last else ()
    return (*(paragraph for paragraph in before if paragraph.text), *_minutes(rows), *after)


def _in_numbers(rows: Rows, matter: _Matter) -> str:
    """How many committees have which rule, in one sentence: "Von den 56 Gremien sind 18 offen …, 17 lassen …"."""
    found = [(rule, number) for rule in matter.rules if (number := len(_having(rows, matter, rule.key)))]
    if not found:
        return ""
    if len(found) == 1 and found[0][1] == len(rows):
        rule, number = found[0]
        return f"{capital(share(number, number))} {verb(number, rule.one, rule.many)} {rule.rest}."
    total = "beiden" if len(rows) == 2 else number_word(len(rows))
    (first, number), *further = found
    clauses = [f"{verb(number, first.one, first.many)} {some(number)} {first.rest}"]
    before = verb(number, first.one, first.many)
    for rule, n in further:
        does = verb(n, rule.one, rule.many)
        # "13 tagen öffentlich und 41 nicht öffentlich"; a verb with a prefix at the end is said again.
        said = does == before and not rule.rest.endswith(" zu")
        clauses.append(f"{some(n)} {rule.rest}" if said else f"{some(n)} {does} {rule.rest}")
        before = does
    unknown = len(rows) - sum(n for _rule, n in found)
    gap = f"; für {some(unknown)} ist {matter.unknown} nicht erfasst" if unknown else ""
    return f"Von den {total} Gremien {join_words(clauses)}{gap}."


def _having(rows: Rows, matter: _Matter, key: str) -> list[RegisterRow]:
    return [row for row in rows if matter.value(row) == key]


def _open(rows: Rows) -> str:
    found = _having(rows, _GUESTS, "yes")
    return _named(found, len(rows), f"Offen für Gäste {verb(len(found), 'ist', 'sind')}")


def _on_request(rows: Rows) -> str:
    found = _having(rows, _GUESTS, "on_request")
    return _named(found, len(rows), f"Auf Anfrage {verb(len(found), 'lässt', 'lassen')} Gäste zu")


def _public(rows: Rows) -> tuple[str, ...]:
    public, partly = (_having(rows, _MEETINGS, key) for key in ("public", "partly"))
    return (
        _named(public, len(rows), f"Öffentlich {verb(len(public), 'tagt', 'tagen')}"),
        _named(partly, len(rows), f"Teilweise öffentlich {verb(len(partly), 'tagt', 'tagen')}"),
    )


def _named(found: list[RegisterRow], total: int, opening: str) -> str:
    """Which committees it is; nothing where it is none, all or too many to be read in a sentence."""
    if not found or len(found) == total or len(found) > NAMED_AT_MOST:
        return ""
    return sentence(f"{opening}: {display_names(found)}")


def _minutes(rows: Rows) -> tuple[Block, ...]:
    numbers = _in_numbers(rows, _MINUTES)
    published = in_order(_having(rows, _MINUTES, "public"))
    words = (Paragraph(numbers),) if numbers else ()
    if not published:
        return words
    opening = "Im Internet stehen die Protokolle an diesen Stellen:"
    return (*words, Paragraph(opening), BulletList(tuple(_with_address(row) for row in published)))


def _with_address(row: RegisterRow) -> str:
    address = row.facts.minutes_url or "die Adresse ist nicht erfasst"
    note = f" – Anmerkung im Register: {quoted(row.facts.minutes_reason)}" if row.facts.minutes_reason else ""
    return f"{row.facts.display_name}: {address}{note}"
