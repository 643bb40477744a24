"""Even and odd months, weeks and years: what a phrase leaves out of them, and years without a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from gremienwerk.committees.rhythm.model import Kind, Rhythm
from gremienwerk.committees.rhythm.recurrence import rounded
from gremienwerk.committees.rhythm.tokens import Token

_EVEN = frozenset({"geraden", "gerade", "gerader"})
_ODD = frozenset({"ungeraden", "ungerade", "ungerader"})
_YEARS = frozenset({"jahre", "jahren", "jahr", "kalenderjahre", "kalenderjahren", "kalenderjahr", "jahres"})
_WEEKS = frozenset({"woche", "wochen", "kalenderwoche", "kalenderwochen", "kw", "kws"})
_COUNTED = _YEARS | _WEEKS | {"monat", "monate", "monaten", "monats", "kalendermonate", "kalendermonaten"}
_AND = frozenset({"und", "u", "oder", "/", "wie"})
_SINGULAR = {"monaten": "monat", "wochen": "woche", "jahren": "jahr", "kalenderwochen": "woche"}
_BEFORE = frozenset({"in", "im", "den", "der", "nur", "jedes", "jedem", "alle", "allen"})


@dataclass(frozen=True)
class Parity:
    """The tokens with what was left out, and what they say of even and odd.

    ``every_other_year``: there are meetings in even or in odd years only, and the words for that are taken
    out of the tokens. ``weeks_differ``: even and odd weeks are told apart, so one rule cannot hold the days.
    """

    tokens: list[Token]
    every_other_year: bool
    weeks_differ: bool


def read_parity(*, tokens: Sequence[Token]) -> Parity:
    """Complete "in geraden Monaten …, in ungeraden …" and take "in geraden Jahren" out of the tokens."""
    complete = _completed(_without_both(tokens))
    said = {
        (token.text in _EVEN, complete[index + 1].text)
        for index, token in enumerate(complete[:-1])
        if token.text in _EVEN | _ODD
    }
    years = {even for even, noun in said if noun in _YEARS}
    weeks = {even for even, noun in said if noun in _WEEKS}
    if len(years) == 1:
        rest = _without_years(complete)
        if any(token.kind in ("word", "number") and token.text not in _BEFORE for token in rest):
            return Parity(rest, every_other_year=True, weeks_differ=len(weeks) == 2)
    return Parity(complete, every_other_year=False, weeks_differ=len(weeks) == 2)


def halved(rhythm: Rhythm) -> Rhythm:
    """The rhythm of a year with meetings, counted over the years with and without them."""
    if rhythm.kind is Kind.UNKNOWN:
        return rhythm
    low, high = rhythm.per_year_min, rhythm.per_year_max
    return replace(
        rhythm,
        kind=Kind.AS_NEEDED if rhythm.kind is Kind.AS_NEEDED else Kind.FREQUENCY,
        rrule=None,
        per_year_min=_half(low),
        per_year_max=_half(high),
    )


def _half(number: float | None) -> float | None:
    return None if number is None else rounded(float(Fraction(str(number)) / 2))


def _without_both(tokens: Sequence[Token]) -> list[Token]:
    """So: "in geraden und ungeraden Monaten" is every month."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        words = [token.text for token in tokens[index : index + 4]]
        both = len(words) == 4 and words[0] in _EVEN | _ODD and words[2] in _EVEN | _ODD
        if both and words[0] != words[2] and words[1] in _AND and words[3] in _COUNTED:
            while kept and kept[-1].text in _BEFORE:
                kept.pop()
            noun = replace(tokens[index + 3], text=_SINGULAR.get(words[3], words[3]))
            kept += [replace(tokens[index], text="jeden"), noun]
            index += 4
        else:
            kept.append(tokens[index])
            index += 1
    return kept


def _completed(tokens: Sequence[Token]) -> list[Token]:
    """So: "in geraden Monaten am 2. Montag, in ungeraden (Monaten) am 1. Freitag"."""
    nouns = [
        tokens[index + 1]
        for index, token in enumerate(tokens[:-1])
        if token.text in _EVEN | _ODD and tokens[index + 1].text in _COUNTED
    ]
    if not nouns:
        return list(tokens)
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        kept.append(token)
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if token.text in _EVEN | _ODD and after not in _COUNTED | _AND:
            kept.append(replace(nouns[0], tight=False))
    return kept


def _without_years(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    skip = False
    for index, token in enumerate(tokens):
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if token.text in _EVEN | _ODD and after in _YEARS:
            while kept and kept[-1].text in _BEFORE:
                kept.pop()
            skip = True
        elif skip:
            skip = False
        else:
            kept.append(token)
    return kept
