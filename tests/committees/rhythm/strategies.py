"""Generated rhythms: every structured reading that the parser can give."""

import datetime as dt
from dataclasses import dataclass

from hypothesis import strategies as st

from gremienwerk.committees.rhythm.model import Exclusion, Kind, Rhythm
from gremienwerk.committees.rhythm.recurrence import WEEKDAYS, WORKING_DAYS, Recurrence, Weekday, weekday_set

NTHS = (1, 2, 3, 4, 5, -1, -2, -3, -4)

months = st.one_of(
    st.just(()), st.sets(st.integers(1, 12), min_size=1, max_size=11).map(lambda found: tuple(sorted(found)))
)
weekday_codes = st.sets(st.sampled_from(WEEKDAYS), min_size=1, max_size=7)
placed_days = st.one_of(
    st.tuples(st.sets(st.sampled_from(NTHS), min_size=1, max_size=3), st.sampled_from(WEEKDAYS)).map(
        lambda found: weekday_set(days=[Weekday(nth, found[1]) for nth in found[0]])
    ),
    st.sets(st.builds(Weekday, st.sampled_from(NTHS), st.sampled_from(WEEKDAYS)), min_size=2, max_size=3).map(
        lambda found: weekday_set(days=found)
    ),
)
month_days = st.sets(st.sampled_from([*range(1, 32), -1]), min_size=1, max_size=3).map(
    lambda found: tuple(sorted(found, key=lambda day: day % 100))
)


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    kind = draw(st.sampled_from(["weekly", "monthly", "dates", "working", "steps", "years", "year dates"]))
    season = draw(months)
    if kind == "weekly":
        days = weekday_set(days=[Weekday(0, code) for code in draw(weekday_codes)])
        return Recurrence("week", draw(st.integers(1, 8)), days, months=season)
    if kind == "monthly":
        return Recurrence("month", weekdays=draw(placed_days), months=season)
    if kind == "dates":
        return Recurrence("month", month_days=draw(month_days), months=season)
    if kind == "working":
        codes = tuple(Weekday(0, code) for code in WORKING_DAYS)
        position = draw(st.sampled_from(NTHS))
        return Recurrence("month", weekdays=codes, months=season, position=position)
    steps = draw(st.integers(2, 11))
    if kind == "steps":
        return Recurrence("month", steps, draw(placed_days))
    if kind == "years":
        return Recurrence("year", steps, draw(placed_days), months=season or (5,))
    month = (draw(st.integers(1, 12)),)
    return Recurrence("year", steps, month_days=(draw(st.integers(1, 28)),), months=month)


@dataclass(frozen=True)
class Extras:
    excluded: tuple[Exclusion, ...]
    time_from: dt.time | None
    time_until: dt.time | None
    approximate: bool
    as_needed: bool


@st.composite
def extras(draw: st.DrawFn) -> Extras:
    excluded = draw(st.sets(st.sampled_from(Exclusion)))
    start = draw(st.one_of(st.none(), minutes))
    return Extras(
        excluded=tuple(time for time in Exclusion if time in excluded),
        time_from=start,
        time_until=draw(st.one_of(st.none(), minutes)) if start is not None else None,
        approximate=draw(st.booleans()),
        as_needed=draw(st.booleans()),
    )


minutes = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
steps_a_year = st.one_of(
    st.integers(2, 30).map(lambda weeks: round(52 / weeks, 2)),
    st.integers(2, 30).map(lambda months_: round(12 / months_, 2)),
    st.integers(2, 20).map(lambda years: round(1 / years, 2)),
    st.decimals("0.05", "60", places=2).map(float),
)
counts = st.one_of(st.integers(1, 365).map(float), steps_a_year)


@st.composite
def exact(draw: st.DrawFn) -> Rhythm:
    recurrence = draw(recurrences())
    more = draw(extras())
    a_year = recurrence.per_year
    return Rhythm(
        "", Kind.RRULE, str(recurrence), a_year, a_year, more.as_needed, more.approximate, recurrence.months,
        more.excluded, more.time_from, more.time_until,
    )  # fmt: skip


@st.composite
def frequencies(draw: st.DrawFn) -> Rhythm:
    low = draw(counts)
    high = draw(st.one_of(st.none(), st.just(low), counts))
    if high is not None and high < low:
        low, high = high, low
    if high is not None and draw(st.integers(0, 5)) == 0:
        low = 0.0
    more = draw(extras())
    needed = more.as_needed
    season = draw(months)
    frame = draw(frames(season, (low, high), needed))
    kind = Kind.AS_NEEDED if needed and high is None else Kind.FREQUENCY
    return Rhythm(
        "", kind, frame, low, high, needed, more.approximate, season, more.excluded, more.time_from,
        more.time_until,
    )  # fmt: skip


@st.composite
def frames(
    draw: st.DrawFn, season: tuple[int, ...], counts_: tuple[float, float | None], needed: bool
) -> str | None:
    """Days that come into question; one day that is always taken would be exact."""
    if draw(st.booleans()):
        return None
    kind = draw(st.sampled_from(["week", "month", "dates", "working"]))
    if kind == "week":
        days = weekday_set(days=[Weekday(0, code) for code in draw(weekday_codes)])
        frame = Recurrence("week", 1, days, months=season)
    elif kind == "month":
        frame = Recurrence("month", 1, draw(placed_days), months=season)
    elif kind == "dates":
        frame = Recurrence("month", month_days=draw(month_days), months=season)
    else:
        codes = tuple(Weekday(0, code) for code in WORKING_DAYS)
        frame = Recurrence("month", weekdays=codes, months=season, position=draw(st.sampled_from(NTHS)))
    choice = len(frame.weekdays) > 1 and frame.position is None
    always = counts_ == (frame.per_year, frame.per_year) and not choice
    # Days with a place in the month are an upper bound of their own.
    open_end = counts_[1] is None and not needed and frame.unit == "month"
    closed = open_end and counts_[0] < frame.per_year and not choice
    return None if always or closed else str(frame)


@st.composite
def as_needed(draw: st.DrawFn) -> Rhythm:
    more = draw(extras())
    season = draw(months)
    return Rhythm(
        "", Kind.AS_NEEDED, as_needed=True, months=season, excluded=more.excluded, time_from=more.time_from,
        time_until=more.time_until,
    )  # fmt: skip


rhythms = st.one_of(exact(), frequencies(), as_needed(), st.just(Rhythm("")))
