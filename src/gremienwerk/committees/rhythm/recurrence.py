"""The part of RFC 5545 recurrence rules in which committees meet, and how often that is a year."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "week", "month", "year"]

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING_DAYS = ("MO", "TU", "WE", "TH", "FR")
ALL_MONTHS = tuple(range(1, 13))

# A normal year: 365 days, 52 weeks. The seed phrases count so (weekly = 52, every six weeks = 8.67).
DAYS_IN_MONTH: Mapping[int, int] = {month: calendar.monthrange(2023, month)[1] for month in ALL_MONTHS}
WEEKS_A_YEAR = 52
# Months with a fifth Monday (Tuesday, …): 52 weeks less four in each of twelve months.
FIFTHS_A_YEAR = 4

_FREQUENCIES: Mapping[Unit, str] = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_UNITS: Mapping[str, Unit] = {word: unit for unit, word in _FREQUENCIES.items()}


@dataclass(frozen=True, order=True)
class Weekday:
    """A weekday, or the nth such weekday of its month (``nth`` -1: the last; 0: every one)."""

    nth: int
    code: str

    def __str__(self) -> str:
        return f"{self.nth or ''}{self.code}"

    @property
    def order(self) -> tuple[int, int]:
        """Sorting key: first to last of the month, then Monday to Sunday."""
        return (self.nth if self.nth >= 0 else 99 + self.nth, WEEKDAYS.index(self.code))


@dataclass(frozen=True)
class Recurrence:
    """Days that return: a rule of RFC 5545 3.3.10 limited to the parts that committees use.

    ``position`` is BYSETPOS, used for the nth working day of a month.
    """

    unit: Unit
    interval: int = 1
    weekdays: tuple[Weekday, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    position: int | None = None

    def __str__(self) -> str:
        parts = [f"FREQ={_FREQUENCIES[self.unit]}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.months:
            parts.append("BYMONTH=" + ",".join(map(str, self.months)))
        if self.month_days:
            parts.append("BYMONTHDAY=" + ",".join(map(str, self.month_days)))
        if self.weekdays:
            parts.append("BYDAY=" + ",".join(map(str, self.weekdays)))
        if self.position is not None:
            parts.append(f"BYSETPOS={self.position}")
        return ";".join(parts)

    @property
    def per_year(self) -> float:
        """Occurrences in a normal year (365 days, 52 weeks), rounded to two decimals."""
        months = self.months or ALL_MONTHS
        if self.unit == "year":
            return rounded(self._a_month(months) / self.interval)
        if self.unit == "month":
            # With named months the interval is already in their list.
            return rounded(self._a_month(months) / self.interval)
        if not self.months:
            a_year = 365 if self.unit == "day" else WEEKS_A_YEAR * len(self.weekdays)
            return rounded(a_year / self.interval)
        days = sum(DAYS_IN_MONTH[month] for month in months)
        if self.unit == "day":
            return rounded(days / self.interval)
        return float(round(days / 7 * len(self.weekdays) / self.interval))

    def _a_month(self, months: tuple[int, ...]) -> float:
        """Occurrences in the given months of one year."""
        if self.position is not None:
            return len(months)
        fifths = sum(1 for day in self.weekdays if day.nth == 5)
        others = len(self.weekdays) - fifths
        # A month without a 31st has no meeting then (RFC 5545 3.3.10: invalid dates are left out).
        dated = sum(abs(day) <= DAYS_IN_MONTH[month] for day in self.month_days for month in months)
        return others * len(months) + dated + fifths * round(FIFTHS_A_YEAR * len(months) / 12)


def weekday_set(*, days: Iterable[Weekday]) -> tuple[Weekday, ...]:
    """The days once each, in the order in which they fall."""
    return tuple(sorted(set(days), key=lambda day: day.order))


def read_rrule(rule: str) -> Recurrence:
    """The recurrence that a rule of ours names; raises ``ValueError`` for parts we never write."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    unit = _UNITS[parts.pop("FREQ")]
    interval = int(parts.pop("INTERVAL", "1"))
    months = _numbers(parts.pop("BYMONTH", ""))
    month_days = _numbers(parts.pop("BYMONTHDAY", ""))
    names = parts.pop("BYDAY", "")
    weekdays = tuple(Weekday(nth=int(name[:-2] or 0), code=name[-2:]) for name in names.split(",") if name)
    position = parts.pop("BYSETPOS", None)
    if parts:
        raise ValueError(f"unknown parts in {rule!r}")
    return Recurrence(unit, interval, weekdays, month_days, months, int(position) if position else None)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(",") if number)


def rounded(number: float) -> float:
    """A count a year as the register keeps it: two decimals."""
    return round(float(number), 2)
