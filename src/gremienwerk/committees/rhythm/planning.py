"""Dates that a rhythm proposes, holidays considered; a proposal is for a person to confirm."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from gremienwerk.committees.rhythm.free_days import public_holidays, school_holidays, school_holidays_known
from gremienwerk.committees.rhythm.model import Exclusion, Kind, Rhythm
from gremienwerk.committees.rhythm.recurrence import ALL_MONTHS

_WEEK = dt.timedelta(days=7)
# From here on a free day drops the meeting; rarer meetings are moved, for the next one is far.
_OFTEN_A_YEAR = 20
_DAYS_A_YEAR = 365
# How many years ahead ``next_dates`` looks for rare meetings.
_YEARS_AHEAD = 30


@dataclass(frozen=True)
class ProposedDate:
    """A day, or a month in which a day is to be found (``precision``; ``day`` is then its first).

    ``moved_from`` is the day of the rhythm that was free; ``note`` says in German why, or what
    could not be checked.
    """

    day: dt.date
    precision: Literal["day", "month"] = "day"
    starts: dt.time | None = None
    ends: dt.time | None = None
    moved_from: dt.date | None = None
    note: str = ""


@dataclass(frozen=True)
class _Free:
    """The days on which a rhythm does not meet in a region."""

    region: str
    school: frozenset[Exclusion]
    closures: frozenset[dt.date]

    def reason(self, day: dt.date) -> str:
        """Why the day is free, in German; empty when it is not."""
        if day in self.closures:
            return "sitzungsfrei"
        name = public_holidays(region=self.region, year=day.year).get(day, "")
        return name or self.school_reason(day)

    def school_reason(self, day: dt.date) -> str:
        """The school holidays of that day, if this rhythm keeps away from them."""
        if not self.school:
            return ""
        kind, name = school_holidays(region=self.region, year=day.year).get(day, (None, ""))
        every = Exclusion.SCHOOL_HOLIDAYS in self.school
        return name if kind is not None and (every or kind in self.school) else ""

    def unchecked(self, day: dt.date) -> str:
        """A warning where school holidays count but are not published yet."""
        if not self.school or school_holidays_known(region=self.region, year=day.year):
            return ""
        return f"Schulferien {day.year} noch nicht bekannt"


def plan(
    rhythm: Rhythm,
    *,
    start: dt.date,
    until: dt.date,
    region: str = "DE-NW",
    skip_school_holidays: bool | None = None,
    closures: Collection[dt.date] = (),
    anchor: dt.date | None = None,
) -> list[ProposedDate]:
    """Dates from ``start`` to ``until`` (both included) that the rhythm proposes.

    - Exact rhythms give their days. On public holidays, ``closures`` and — if asked, or if the
      wording says so and ``skip_school_holidays`` is None — in school holidays, weekly meetings
      are left out; rarer ones move by a week, later if that is free, earlier otherwise, and are
      left out if neither is or the week belongs to another date of theirs.
    - Frequencies of up to twelve a year give evenly spread months (the least number that the
      wording asks for), with a day where it names weekdays. Denser ones, rarer than once in the
      time asked for, "höchstens" and "nach Bedarf" without a minimum give nothing: which day
      would be a guess.
    - ``anchor`` is a day on which the rhythm is known to meet; "alle zwei Wochen" counts from it,
      else from ``start``.

    Raises ``UnknownRegion`` when the region has no calendar.
    """
    free = _Free(region, _school(rhythm, skip=skip_school_holidays), frozenset(closures))
    if rhythm.kind is Kind.RRULE:
        return list(_exact(rhythm, free, start, until, anchor or start))
    return list(_spread(rhythm, free, start, until))


def next_dates(
    rhythm: Rhythm,
    *,
    after: dt.date,
    count: int,
    region: str = "DE-NW",
    skip_school_holidays: bool | None = None,
    anchor: dt.date | None = None,
) -> list[dt.date]:
    """The next ``count`` days after ``after`` of an exact rhythm, holidays considered as in ``plan``.

    Rhythms that name no days have no next date: the list is empty.
    """
    if rhythm.kind is not Kind.RRULE:
        return []
    free = _Free(region, _school(rhythm, skip=skip_school_holidays), frozenset())
    first = after + dt.timedelta(days=1)
    last = first + dt.timedelta(days=_YEARS_AHEAD * _DAYS_A_YEAR)
    return [date.day for date in islice(_exact(rhythm, free, first, last, anchor or first), count)]


def _school(rhythm: Rhythm, *, skip: bool | None) -> frozenset[Exclusion]:
    """The school holidays to keep away from: all when asked, none when refused, else what is said."""
    if skip is not None:
        return frozenset({Exclusion.SCHOOL_HOLIDAYS}) if skip else frozenset()
    return frozenset(rhythm.excluded) - {Exclusion.PUBLIC_HOLIDAYS}


def _exact(
    rhythm: Rhythm, free: _Free, start: dt.date, until: dt.date, anchor: dt.date
) -> Iterator[ProposedDate]:
    days = _occurrences(rhythm, start, until, anchor)
    often = (rhythm.per_year_max or 0) >= _OFTEN_A_YEAR
    taken: dt.date | None = None
    for day in days:
        reason = free.reason(day)
        chosen = day if not reason else None if often else _moved(day, free, rhythm, taken)
        if chosen is None or not start <= chosen <= until or (taken is not None and chosen <= taken):
            continue
        taken = chosen
        moved = f"verlegt: {day:%d.%m.%Y} ist {reason}" if reason else free.unchecked(day)
        yield ProposedDate(chosen, "day", rhythm.time_from, rhythm.time_until, day if reason else None, moved)


def _occurrences(rhythm: Rhythm, start: dt.date, until: dt.date, anchor: dt.date) -> Iterator[dt.date]:
    origin = dt.datetime.combine(_not_after(rhythm, anchor, start), dt.time())
    rule = rrulestr(rhythm.rrule or "", dtstart=origin)
    for moment in rule.xafter(dt.datetime.combine(start, dt.time()), inc=True):
        if moment.date() > until:
            return
        yield moment.date()


def _not_after(rhythm: Rhythm, anchor: dt.date, start: dt.date) -> dt.date:
    """The anchor, or a day whole steps before it where it lies after the start: the phase stays."""
    recurrence = rhythm.recurrence
    if anchor <= start or recurrence is None:
        return anchor
    step = {
        "day": relativedelta(days=1),
        "week": relativedelta(weeks=1),
        "month": relativedelta(months=1),
        "year": relativedelta(years=1),
    }[recurrence.unit]
    steps = 0
    while anchor - step * steps > start:
        steps += recurrence.interval
    return anchor - step * steps


def _moved(day: dt.date, free: _Free, rhythm: Rhythm, taken: dt.date | None) -> dt.date | None:
    """The same weekday a week later, or a week earlier; a date must not meet a neighbour."""
    for other in (day + _WEEK, day - _WEEK):
        in_season = not rhythm.months or other.month in rhythm.months
        if in_season and not free.reason(other) and (taken is None or other > taken):
            return other
    return None


def _spread(rhythm: Rhythm, free: _Free, start: dt.date, until: dt.date) -> Iterator[ProposedDate]:
    months = [month for month in _months(start, until) if month.month in (rhythm.months or ALL_MONTHS)]
    share = ((until - start).days + 1) / _DAYS_A_YEAR
    number = int((rhythm.per_year_min or 0) * share + 0.01)
    if not number or number > len(months):
        return
    for meeting in range(number):
        month = months[int((meeting + 0.5) * len(months) / number)]
        yield _in_month(rhythm, free, month, start, until)


def _months(start: dt.date, until: dt.date) -> Iterator[dt.date]:
    month = start.replace(day=1)
    while month <= until:
        yield month
        month = (month + dt.timedelta(days=32)).replace(day=1)


def _in_month(rhythm: Rhythm, free: _Free, month: dt.date, start: dt.date, until: dt.date) -> ProposedDate:
    """A day of the frame near the middle of the month, or the month alone."""
    if rhythm.rrule is not None:
        last = (month + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)
        first = max(month, start)
        days = list(_occurrences(rhythm, first, min(last, until), first))
        middle = month + dt.timedelta(days=14)
        for day in sorted(days, key=lambda day: abs(day - middle)):
            if not free.reason(day):
                return ProposedDate(
                    day, "day", rhythm.time_from, rhythm.time_until, None, free.unchecked(day)
                )
    return ProposedDate(month, "month", rhythm.time_from, rhythm.time_until)
