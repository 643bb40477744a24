"""Rhythms in Persian. Nouns after a number are singular; months are those of the Gregorian calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gremienwerk.committees.rhythm.languages.speech import Per, Speech, in_order
from gremienwerk.committees.rhythm.model import Exclusion
from gremienwerk.committees.rhythm.recurrence import WEEKDAYS, Weekday
from gremienwerk.committees.rhythm.steps import StepUnit

_PLACES = {
    1: "اولین",
    2: "دومین",
    3: "سومین",
    4: "چهارمین",
    5: "پنجمین",
    -1: "آخرین",
    -2: "یکی مانده به آخرین",
    -3: "دو تا مانده به آخرین",
    -4: "سه تا مانده به آخرین",
}
_PER: dict[Per, str] = {"day": "در روز", "week": "در هفته", "month": "در ماه", "year": "در سال"}
_UNITS: dict[StepUnit, str] = {"week": "هفته", "month": "ماه", "year": "سال"}
# Ties a weekday, all of which end in he, to what follows.
_EZAFE = "\u0654"


class Persian(Speech):
    """Persian."""

    code = "fa"
    separator = "، "
    as_needed = "در صورت نیاز"
    unknown = "تعیین نشده"
    every_year = "هر سال"
    weekdays = dict(
        zip(
            WEEKDAYS,
            ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"),
            strict=True,
        )
    )
    free = {
        Exclusion.SCHOOL_HOLIDAYS: "تعطیلات مدارس",
        Exclusion.CHRISTMAS_HOLIDAYS: "تعطیلات کریسمس",
        Exclusion.EASTER_HOLIDAYS: "تعطیلات عید پاک",
        Exclusion.WHITSUN_HOLIDAYS: "تعطیلات پنطیکاست",
        Exclusion.SUMMER_HOLIDAYS: "تعطیلات تابستانی",
        Exclusion.AUTUMN_HOLIDAYS: "تعطیلات پاییزی",
        Exclusion.PUBLIC_HOLIDAYS: "تعطیلات رسمی",
    }

    def also_as_needed(self, words: str) -> str:
        """The words, and as needed besides."""
        return f"{words} و در صورت نیاز"

    def usually(self, words: str) -> str:
        """The words, as a rule."""
        return f"معمولاً {words}"

    def at_least(self, words: str) -> str:
        """A count that is a minimum."""
        return f"دست‌کم {words}"

    def at_most(self, words: str) -> str:
        """A count that is a maximum."""
        return f"حداکثر {words}"

    def times(self, number: float, per: Per) -> str:
        """So: "4 بار در سال"."""
        if (number, per) == (1, "day"):
            return "هر روز"
        return f"{'یک' if number == 1 else self.number(number)} بار {_PER[per]}"

    def times_between(self, low: int, high: int) -> str:
        """So: "3 تا 4 بار در سال"."""
        return f"{self.number(low)} تا {self.number(high)} بار در سال"

    def every(self, count: int, unit: StepUnit, longest: int | None = None) -> str:
        """So: "هر 6 تا 8 هفته یک بار"."""
        number = f"{count} تا {longest}" if longest else str(count)
        return f"هر {number} {_UNITS[unit]} یک بار"

    def every_weekday(self, codes: Sequence[str]) -> str:
        """So: "هر سه‌شنبه و پنجشنبه"."""
        if self.is_working_week(codes):
            return "دوشنبه تا جمعه"
        return "هر " + self.join(self.weekdays[code] for code in codes)

    def on_weekdays(self, codes: Sequence[str], *, either: bool = False) -> str:
        """So: "روزهای سه‌شنبه و پنجشنبه"."""
        lead = "روزهای" if len(codes) > 1 else "روز"
        return f"{lead} {self.join((self.weekdays[code] for code in codes), either=either)}"

    def on_places(self, days: Sequence[Weekday], *, each: bool, either: bool = False) -> str:
        """So: "اولین و سومین دوشنبهٔ هر ماه"."""
        same = in_order(days)
        if same:
            [(code, places)] = same.items()
            named = f"{self.join((_PLACES[nth] for nth in places), either=either)} {self.weekdays[code]}"
        else:
            named = self.join(
                (f"{_PLACES[day.nth]} {self.weekdays[day.code]}" for day in days), either=either
            )
        return f"{named}{_EZAFE} {_month(each=each)}"

    def on_working_day(self, place: int, *, each: bool) -> str:
        """So: "دومین روز کاری هر ماه"."""
        return f"{_PLACES[place]} روز کاری {_month(each=each)}"

    def on_days_of_month(self, days: Sequence[int], *, each: bool) -> str:
        """So: "روزهای 1 و 15 هر ماه"."""
        dates = [str(day) for day in days if day > 0]
        parts = [f"{'روزهای' if len(dates) > 1 else 'روز'} {self.join(dates)}"] if dates else []
        if len(dates) < len(days):
            parts.append("آخرین روز")
        return f"{self.join(parts)} {_month(each=each)}"

    def on_days_of_year(self, days: Sequence[tuple[int, int]]) -> str:
        """So: "در 15 مارس و 15 سپتامبر"."""
        return "در " + self.join(self.day_of_year(*day) for day in days)

    def in_months(self, months: Sequence[int]) -> str:
        """So: "در مارس و سپتامبر"."""
        return "در " + self.join(self.month(month) for month in months)

    def from_month_to(self, first: int, last: int) -> str:
        """So: "از سپتامبر تا ژوئن"."""
        return f"از {self.month(first)} تا {self.month(last)}"

    def except_months(self, months: Sequence[int]) -> str:
        """So: "به‌جز ژوئیه و اوت"."""
        return "به‌جز " + self.join(self.month(month) for month in months)

    def even_or_odd_months(self, *, even: bool) -> str:
        """So: "در ماه‌های زوج"."""
        return "در ماه‌های زوج" if even else "در ماه‌های فرد"

    def except_free(self, times: Sequence[Exclusion]) -> str:
        """So: "به‌جز تعطیلات مدارس"."""
        return "به‌جز " + self.join(self.free[time] for time in times)

    def at_time(self, start: dt.time, end: dt.time | None) -> str:
        """So: "ساعت 16:00", "از ساعت 16:00 تا 18:00"."""
        return f"از ساعت {start:%H:%M} تا {end:%H:%M}" if end else f"ساعت {start:%H:%M}"


def _month(*, each: bool) -> str:
    return "هر ماه" if each else "ماه"
