"""Rhythms in plain German (Einfache Sprache): digits, known words, one thing after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gremienwerk.committees.rhythm.languages.speech import Per, Speech
from gremienwerk.committees.rhythm.model import Exclusion
from gremienwerk.committees.rhythm.recurrence import WEEKDAYS, Weekday
from gremienwerk.committees.rhythm.steps import StepUnit

_PLACES = {
    -1: "letzten",
    -2: "vorletzten",
    -3: "drittletzten",
    -4: "viertletzten",
}
_PER: dict[Per, str] = {"day": "am Tag", "week": "in der Woche", "month": "im Monat", "year": "im Jahr"}
_UNITS: dict[StepUnit, str] = {"week": "Wochen", "month": "Monate", "year": "Jahre"}


class PlainGerman(Speech):
    """Plain German."""

    code = "de-simple"
    as_needed = "wenn es nötig ist"
    unknown = "noch nicht fest"
    every_year = "jedes Jahr"
    weekdays = dict(
        zip(
            WEEKDAYS,
            ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
            strict=True,
        )
    )
    free = {
        Exclusion.SCHOOL_HOLIDAYS: "in den Schulferien",
        Exclusion.CHRISTMAS_HOLIDAYS: "in den Weihnachtsferien",
        Exclusion.EASTER_HOLIDAYS: "in den Osterferien",
        Exclusion.WHITSUN_HOLIDAYS: "in den Pfingstferien",
        Exclusion.SUMMER_HOLIDAYS: "in den Sommerferien",
        Exclusion.AUTUMN_HOLIDAYS: "in den Herbstferien",
        Exclusion.PUBLIC_HOLIDAYS: "an Feiertagen",
    }

    def also_as_needed(self, words: str) -> str:
        """The words, and as needed besides."""
        return f"{words} und wenn es nötig ist"

    def usually(self, words: str) -> str:
        """The words, as a rule."""
        return f"meistens {words}"

    def at_least(self, words: str) -> str:
        """A count that is a minimum."""
        return f"mindestens {words}"

    def at_most(self, words: str) -> str:
        """A count that is a maximum."""
        return f"höchstens {words}"

    def times(self, number: float, per: Per) -> str:
        """So: "4-mal im Jahr"."""
        return f"{self.number(number)}-mal {_PER[per]}"

    def times_between(self, low: int, high: int) -> str:
        """So: "3- bis 4-mal im Jahr"."""
        return f"{self.number(low)}- bis {self.number(high)}-mal im Jahr"

    def every(self, count: int, unit: StepUnit, longest: int | None = None) -> str:
        """So: "alle 6 bis 8 Wochen"."""
        number = f"{count} bis {longest}" if longest else str(count)
        return f"alle {number} {_UNITS[unit]}"

    def every_weekday(self, codes: Sequence[str]) -> str:
        """So: "jeden Dienstag und jeden Donnerstag"."""
        if self.is_working_week(codes):
            return "von Montag bis Freitag"
        return self.join(f"jeden {self.weekdays[code]}" for code in codes)

    def on_weekdays(self, codes: Sequence[str], *, either: bool = False) -> str:
        """So: "am Dienstag und am Donnerstag"."""
        return self.join((f"am {self.weekdays[code]}" for code in codes), either=either)

    def on_places(self, days: Sequence[Weekday], *, each: bool, either: bool = False) -> str:
        """So: "am 1. Montag und am 3. Montag im Monat"."""
        named = (f"am {_place(day.nth)} {self.weekdays[day.code]}" for day in days)
        return f"{self.join(named, either=either)} {_in_month(each=each)}"

    def on_working_day(self, place: int, *, each: bool) -> str:
        """So: "am 2. Werktag im Monat"."""
        return f"am {_place(place)} Werktag {_in_month(each=each)}"

    def on_days_of_month(self, days: Sequence[int], *, each: bool) -> str:
        """So: "am 1. Tag und am 15. Tag im Monat"."""
        return f"{self.join(f'am {_place(day)} Tag' for day in days)} {_in_month(each=each)}"

    def day_of_year(self, day: int, month: int) -> str:
        """So: "15. März"."""
        return f"{day}. {self.month(month)}"

    def on_days_of_year(self, days: Sequence[tuple[int, int]]) -> str:
        """So: "am 15. März und am 15. September"."""
        return self.join(f"am {self.day_of_year(*day)}" for day in days)

    def in_months(self, months: Sequence[int]) -> str:
        """So: "im März und im September"."""
        return self.join(f"im {self.month(month)}" for month in months)

    def from_month_to(self, first: int, last: int) -> str:
        """So: "von September bis Juni"."""
        return f"von {self.month(first)} bis {self.month(last)}"

    def except_months(self, months: Sequence[int]) -> str:
        """So: "aber nicht im Juli und im August"."""
        return "aber nicht " + self.in_months(months)

    def even_or_odd_months(self, *, even: bool) -> str:
        """The months by name: nobody should have to count them."""
        return self.in_months(range(2 if even else 1, 13, 2))

    def except_free(self, times: Sequence[Exclusion]) -> str:
        """So: "aber nicht in den Schulferien"."""
        return "aber nicht " + self.join(self.free[time] for time in times)

    def at_time(self, start: dt.time, end: dt.time | None) -> str:
        """So: "um 16:00 Uhr", "von 16:00 Uhr bis 18:00 Uhr"."""
        return f"von {start:%H:%M} Uhr bis {end:%H:%M} Uhr" if end else f"um {start:%H:%M} Uhr"


def _place(nth: int) -> str:
    return _PLACES.get(nth, f"{nth}.")


def _in_month(*, each: bool) -> str:
    return "in jedem Monat" if each else "im Monat"
