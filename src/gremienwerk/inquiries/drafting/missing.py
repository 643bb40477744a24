"""Saying what is not recorded: how many, of how many, and which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from gremienwerk.core.german import join_words, sort_key
from gremienwerk.inquiries.drafting.annex_numbers import AnnexNumbers
from gremienwerk.inquiries.drafting.grammar import capital, names_inline, sentence, share, verb
from gremienwerk.inquiries.queries import RegisterRow

NAMED_AT_MOST = 40
Rows = Sequence[RegisterRow]


class Fact(NamedTuple):
    """A fact that may be missing: its name with its article ("der Turnus"), and what holds where it is recorded."""

    name: str
    is_known: Callable[[RegisterRow], object]
    plural: bool = False


def gaps(*, facts: Iterable[Fact], rows: Rows, annexes: AnnexNumbers) -> str:
    """What is missing for which committees; facts that are missing for the same ones share a sentence.

    Args:
        facts: the facts that a question asks for.
        rows: all committees of the answer.
        annexes: where the table stands, for very long lists of names.
    """
    together: dict[tuple[int, ...], list[Fact]] = {}
    for fact in facts:
        lacking = tuple(i for i, row in enumerate(rows) if not fact.is_known(row))
        if lacking:
            together.setdefault(lacking, []).append(fact)
    return " ".join(
        _missing(found, [rows[i] for i in lacking], len(rows), annexes) for lacking, found in together.items()
    )


def display_names(rows: Rows) -> str:
    """The names of committees as an enumeration in German order."""
    return names_inline(sorted((row.facts.display_name for row in rows), key=sort_key))


def in_order(rows: Iterable[RegisterRow]) -> list[RegisterRow]:
    """Committees by their names in German order (DIN 5007-1), whatever part of the answer they belong to."""
    return sorted(rows, key=lambda row: sort_key(row.facts.display_name))


def _missing(facts: list[Fact], lacking: Rows, total: int, annexes: AnnexNumbers) -> str:
    what = join_words(fact.name for fact in facts)
    are = "sind" if len(facts) > 1 or facts[0].plural else "ist"
    if total == 1:
        return f"{capital(what)} {are} für dieses Gremium nicht erfasst."
    if len(lacking) == total:
        return f"{capital(what)} {are} für {share(0, total, 'accusative')} erfasst."
    opening = f"Für {share(len(lacking), total, 'accusative')} {are} {what} nicht erfasst"
    if len(lacking) > NAMED_AT_MOST:
        return f"{opening}; {verb(len(lacking), 'es ist', 'sie sind')} in Anlage {annexes.table} so gekennzeichnet."
    return sentence(f"{opening}: {display_names(lacking)}")
