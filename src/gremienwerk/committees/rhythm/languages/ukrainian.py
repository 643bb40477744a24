"""Rhythms in Ukrainian: weekdays in the accusative, months in the genitive or locative, numbers by CLDR."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from gremienwerk.committees.rhythm.languages.speech import Per, Speech, in_order
from gremienwerk.committees.rhythm.model import Exclusion
from gremienwerk.committees.rhythm.recurrence import WEEKDAYS, Weekday
from gremienwerk.committees.rhythm.steps import StepUnit

_EVERY = ("щопонеділка", "щовівторка", "щосереди", "щочетверга", "щопʼятниці", "щосуботи", "щонеділі")
_FEMININE = {"WE", "FR", "SA", "SU"}
_STEMS = {1: "перш", 2: "друг", 4: "четверт", 5: "пʼят"}
_PER: dict[Per, str] = {"day": "на день", "week": "на тиждень", "month": "на місяць", "year": "на рік"}
_TIMES = {"one": "раз", "few": "рази", "many": "разів", "other": "раза"}
_UNITS: dict[StepUnit, Mapping[str, str]] = {
    "week": {"one": "тиждень", "few": "тижні", "many": "тижнів"},
    "month": {"one": "місяць", "few": "місяці", "many": "місяців"},
    "year": {"one": "рік", "few": "роки", "many": "років"},
}
_IN_MONTH = ("січні", "лютому", "березні", "квітні", "травні", "червні", "липні", "серпні", "вересні", "жовтні",
             "листопаді", "грудні")  # fmt: skip


class Ukrainian(Speech):
    """Ukrainian."""

    code = "uk"
    as_needed = "за потреби"
    unknown = "не визначено"
    every_year = "щороку"
    weekdays = dict(
        zip(
            WEEKDAYS,
            ("понеділок", "вівторок", "середу", "четвер", "пʼятницю", "суботу", "неділю"),
            strict=True,
        )
    )
    free = {
        Exclusion.SCHOOL_HOLIDAYS: "шкільних канікул",
        Exclusion.CHRISTMAS_HOLIDAYS: "різдвяних канікул",
        Exclusion.EASTER_HOLIDAYS: "великодніх канікул",
        Exclusion.WHITSUN_HOLIDAYS: "канікул на Трійцю",
        Exclusion.SUMMER_HOLIDAYS: "літніх канікул",
        Exclusion.AUTUMN_HOLIDAYS: "осінніх канікул",
        Exclusion.PUBLIC_HOLIDAYS: "святкових днів",
    }

    def also_as_needed(self, words: str) -> str:
        """The words, and as needed besides."""
        return f"{words} та за потреби"

    def usually(self, words: str) -> str:
        """The words, as a rule."""
        return f"зазвичай {words}"

    def at_least(self, words: str) -> str:
        """A count that is a minimum."""
        return f"щонайменше {words}"

    def at_most(self, words: str) -> str:
        """A count that is a maximum."""
        return f"щонайбільше {words}"

    def times(self, number: float, per: Per) -> str:
        """So: "раз на тиждень", "двічі на рік", "4 рази на рік"."""
        if (number, per) == (1, "day"):
            return "щодня"
        words = {1.0: "раз", 2.0: "двічі"}.get(float(number))
        return f"{words or f'{self.number(number)} {_TIMES[self.plural(number)]}'} {_PER[per]}"

    def times_between(self, low: int, high: int) -> str:
        """So: "від 3 до 4 разів на рік": after "до" the genitive, whatever the number."""
        ending = "разу" if self.plural(high) == "one" else "разів"
        return f"від {self.number(low)} до {self.number(high)} {ending} на рік"

    def every(self, count: int, unit: StepUnit, longest: int | None = None) -> str:
        """So: "раз на 6–8 тижнів"."""
        name = _UNITS[unit][self.plural(longest or count)]
        return f"раз на {count}–{longest} {name}" if longest else f"раз на {count} {name}"

    def every_weekday(self, codes: Sequence[str]) -> str:
        """So: "щовівторка та щочетверга", "з понеділка до пʼятниці"."""
        if self.is_working_week(codes):
            return "з понеділка до пʼятниці"
        every = dict(zip(WEEKDAYS, _EVERY, strict=True))
        return self.join(every[code] for code in codes)

    def on_weekdays(self, codes: Sequence[str], *, either: bool = False) -> str:
        """So: "у вівторок і четвер"."""
        return "у " + self.join((self.weekdays[code] for code in codes), either=either)

    def on_places(self, days: Sequence[Weekday], *, each: bool, either: bool = False) -> str:
        """So: "у перший і третій понеділок кожного місяця"."""
        same = in_order(days)
        if same:
            [(code, places)] = same.items()
            order = self.join((_place(nth, feminine=code in _FEMININE) for nth in places), either=either)
            named = f"{order} {self.weekdays[code]}"
        else:
            named = self.join((self._placed(day) for day in days), either=either)
        return f"{_in(named)} {_of_month(each=each)}"

    def on_working_day(self, place: int, *, each: bool) -> str:
        """So: "у другий робочий день кожного місяця"."""
        return f"{_in(_place(place, feminine=False))} робочий день {_of_month(each=each)}"

    def on_days_of_month(self, days: Sequence[int], *, each: bool) -> str:
        """So: "1-го і 15-го числа кожного місяця"."""
        dates = [f"{day}-го" for day in days if day > 0]
        parts = [f"{self.join(dates)} числа"] if dates else []
        if len(dates) < len(days):
            parts.append("в останній день")
        return f"{self.join(parts)} {_of_month(each=each)}"

    def on_days_of_year(self, days: Sequence[tuple[int, int]]) -> str:
        """So: "15 березня і 15 вересня"."""
        return self.join(self.day_of_year(*day) for day in days)

    def in_months(self, months: Sequence[int]) -> str:
        """So: "у березні і вересні"."""
        return "у " + self.join(_IN_MONTH[month - 1] for month in months)

    def from_month_to(self, first: int, last: int) -> str:
        """So: "з вересня до червня"."""
        return f"з {self._genitive(first)} до {self._genitive(last)}"

    def except_months(self, months: Sequence[int]) -> str:
        """So: "крім липня і серпня"."""
        return "крім " + self.join(self._genitive(month) for month in months)

    def even_or_odd_months(self, *, even: bool) -> str:
        """So: "у парні місяці"."""
        return "у парні місяці" if even else "у непарні місяці"

    def except_free(self, times: Sequence[Exclusion]) -> str:
        """So: "крім шкільних канікул"."""
        return "крім " + self.join(self.free[time] for time in times)

    def at_time(self, start: dt.time, end: dt.time | None) -> str:
        """So: "о 16:00", "з 16:00 до 18:00"."""
        if end:
            return f"з {start:%H:%M} до {end:%H:%M}"
        return f"{'об' if start.hour == 11 else 'о'} {start:%H:%M}"

    def _genitive(self, month: int) -> str:
        return self.day_of_year(1, month).removeprefix("1 ")

    def _placed(self, day: Weekday) -> str:
        return f"{_place(day.nth, feminine=day.code in _FEMININE)} {self.weekdays[day.code]}"


def _place(nth: int, *, feminine: bool) -> str:
    """The ordinal in the accusative."""
    if nth < -2:
        return f"{_place(-nth, feminine=feminine)} від кінця"
    if nth < 0:
        return ("" if nth == -1 else "перед") + ("останню" if feminine else "останній")
    if nth == 3:
        return "третю" if feminine else "третій"
    return _STEMS[nth] + ("у" if feminine else "ий")


def _in(words: str) -> str:
    return f"в {words}" if words[0] == "о" else f"у {words}"


def _of_month(*, each: bool) -> str:
    return "кожного місяця" if each else "місяця"
