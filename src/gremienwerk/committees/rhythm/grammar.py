"""The whole grammar: which rule reads what stands at a place of a text."""

from collections.abc import Sequence
from typing import NamedTuple

from gremienwerk.committees.rhythm import counts, cycles, days, marks, seasons
from gremienwerk.committees.rhythm.combinators import Rule, any_of, maybe
from gremienwerk.committees.rhythm.items import Days, Item, Noise
from gremienwerk.committees.rhythm.tokens import Token

_single_events: Rule[Item] = any_of([days.single_day, seasons.single_month]).map(Noise)

# Earlier rules win: what excludes or counts something else stands before what counts meetings.
_CONSTITUENTS: Sequence[Rule[Item]] = (
    marks.no_negation,
    marks.new_start,
    seasons.excluded,
    days.excluded_days,
    seasons.clock,
    counts.day_counts,
    marks.decoy,
    marks.needed,
    marks.needed_clause,
    marks.vague,
    marks.bound,
    days.fortnight,
    days.month_days,
    seasons.window,
    seasons.single_month.map(Noise),
    days.year_day,
    cycles.counted_cycle,
    counts.times,
    cycles.cycle,
    cycles.named_cycle,
    days.single_day.map(Noise),
    days.days,
    seasons.months,
    cycles.bare_cycle,
    marks.about_mark,
    marks.negation,
    marks.link,
)
_after_days = maybe(seasons.clock) >> seasons.clock_after_day


class Part(NamedTuple):
    """A constituent, and how many tokens stand before it."""

    item: Item
    at: int


def constituents(tokens: Sequence[Token]) -> list[Part]:
    """What the grammar finds, from left to right; a word that no rule reads is noise.

    Every rule looks a limited number of tokens ahead, so the time is linear in their number.
    """
    parts: list[Part] = []
    place = 0
    while place < len(tokens):
        rules = [seasons.clock_after_day, *_CONSTITUENTS] if _after_a_day(parts) else _CONSTITUENTS
        item, after = _read(rules, tokens, place)
        parts.append(Part(item, place))
        place = after
    return parts


def _after_a_day(parts: Sequence[Part]) -> bool:
    return bool(parts) and isinstance(parts[-1].item, Days)


def _read(rules: Sequence[Rule[Item]], tokens: Sequence[Token], place: int) -> tuple[Item, int]:
    for rule in rules:
        found = rule.read(tokens, place)
        if found is not None and found[1] > place:
            return found
    return Noise(tokens[place].text), place + 1
