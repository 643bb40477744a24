"""Rhythms in French."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gremienwerk.committees.rhythm.languages.speech import Per, Speech, in_order
from gremienwerk.committees.rhythm.model import Exclusion
from gremienwerk.committees.rhythm.recurrence import WEEKDAYS, Weekday
from gremienwerk.committees.rhythm.steps import StepUnit

_PLACES = {
    1: "premier",
    2: "deuxième",
    3: "troisième",
    4: "quatrième",
    5: "cinquième",
    -1: "dernier",
    -2: "avant-dernier",
}
_FROM_END = {-3: "troisième", -4: "quatrième"}
_PER: dict[Per, str] = {"day": "par jour", "week": "par semaine", "month": "par mois", "year": "par an"}
_UNITS: dict[StepUnit, tuple[str, str]] = {
    "week": ("toutes les", "semaines"),
    "month": ("tous les", "mois"),
    "year": ("tous les", "ans"),
}


class French(Speech):
    """French."""

    code = "fr"
    as_needed = "selon les besoins"
    unknown = "non fixé"
    every_year = "chaque année"
    weekdays = dict(
        zip(WEEKDAYS, ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"), strict=True)
    )
    free = {
        Exclusion.SCHOOL_HOLIDAYS: "pendant les vacances scolaires",
        Exclusion.CHRISTMAS_HOLIDAYS: "pendant les vacances de Noël",
        Exclusion.EASTER_HOLIDAYS: "pendant les vacances de Pâques",
        Exclusion.WHITSUN_HOLIDAYS: "pendant les vacances de la Pentecôte",
        Exclusion.SUMMER_HOLIDAYS: "pendant les vacances d’été",
        Exclusion.AUTUMN_HOLIDAYS: "pendant les vacances d’automne",
        Exclusion.PUBLIC_HOLIDAYS: "les jours fériés",
    }

    def also_as_needed(self, words: str) -> str:
        """The words, and as needed besides."""
        return f"{words} et selon les besoins"

    def usually(self, words: str) -> str:
        """The words, as a rule."""
        return f"en général {words}"

    def at_least(self, words: str) -> str:
        """A count that is a minimum."""
        return f"au moins {words}"

    def at_most(self, words: str) -> str:
        """A count that is a maximum."""
        return f"au plus {words}"

    def times(self, number: float, per: Per) -> str:
        """So: "4 fois par an"; "fois" has one form."""
        return "tous les jours" if (number, per) == (1, "day") else f"{self.number(number)} fois {_PER[per]}"

    def times_between(self, low: int, high: int) -> str:
        """So: "3 à 4 fois par an"."""
        return f"{self.number(low)} à {self.number(high)} fois par an"

    def every(self, count: int, unit: StepUnit, longest: int | None = None) -> str:
        """So: "toutes les 6 à 8 semaines"."""
        article, name = _UNITS[unit]
        return f"{article} {count} à {longest} {name}" if longest else f"{article} {count} {name}"

    def every_weekday(self, codes: Sequence[str]) -> str:
        """So: "tous les mardis et jeudis", "du lundi au vendredi"."""
        if self.is_working_week(codes):
            return "du lundi au vendredi"
        return "tous les " + self.join(f"{self.weekdays[code]}s" for code in codes)

    def on_weekdays(self, codes: Sequence[str], *, either: bool = False) -> str:
        """So: "le mardi et le jeudi"."""
        return self.join((f"le {self.weekdays[code]}" for code in codes), either=either)

    def on_places(self, days: Sequence[Weekday], *, each: bool, either: bool = False) -> str:
        """So: "le premier et le troisième lundi de chaque mois"."""
        same = in_order(days)
        if same and all(nth in _PLACES for [places] in [same.values()] for nth in places):
            [(code, places)] = same.items()
            order = self.join((_the(_PLACES[nth]) for nth in places), either=either)
            named = f"{order} {self.weekdays[code]}"
        else:
            named = self.join((_placed(day.nth, self.weekdays[day.code]) for day in days), either=either)
        return f"{named} {_of_month(each=each)}"

    def on_working_day(self, place: int, *, each: bool) -> str:
        """So: "le deuxième jour ouvré de chaque mois"."""
        return f"{_placed(place, 'jour ouvré')} {_of_month(each=each)}"

    def on_days_of_month(self, days: Sequence[int], *, each: bool) -> str:
        """So: "le 1er et le 15 de chaque mois"."""
        named = self.join("le dernier jour" if day < 0 else f"le {_date(day)}" for day in days)
        return f"{named} {_of_month(each=each)}"

    def day_of_year(self, day: int, month: int) -> str:
        """So: "1er mars"."""
        return f"{_date(day)} {self.month(month)}"

    def on_days_of_year(self, days: Sequence[tuple[int, int]]) -> str:
        """So: "le 15 mars et le 15 septembre"."""
        return self.join(f"le {self.day_of_year(*day)}" for day in days)

    def in_months(self, months: Sequence[int]) -> str:
        """So: "en mars et septembre"."""
        return "en " + self.join(self.month(month) for month in months)

    def from_month_to(self, first: int, last: int) -> str:
        """So: "de septembre à juin", "d’avril à juin"."""
        name = self.month(first)
        return f"{'d’' if name[0] in 'ao' else 'de '}{name} à {self.month(last)}"

    def except_months(self, months: Sequence[int]) -> str:
        """So: "sauf en juillet et août"."""
        return "sauf " + self.in_months(months)

    def even_or_odd_months(self, *, even: bool) -> str:
        """So: "les mois pairs"."""
        return "les mois pairs" if even else "les mois impairs"

    def except_free(self, times: Sequence[Exclusion]) -> str:
        """So: "sauf pendant les vacances scolaires"."""
        return "sauf " + self.join(self.free[time] for time in times)

    def at_time(self, start: dt.time, end: dt.time | None) -> str:
        """So: "à 16:00", "de 16:00 à 18:00"."""
        return f"de {start:%H:%M} à {end:%H:%M}" if end else f"à {start:%H:%M}"


def _the(place: str) -> str:
    return f"l’{place}" if place[0] == "a" else f"le {place}"


def _placed(nth: int, noun: str) -> str:
    """So: "le dernier mardi", "le troisième mardi avant la fin"."""
    if nth in _FROM_END:
        return f"le {_FROM_END[nth]} {noun} en partant de la fin"
    return f"{_the(_PLACES[nth])} {noun}"


def _date(day: int) -> str:
    return "1er" if day == 1 else str(day)


def _of_month(*, each: bool) -> str:
    return "de chaque mois" if each else "du mois"
