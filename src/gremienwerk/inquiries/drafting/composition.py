"""Who sits in a body that we run ourselves, in prose: "Leitungskräfte der Ausländerbehörde und des Jugendamts"."""

from __future__ import annotations

import re
from typing import NamedTuple

from gremienwerk.core.german import sort_key
from gremienwerk.inquiries.drafting.grammar import (
    INSTITUTION,
    PERSON,
    UNIT,
    capital,
    counted,
    names_inline,
    one_sentence_each,
    phrase,
    phrases_inline,
    quoted,
    sentence,
    verb,
)
from gremienwerk.inquiries.drafting.units import UnitName, known_name, unit_name
from gremienwerk.inquiries.queries import RegisterRow
from gremienwerk.inquiries.queries.register import RUNNING_ROLES

NAMED_AT_MOST = 6
_ON_LEVEL = re.compile(r"(?:(\w+)e )?(\S*[Ee]bene)")
# Plain nouns in the nominative, such as "Leitungs- und Fachkräfte" or "benannte Vertretungen".
_NOUNS = re.compile(r"(?:[a-zäöü]+e )?[A-ZÄÖÜ][\w-]+(?:,? (?:und |sowie )?[A-ZÄÖÜ][\w-]+)*")
_SINGULAR = ("ung", "schaft", "heit", "keit", "spitze")


class _Seated(NamedTuple):
    """Who sits beside those who lead: our units, the others, and all institutions outside, leading or not."""

    ours: tuple[str, ...]
    others: tuple[str, ...]
    outside: int


def composition(*, row: RegisterRow) -> str:
    """Sentences on who sits in the body beside those who lead it; empty where nobody is recorded.

    Few are named, ours as well as others; of many the number is that of the committee table.
    """
    seated = _seated(row)
    everybody = [*seated.ours, *seated.others]
    known = [found for name in everybody if (found := known_name(name))]
    if everybody and len(everybody) <= NAMED_AT_MOST and len(known) == len(everybody):
        seats = _all_named(known, row.facts.seat_level)
    else:
        seats = one_sentence_each([_in_numbers(seated), level_sentence(level=row.facts.seat_level)])
    persons = f"Hinzu {verb(row.persons, 'kommt', 'kommen')} {counted(row.persons, PERSON)}."
    return one_sentence_each([seats, persons if row.persons else "", in_words_only(row=row)])


def level_sentence(*, level: str) -> str:
    """On which level the seats are filled, as a sentence; empty if that is not recorded."""
    words = phrase(level)
    if not words:
        return ""
    if found := _ON_LEVEL.fullmatch(words):
        adjective, noun = found.groups()
        return f"Das Gremium ist auf {f'{adjective}er' if adjective else 'der'} {noun} besetzt."
    if _are_people(words):
        return f"Die Sitze nehmen {words} wahr."
    return f"Zur Ebene der Besetzung ist {quoted(words)} erfasst."


def in_words_only(*, row: RegisterRow) -> str:
    """Collective participants in the words in which they are recorded."""
    note = row.facts.participants_note
    return f"Weitere Beteiligte sind nur im Wortlaut erfasst: {quoted(note)}." if note else ""


def _seated(row: RegisterRow) -> _Seated:
    heads = {seat.holder.organisation for seat in row.facts.seats if seat.role in RUNNING_ROLES}
    ours = {seat.unit.name for seat in row.own_seats if seat.unit.id not in heads}
    others = (one.name for one in row.participants if one.id not in heads)
    return _Seated(
        tuple(sorted(ours, key=sort_key)), tuple(sorted(others, key=sort_key)), len(row.participants)
    )


def _all_named(names: list[UnitName], level: str) -> str:
    words = phrase(level)
    if _are_people(words):
        return f"Außerdem sind {words} {phrases_inline(name.genitive for name in names)} vertreten."
    seats = f"Außerdem {verb(len(names), 'ist', 'sind')} {phrases_inline(name.nominative for name in names)} vertreten."
    return one_sentence_each([seats, level_sentence(level=level)])


def _in_numbers(seated: _Seated) -> str:
    parts = []
    if seated.ours:
        number = len(seated.ours)
        few = number <= NAMED_AT_MOST
        named = phrases_inline(unit_name(name).nominative for name in seated.ours)
        who = named if few else f"{counted(number, UNIT)} aus dem eigenen Haus"
        parts.append(f"außerdem {verb(number, 'gehört', 'gehören')} ihm {who} an")
    if seated.outside:
        works = verb(seated.outside, "wirkt", "wirken")
        clause = f"von außerhalb {works} {counted(seated.outside, INSTITUTION)} mit"
        listed = len(seated.others) == seated.outside <= NAMED_AT_MOST
        parts.append(f"{clause}: {names_inline(seated.others)}" if listed else clause)
    return sentence(capital("; ".join(parts)))


def _are_people(words: str) -> bool:
    """Whether the words are plain nouns in the plural that may stand before a genitive."""
    if not _NOUNS.fullmatch(words) or "ebene" in words.casefold():
        return False
    return " und " in words or not words.endswith(_SINGULAR)
