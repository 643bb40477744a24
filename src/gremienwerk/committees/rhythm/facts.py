"""What the constituents of a phrase say together: which count belongs to which cycle and bound."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from gremienwerk.committees.rhythm.grammar import Part
from gremienwerk.committees.rhythm.items import (
    Cycle,
    Days,
    Item,
    Mark,
    MonthDays,
    Months,
    Noise,
    Sign,
    Span,
    Times,
    Window,
)
from gremienwerk.committees.rhythm.omissions import without_denied

Bound = Literal["least", "most", "more", "less"]
_BOUNDS: Mapping[Sign, Bound] = {"least": "least", "most": "most", "more": "more", "less": "less"}

# How far, in tokens, a count looks for its cycle; what stands between makes the way longer.
_FARTHEST = 14
_BOUND_WITHIN = 7


@dataclass(frozen=True)
class Fact:
    """So many meetings a year, from ``low`` to ``high``, found at a token.

    ``span`` is the time in which they are counted; ``cycle`` is set when no count was written
    ("monatlich"), ``point`` when the count is for a time of the year ("einmal im Herbst"),
    ``shared`` when the time stands behind a later count ("einmal hier und dreimal dort im Jahr").
    """

    low: Fraction
    high: Fraction
    at: int
    bound: Bound | None = None
    cycle: Cycle | None = None
    span: Span | None = None
    point: tuple[int, ...] = ()
    shared: bool = False


@dataclass(frozen=True)
class DayFact:
    """Days, with the cycle of which they are a part ("im Quartal")."""

    days: Days | MonthDays
    at: int
    scope: Span | None = None
    bound: Bound | None = None


@dataclass(frozen=True)
class Facts:
    """Everything that a phrase says about how often, in the order of the text."""

    counts: tuple[Fact, ...]
    days: tuple[DayFact, ...]


def gather(*, parts: Sequence[Part]) -> Facts:
    """Counts with their cycles and bounds, days with their scope; what is denied is left out."""
    kept = without_denied(parts=parts)
    scopes = _scopes(kept)
    used = set(scopes.values())
    counts: list[Fact] = []
    for index, part in enumerate(kept):
        if isinstance(part.item, Times):
            fact, taken = _count(kept, index, part.item, frozenset(scopes.values()), frozenset(used))
            used.update(taken)
            if fact is not None:
                counts.append(fact)
    used.update(_vague_cycles(kept))
    for index, part in enumerate(kept):
        if isinstance(part.item, Cycle) and not part.item.bare and index not in used:
            cycle = part.item
            counts.append(Fact(cycle.long.rate, cycle.short.rate, part.at, cycle.limit, cycle))
    days = [
        DayFact(part.item, part.at, _span_at(kept, scopes.get(index)))
        for index, part in enumerate(kept)
        if isinstance(part.item, Days | MonthDays)
    ]
    return _bounded(kept, sorted(counts, key=lambda fact: fact.at), days)


def _span_at(parts: Sequence[Part], index: int | None) -> Span | None:
    item = parts[index].item if index is not None else None
    return item.short if isinstance(item, Cycle) else None


def _scopes(parts: Sequence[Part]) -> dict[int, int]:
    """For days with a place ("2. Dienstag"), the cycle directly after them ("im Quartal")."""
    found = {}
    for index, part in enumerate(parts):
        if not isinstance(part.item, Days) or not part.item.nths:
            continue
        for later in range(index + 1, min(index + 5, len(parts))):
            item = parts[later].item
            if isinstance(item, Cycle):
                if item.bare or item.short == item.long:
                    found[index] = later
                break
            if isinstance(item, Times) or (isinstance(item, Mark) and item.sign == "break"):
                break
            if isinstance(item, Noise) and parts[later].at - part.at > 6:
                break
    return found


def _count(
    parts: Sequence[Part], index: int, times: Times, used_by_days: frozenset[int], used: frozenset[int]
) -> tuple[Fact | None, list[int]]:
    """The fact that a count makes with the cycle or the time of the year beside it."""
    at = parts[index].at
    point = _point_beside(parts, index)
    if times.span is not None:
        return _fact(times, times.span, at, ()), []
    for place in _nearest_cycle(parts, index, used_by_days, used):
        cycle = parts[place].item
        if isinstance(cycle, Cycle):
            fact = _fact(times, cycle.short, at, point if cycle.short.unit == "year" else ())
            shared = any(isinstance(part.item, Times) for part in parts[index + 1 : place])
            return replace(fact, low=times.low * cycle.long.rate, shared=shared), [place]
    if point:
        months = next((p.item for p in parts[index + 1 :] if isinstance(p.item, Months | Window)), None)
        points = len(months.points) if isinstance(months, Months) and times.each and not months.choice else 1
        return Fact(times.low * points, times.high * points, at, span=Span("year"), point=point), []
    return None, []


def _fact(times: Times, span: Span, at: int, point: tuple[int, ...]) -> Fact:
    return Fact(times.low * span.rate, times.high * span.rate, at, span=span, point=point)


def _point_beside(parts: Sequence[Part], index: int) -> tuple[int, ...]:
    for part in parts[index + 1 : index + 4]:
        if isinstance(part.item, Months | Window):
            return part.item.months
        if not isinstance(part.item, Noise):
            break
    before = parts[index - 1].item if index else None
    return before.months if isinstance(before, Months | Window) else ()


def _nearest_cycle(
    parts: Sequence[Part], index: int, used_by_days: frozenset[int], used: frozenset[int]
) -> list[int]:
    """The cycle that a count belongs to: rather after it than before, rather in the same clause."""
    best: tuple[int, int] | None = None
    for step in (1, -1):
        cost = 0 if step == 1 else 2
        place = index + step
        shared = False
        while 0 <= place < len(parts) and cost <= _FARTHEST:
            item = parts[place].item
            if (
                isinstance(item, Cycle)
                and place not in used_by_days
                and _fits(item, 0 if shared else cost, step)
            ):
                if best is None or cost < best[0]:
                    best = (cost, place)
                break
            shared = shared or isinstance(item, Times)
            if step == -1 and isinstance(item, Mark) and item.sign == "break":
                # A count does not take up the cycle of another count in the clause before.
                used_by_days |= used
            cost += _way(item, step)
            place += step
    if best and best[1] > index and _is_written_out(parts[best[1]].item) and index - 1 not in used:
        # "jährlich zweimal, alle sechs Monate": the count belongs to the word that it touches.
        touching = parts[index - 1].item if index else None
        if isinstance(touching, Cycle) and not touching.bare:
            return [index - 1]
    return [best[1]] if best else []


def _is_written_out(item: Item) -> bool:
    return isinstance(item, Cycle) and not item.bare and item.short.steps != 1


def _fits(cycle: Cycle, cost: int, step: int) -> bool:
    """A bare cycle serves any count near it; "alle zwei Wochen" only one that touches it."""
    if cycle.bare:
        return True
    whole = cycle.short == cycle.long and cycle.short.steps in (1, 3, 4, 6)
    return cost <= (4 if whole else 1) + (2 if step == -1 else 0)


def _way(item: Item, step: int) -> int:
    """What it costs a count to look past an item for its cycle."""
    if isinstance(item, Times):
        # "mindestens zweimal, höchstens viermal im Jahr": counts may share a cycle that follows.
        return 2 if step == 1 else 9
    if isinstance(item, Mark):
        return {"break": 3, "needed": 4, "and": 1, "or": 1}.get(item.sign, 1)
    return 3 if isinstance(item, Cycle) else 1


def _vague_cycles(parts: Sequence[Part]) -> set[int]:
    """Cycles without a number of their own: "mehrmals jährlich" is not once a year."""
    taken = set()
    for index, part in enumerate(parts):
        if not isinstance(part.item, Mark) or part.item.sign != "vague":
            continue
        for near in (index + 1, index + 2, index - 1):
            if 0 <= near < len(parts) and isinstance(parts[near].item, Cycle):
                taken.add(near)
                break
    return taken


def _bounded(parts: Sequence[Part], counts: list[Fact], days: list[DayFact]) -> Facts:
    """The facts with "mindestens" and "höchstens" where they belong."""
    for part in parts:
        bound = _BOUNDS.get(part.item.sign) if isinstance(part.item, Mark) else None
        if bound is None:
            continue
        later = [
            i
            for i, fact in enumerate(counts)
            if 0 < fact.at - part.at <= _BOUND_WITHIN and fact.bound is None
        ]
        later_days = [i for i, fact in enumerate(days) if 0 < fact.at - part.at <= 3]
        earlier = [
            i
            for i, fact in enumerate(counts)
            if 0 < part.at - fact.at <= _BOUND_WITHIN and fact.bound is None
        ]
        if later_days and (not later or days[later_days[0]].at < counts[later[0]].at):
            days[later_days[0]] = replace(days[later_days[0]], bound=bound)
        elif later:
            counts[later[0]] = replace(counts[later[0]], bound=bound)
        elif earlier:
            counts[earlier[-1]] = replace(counts[earlier[-1]], bound=bound)
    return Facts(tuple(counts), tuple(days))


def between(*, parts: Sequence[Part], first: int, second: int) -> set[Sign]:
    """The signs that stand between two tokens."""
    return {part.item.sign for part in parts if first < part.at < second and isinstance(part.item, Mark)}
