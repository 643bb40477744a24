"""From facts to a rhythm: exact days where the wording is exact, a frequency otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from gremienwerk.committees.rhythm.facts import DayFact, Fact, Facts, between
from gremienwerk.committees.rhythm.grammar import Part
from gremienwerk.committees.rhythm.items import Cycle, Days, MonthDays, Months, Sign, Span, Window, YearDay
from gremienwerk.committees.rhythm.recurrence import DAYS_IN_MONTH, Recurrence, Weekday, weekday_set

EVERY_OTHER_WEEK = "„jeden zweiten …“ ohne „im Monat“ als jede zweite Woche gelesen"

# The month of a longer period in which its first (last) weekday falls, by the period's months.
_STARTS = {3: (1, 4, 7, 10), 4: (1, 5, 9), 6: (1, 7), 12: (1,)}
_ENDS = {3: (3, 6, 9, 12), 4: (4, 8, 12), 6: (6, 12), 12: (12,)}


@dataclass(frozen=True)
class Count:
    """Meetings a year; ``low`` and ``high`` None: not said."""

    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True)
class DayRule:
    """The days named: a recurrence, and whether the meetings are on all of them."""

    recurrence: Recurrence
    exact: bool
    notes: tuple[str, ...] = ()


def day_rule(*, facts: Facts, months: tuple[int, ...]) -> DayRule | None:
    """The recurrence that the named days make with the cycle beside them, if any days are named."""
    if not facts.days:
        return None
    exact = not any(fact.bound or (isinstance(fact.days, Days) and fact.days.choice) for fact in facts.days)
    alone = [fact for fact in facts.counts if fact.cycle is not None]
    one_rate = len({(fact.low, fact.high) for fact in alone}) == 1 and len(alone) == len(facts.counts)
    cycle = alone[0].cycle if one_rate and alone[0].bound is None else None
    step = cycle.short if cycle is not None and cycle.short == cycle.long else None
    placed = [fact for fact in facts.days if isinstance(fact.days, MonthDays) or fact.days.nths]
    if placed and len(placed) < len(facts.days):
        return DayRule(_weekly(facts.days, ()), exact=False)
    if not placed:
        return _plain_days(facts, months, step, exact=exact)
    only = facts.days[0]
    if (
        not facts.counts
        and not months
        and len(facts.days) == 1
        and is_every_other(fact=only)
        and only.scope is None
    ):
        weeks = _weekly(facts.days, months)
        return DayRule(replace(weeks, interval=2), exact, (EVERY_OTHER_WEEK,))
    return _placed_days(facts.days, months, step, exact=exact)


def is_every_other(*, fact: DayFact) -> bool:
    """Is it "jeden zweiten Samstag" without a month, every other week?"""
    return (
        isinstance(fact.days, Days)
        and fact.days.every
        and fact.days.nths == (2,)
        and fact.scope is None
        and not (fact.days.working)
    )


def _weekly(days: Sequence[DayFact], months: tuple[int, ...]) -> Recurrence:
    codes = [Weekday(0, code) for fact in days if isinstance(fact.days, Days) for code in fact.days.codes]
    return Recurrence("week", weekdays=weekday_set(days=codes), months=months)


def _plain_days(facts: Facts, months: tuple[int, ...], step: Span | None, *, exact: bool) -> DayRule:
    weeks = _weekly(facts.days, months)
    if step is not None:
        days = step.steps * 7 if step.unit == "week" else step.steps if step.unit == "day" else None
        if days is not None and days % 7 == 0:
            return DayRule(replace(weeks, interval=int(days / 7)), exact)
    return DayRule(weeks, exact)


def _placed_days(
    days: Sequence[DayFact], months: tuple[int, ...], step: Span | None, *, exact: bool
) -> DayRule:
    """Days with a place in the month; the cycle or the scope makes it every quarter, every other month."""
    scopes = [fact.scope for fact in days if fact.scope is not None]
    if not months and scopes and scopes[-1].unit in ("month", "year"):
        step_months = scopes[-1].steps * (12 if scopes[-1].unit == "year" else 1)
        last = any(isinstance(fact.days, Days) and fact.days.nths and fact.days.nths[0] < 0 for fact in days)
        if int(step_months) in _STARTS and step_months > 2:
            months = (_ENDS if last else _STARTS)[int(step_months)]
        elif step_months > 1 and step_months.denominator == 1 and step is None:
            step = Span("month", step_months)
    rule = _month_rule(days, months)
    if step is None or (step.unit == "month" and step.steps == 1) or step.unit in ("week", "day"):
        return DayRule(rule, exact)
    if step.unit == "year" and step.steps.denominator == 1:
        if not months:
            return DayRule(rule, exact=False)
        if step.steps > 1:
            rule = replace(rule, unit="year", interval=int(step.steps))
        return DayRule(rule, exact)
    if step.unit == "month" and step.steps.denominator == 1 and not months:
        return DayRule(replace(rule, interval=int(step.steps)), exact)
    return DayRule(rule, exact)


def _month_rule(days: Sequence[DayFact], months: tuple[int, ...]) -> Recurrence:
    dates = tuple(
        sorted(
            {day for fact in days if isinstance(fact.days, MonthDays) for day in fact.days.days},
            key=lambda d: d % 100,
        )
    )
    if dates:
        return Recurrence("month", month_days=dates, months=months)
    named = [fact.days for fact in days if isinstance(fact.days, Days)]
    if any(day.working for day in named):
        codes = tuple(Weekday(0, code) for code in named[0].codes)
        return Recurrence("month", weekdays=codes, months=months, position=named[0].nths[0])
    return Recurrence(
        "month", weekdays=weekday_set(days=[wd for day in named for wd in day.weekdays]), months=months
    )


def total(*, parts: Sequence[Part], facts: Facts, months: tuple[int, ...]) -> Count:
    """How often a year, all counts together.

    "Einmal im Frühjahr und einmal im Herbst" adds up; bounds bound; anything else said beside
    makes a range ("monatlich bis vierteljährlich").
    """
    counts = [_in_season(fact, parts, months) for fact in facts.counts]
    plain = _added(parts, [fact for fact in counts if fact.bound is None])
    low = min((fact.low for fact in plain), default=None)
    high = max((fact.high for fact in plain), default=None)
    least = [fact.low + _one_off(fact) for fact in counts if fact.bound in ("least", "more")]
    most = [(fact.high - _one_off(fact)) or fact.high for fact in counts if fact.bound in ("most", "less")]
    if not plain:
        if least:
            return Count(max(least), min(most) if most else None)
        return Count(Fraction(0), min(most)) if most else Count()
    for bound in (*least, *most):
        low = min(low, bound) if low is not None and bound in least else low
        high = max(high, bound) if high is not None else bound
    return Count(low, high)


def _one_off(fact: Fact) -> Fraction:
    """The step from "mehr als zweimal im Monat" to "mindestens dreimal"."""
    strictly = fact.bound in ("more", "less") and fact.cycle is None and fact.span is not None
    return fact.span.rate if strictly and fact.span is not None else Fraction(0)


def _added(parts: Sequence[Part], facts: list[Fact]) -> list[Fact]:
    """Counts for different times of the year, joined, are one count."""
    added: list[Fact] = []
    for fact in facts:
        last = added[-1] if added else None
        signs = between(parts=parts, first=last.at, second=fact.at) if last is not None else set()
        if last is not None and _adds_up(last, fact, signs):
            point = tuple(sorted({*last.point, *fact.point}))
            added[-1] = replace(last, low=last.low + fact.low, high=last.high + fact.high, point=point)
        else:
            added.append(fact)
    return added


def _adds_up(last: Fact, fact: Fact, signs: set[Sign]) -> bool:
    """Two counts are one if they are for different seasons, or joined by "und" before a common cycle."""
    seasons = bool(last.point and fact.point and last.point != fact.point)
    return (seasons and not signs & {"or", "to", "but"}) or (last.shared and "and" in signs)


def _in_season(fact: Fact, parts: Sequence[Part], months: tuple[int, ...]) -> Fact:
    """The count within the months named: weekly from March to October is 35 times."""
    span = fact.cycle.short if fact.cycle is not None else fact.span
    named = [part.item for part in parts if isinstance(part.item, Months)]
    if not months or span is None:
        return fact
    if span.unit == "month" and len({month % span.steps for month in months}) == 1 < span.steps:
        # "alle zwei Monate, in den geraden Monaten": the months of the cycle itself
        return fact
    points = [point for item in named if not item.choice for point in item.points]
    if fact.cycle is not None and points and span.rate < 12:
        return replace(fact, low=Fraction(len(points)), high=Fraction(len(points)))
    if span.unit == "week" and fact.cycle is not None:
        weeks = Fraction(sum(DAYS_IN_MONTH[month] for month in months), 7)
        return replace(
            fact, low=Fraction(round(weeks / fact.cycle.long.steps)), high=Fraction(round(weeks / span.steps))
        )
    share = Fraction(len(months), 12)
    whole = (fact.low * share).denominator == (fact.high * share).denominator == 1
    if span.unit == "year" or (span.rate < 12 and not whole):
        return fact
    return replace(fact, low=fact.low * share, high=fact.high * share)


def from_points(*, parts: Sequence[Part]) -> Count:
    """Times of the year that stand alone: "im März und September" is twice, "im Mai oder Juni" once."""
    points: list[tuple[int, ...]] = []
    for part in parts:
        if isinstance(part.item, Months):
            points.extend(part.item.points[:1] if part.item.choice else part.item.points)
    number = Fraction(len(set(points)))
    return Count(number, number) if points else Count()


def points_of_some_years(*, parts: Sequence[Part], facts: Facts) -> Count | None:
    """Times of the year that do not return each year: "alle zwei Jahre im Mai" is a half."""
    spans = [fact.cycle.short for fact in facts.counts if fact.cycle is not None and fact.bound is None]
    points = from_points(parts=parts)
    if len(facts.counts) != 1 or len(spans) != 1 or spans[0].unit != "year" or spans[0].steps <= 1:
        return None
    if points.low is None or points.high is None:
        return None
    return Count(points.low / spans[0].steps, points.high / spans[0].steps)


def year_days(*, parts: Sequence[Part], facts: Facts) -> Recurrence | None:
    """Dates that return each year: "jedes Jahr am 15. März"; a date alone is a single event."""
    dates = [part.item for part in parts if isinstance(part.item, YearDay)]
    spans = [fact.cycle.short for fact in facts.counts if fact.cycle is not None and fact.bound is None]
    years = [span.steps for span in spans if span.unit == "year" and span.steps.denominator == 1]
    days = {date.day for date in dates}
    if len(days) != 1 or facts.days or len(years) != 1 or len(facts.counts) != 1:
        return None
    months = tuple(sorted({date.month for date in dates}))
    step = int(years[0])
    return Recurrence("year" if step > 1 else "month", step, month_days=tuple(days), months=months)


def several_dates(*, parts: Sequence[Part], facts: Facts) -> Count | None:
    """Different dates that return each year: "jedes Jahr am 8. März und am 25. November" is twice."""
    dates = {part.item for part in parts if isinstance(part.item, YearDay)}
    yearly = [fact.cycle == Cycle(Span("year"), Span("year")) for fact in facts.counts]
    if len({date.day for date in dates}) < 2 or facts.days or yearly != [True]:
        return None
    return Count(Fraction(len(dates)), Fraction(len(dates)))


def days_by_season(*, parts: Sequence[Part], facts: Facts) -> Count | None:
    """Days that differ by the time of the year: "in geraden Monaten am 2. Montag, in ungeraden am 3. Freitag"."""
    said = [part.item for part in parts if isinstance(part.item, Days | Months | Window)]
    if facts.counts or not said:
        return None
    # The season stands before its days, or always behind them.
    ordered = said[::-1] if isinstance(said[0], Days) else said
    season_months: tuple[int, ...] = ()
    pairs: list[tuple[tuple[int, ...], Days]] = []
    for item in ordered:
        if isinstance(item, Days):
            pairs.append((season_months, item))
        else:
            season_months = item.months
    seasons = {months for months, _ in pairs}
    if len(seasons) < 2 or () in seasons or len({m for s in seasons for m in s}) < sum(map(len, seasons)):
        return None
    number = sum(
        (
            len(months) * len(days.weekdays) * (Fraction(1) if days.nths else Fraction(52, 12))
            for months, days in pairs
        ),
        Fraction(0),
    )
    return Count(Fraction(round(number)), Fraction(round(number)))


def season(*, parts: Sequence[Part], excluded: tuple[int, ...]) -> tuple[int, ...]:
    """The months in which meetings fall, January first; empty when any may be."""
    named = {month for part in parts if isinstance(part.item, Months | Window) for month in part.item.months}
    if excluded:
        named = (named or set(range(1, 13))) - set(excluded)
    return tuple(sorted(named)) if len(named) < 12 else ()
