"""Rhythms in English, as British offices write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gremienwerk.committees.rhythm.languages.speech import Per, Speech, in_order
from gremienwerk.committees.rhythm.model import Exclusion
from gremienwerk.committees.rhythm.recurrence import WEEKDAYS, Weekday
from gremienwerk.committees.rhythm.steps import StepUnit

_PLACES = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    -1: "last",
    -2: "second-to-last",
    -3: "third-to-last",
    -4: "fourth-to-last",
}
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


class English(Speech):
    """English."""

    code = "en"
    as_needed = "as needed"
    unknown = "not fixed"
    every_year = "every year"
    weekdays = dict(
        zip(
            WEEKDAYS,
            ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
            strict=True,
        )
    )
    free = {
        Exclusion.SCHOOL_HOLIDAYS: "during the school holidays",
        Exclusion.CHRISTMAS_HOLIDAYS: "during the Christmas holidays",
        Exclusion.EASTER_HOLIDAYS: "during the Easter holidays",
        Exclusion.WHITSUN_HOLIDAYS: "during the Whitsun holidays",
        Exclusion.SUMMER_HOLIDAYS: "during the summer holidays",
        Exclusion.AUTUMN_HOLIDAYS: "during the autumn holidays",
        Exclusion.PUBLIC_HOLIDAYS: "on public holidays",
    }

    def also_as_needed(self, words: str) -> str:
        """The words, and as needed besides."""
        return f"{words} and as needed"

    def usually(self, words: str) -> str:
        """The words, as a rule."""
        return f"usually {words}"

    def at_least(self, words: str) -> str:
        """A count that is a minimum."""
        return f"at least {words}"

    def at_most(self, words: str) -> str:
        """A count that is a maximum."""
        return f"at most {words}"

    def times(self, number: float, per: Per) -> str:
        """So: "once a week", "4 times a year"."""
        if (number, per) == (1, "day"):
            return "every day"
        words = {1: "once", 2: "twice"}.get(int(number)) if number == int(number) else None
        return f"{words or f'{self.number(number)} times'} a {per}"

    def times_between(self, low: int, high: int) -> str:
        """So: "3 to 4 times a year"."""
        return f"{self.number(low)} to {self.number(high)} times a year"

    def every(self, count: int, unit: StepUnit, longest: int | None = None) -> str:
        """So: "every 6 to 8 weeks"."""
        return f"every {count} to {longest} {unit}s" if longest else f"every {count} {unit}s"

    def every_weekday(self, codes: Sequence[str]) -> str:
        """So: "every Tuesday and Thursday", "Monday to Friday"."""
        if self.is_working_week(codes):
            return "Monday to Friday"
        return "every " + self.join(self.weekdays[code] for code in codes)

    def on_weekdays(self, codes: Sequence[str], *, either: bool = False) -> str:
        """So: "on Tuesdays and Thursdays"."""
        return "on " + self.join((f"{self.weekdays[code]}s" for code in codes), either=either)

    def on_places(self, days: Sequence[Weekday], *, each: bool, either: bool = False) -> str:
        """So: "on the first and third Monday of every month"."""
        same = in_order(days)
        if same:
            [(code, places)] = same.items()
            named = f"{self.join((_PLACES[nth] for nth in places), either=either)} {self.weekdays[code]}"
        else:
            named = self.join(
                (f"{_PLACES[day.nth]} {self.weekdays[day.code]}" for day in days), either=either
            )
        return f"on the {named} {_of_month(each=each)}"

    def on_working_day(self, place: int, *, each: bool) -> str:
        """So: "on the second working day of every month"."""
        return f"on the {_PLACES[place]} working day {_of_month(each=each)}"

    def on_days_of_month(self, days: Sequence[int], *, each: bool) -> str:
        """So: "on the 1st and 15th of every month"."""
        named = self.join("last day" if day < 0 else f"{day}{_ENDINGS.get(day, 'th')}" for day in days)
        return f"on the {named} {_of_month(each=each)}"

    def on_days_of_year(self, days: Sequence[tuple[int, int]]) -> str:
        """So: "on 15 March and 15 September"."""
        return "on " + self.join(self.day_of_year(*day) for day in days)

    def in_months(self, months: Sequence[int]) -> str:
        """So: "in March and September"."""
        return "in " + self.join(self.month(month) for month in months)

    def from_month_to(self, first: int, last: int) -> str:
        """So: "from September to June"."""
        return f"from {self.month(first)} to {self.month(last)}"

    def except_months(self, months: Sequence[int]) -> str:
        """So: "except in July and August"."""
        return "except " + self.in_months(months)

    def even_or_odd_months(self, *, even: bool) -> str:
        """So: "in even-numbered months"."""
        return f"in {'even' if even else 'odd'}-numbered months"

    def except_free(self, times: Sequence[Exclusion]) -> str:
        """So: "except during the school holidays"."""
        return "except " + self.join(self.free[time] for time in times)

    def at_time(self, start: dt.time, end: dt.time | None) -> str:
        """So: "at 16:00", "from 16:00 to 18:00"."""
        return f"from {start:%H:%M} to {end:%H:%M}" if end else f"at {start:%H:%M}"


def _of_month(*, each: bool) -> str:
    return "of every month" if each else "of the month"
