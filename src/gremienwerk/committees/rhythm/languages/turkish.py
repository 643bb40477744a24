"""Rhythms in Turkish. Nouns after a number are singular; weekdays and months without a date in small letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gremienwerk.committees.rhythm.languages.speech import Per, Speech, in_order
from gremienwerk.committees.rhythm.model import Exclusion
from gremienwerk.committees.rhythm.recurrence import WEEKDAYS, Weekday
from gremienwerk.committees.rhythm.steps import StepUnit

_PLACES = {
    1: "ilk",
    2: "ikinci",
    3: "üçüncü",
    4: "dördüncü",
    5: "beşinci",
    -1: "son",
    -2: "sondan ikinci",
    -3: "sondan üçüncü",
    -4: "sondan dördüncü",
}
_PER: dict[Per, str] = {"day": "günde", "week": "haftada", "month": "ayda", "year": "yılda"}
_UNITS: dict[StepUnit, str] = {"week": "haftada", "month": "ayda", "year": "yılda"}


class Turkish(Speech):
    """Turkish."""

    code = "tr"
    as_needed = "gerektiğinde"
    unknown = "belirlenmedi"
    every_year = "her yıl"
    weekdays = dict(
        zip(
            WEEKDAYS,
            ("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"),
            strict=True,
        )
    )
    free = {
        Exclusion.SCHOOL_HOLIDAYS: "okul tatilleri",
        Exclusion.CHRISTMAS_HOLIDAYS: "Noel tatili",
        Exclusion.EASTER_HOLIDAYS: "Paskalya tatili",
        Exclusion.WHITSUN_HOLIDAYS: "Pantekot tatili",
        Exclusion.SUMMER_HOLIDAYS: "yaz tatili",
        Exclusion.AUTUMN_HOLIDAYS: "sonbahar tatili",
        Exclusion.PUBLIC_HOLIDAYS: "resmî tatiller",
    }

    def also_as_needed(self, words: str) -> str:
        """The words, and as needed besides."""
        return f"{words}, ayrıca gerektiğinde"

    def usually(self, words: str) -> str:
        """The words, as a rule."""
        return f"genellikle {words}"

    def at_least(self, words: str) -> str:
        """So: "yılda en az 4 kez", "en az 6 haftada bir"."""
        return _bounded(words, "en az")

    def at_most(self, words: str) -> str:
        """So: "yılda en çok 4 kez"."""
        return _bounded(words, "en çok")

    def times(self, number: float, per: Per) -> str:
        """So: "yılda 4 kez"."""
        return f"{_PER[per]} {self.number(number)} kez"

    def times_between(self, low: int, high: int) -> str:
        """So: "yılda 3 ila 4 kez"."""
        return f"yılda {self.number(low)} ila {self.number(high)} kez"

    def every(self, count: int, unit: StepUnit, longest: int | None = None) -> str:
        """So: "6 ila 8 haftada bir"."""
        return f"{count} ila {longest} {_UNITS[unit]} bir" if longest else f"{count} {_UNITS[unit]} bir"

    def month(self, month: int) -> str:
        """In small letters, for no day stands before it."""
        return super().month(month).lower()

    def every_weekday(self, codes: Sequence[str]) -> str:
        """So: "her salı ve perşembe günü"."""
        if self.is_working_week(codes):
            return "pazartesiden cumaya kadar her gün"
        return f"her {self.join(self.weekdays[code] for code in codes)} günü"

    def on_weekdays(self, codes: Sequence[str], *, either: bool = False) -> str:
        """So: "salı ve perşembe günleri"."""
        return f"{self.join((self.weekdays[code] for code in codes), either=either)} günleri"

    def on_places(self, days: Sequence[Weekday], *, each: bool, either: bool = False) -> str:
        """So: "her ayın ilk ve üçüncü pazartesi günü"."""
        same = in_order(days)
        if same:
            [(code, places)] = same.items()
            named = f"{self.join((_PLACES[nth] for nth in places), either=either)} {self.weekdays[code]}"
        else:
            named = self.join(
                (f"{_PLACES[day.nth]} {self.weekdays[day.code]}" for day in days), either=either
            )
        return f"{_of_month(each=each)} {named} günü"

    def on_working_day(self, place: int, *, each: bool) -> str:
        """So: "her ayın ikinci iş günü"."""
        return f"{_of_month(each=each)} {_PLACES[place]} iş günü"

    def on_days_of_month(self, days: Sequence[int], *, each: bool) -> str:
        """So: "her ayın 1. ve 15. günü"."""
        return f"{_of_month(each=each)} {self.join('son' if day < 0 else f'{day}.' for day in days)} günü"

    def on_days_of_year(self, days: Sequence[tuple[int, int]]) -> str:
        """So: "15 Mart ve 15 Eylül tarihlerinde"."""
        ending = "tarihlerinde" if len(days) > 1 else "tarihinde"
        return f"{self.join(self.day_of_year(*day) for day in days)} {ending}"

    def in_months(self, months: Sequence[int]) -> str:
        """So: "mart ve eylül aylarında"."""
        return f"{self._named(months)} {'aylarında' if len(months) > 1 else 'ayında'}"

    def from_month_to(self, first: int, last: int) -> str:
        """So: "eylül ile haziran ayları arasında"."""
        return f"{self.month(first)} ile {self.month(last)} ayları arasında"

    def except_months(self, months: Sequence[int]) -> str:
        """So: "temmuz ve ağustos ayları hariç"."""
        return f"{self._named(months)} {'ayları' if len(months) > 1 else 'ayı'} hariç"

    def even_or_odd_months(self, *, even: bool) -> str:
        """So: "çift sayılı aylarda"."""
        return "çift sayılı aylarda" if even else "tek sayılı aylarda"

    def except_free(self, times: Sequence[Exclusion]) -> str:
        """So: "okul tatilleri hariç"."""
        return f"{self.join(self.free[time] for time in times)} hariç"

    def at_time(self, start: dt.time, end: dt.time | None) -> str:
        """So: "saat 16:00", "16:00 ile 18:00 arası"."""
        return f"saat {start:%H:%M}–{end:%H:%M}" if end else f"saat {start:%H:%M}"

    def _named(self, months: Sequence[int]) -> str:
        return self.join(self.month(month) for month in months)


def _bounded(words: str, bound: str) -> str:
    """The bound stands before the number, after "a year"."""
    first, _, rest = words.partition(" ")
    return f"{first} {bound} {rest}" if first in _PER.values() else f"{bound} {words}"


def _of_month(*, each: bool) -> str:
    return "her ayın" if each else "ayın"
