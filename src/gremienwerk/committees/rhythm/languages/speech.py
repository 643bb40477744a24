"""What a language must be able to say so that every rhythm can be said in it."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from gremienwerk.committees.rhythm.model import Exclusion
from gremienwerk.committees.rhythm.recurrence import WORKING_DAYS, Weekday
from gremienwerk.committees.rhythm.steps import StepUnit
from gremienwerk.core import wording

Per = Literal["day", "week", "month", "year"]


class Speech(ABC):
    """One language. Every method returns a piece of a sentence without a capital and without a full stop.

    Weekdays are the codes of RFC 5545 ("MO"), months 1 to 12, places in a month 1 to 5 and -1 to -4.
    """

    code: str
    separator = ", "
    as_needed: str
    unknown: str
    every_year: str
    weekdays: Mapping[str, str]
    free: Mapping[Exclusion, str]

    def join(self, words: Iterable[str], *, either: bool = False) -> str:
        """An enumeration with "and", or with "or"."""
        return wording.join(words, self.code, alternative=either)

    def number(self, number: float) -> str:
        """A number in digits, decimals as the language writes them."""
        return wording.format_number(number, self.code)

    def plural(self, number: float) -> str:
        """CLDR's plural category of a number: "one", "few", "many" …"""
        return str(wording.locale_of(self.code).plural_form(number))

    def month(self, month: int) -> str:
        """A month as it stands alone, written as within a sentence."""
        return wording.month_name(month, self.code)

    def day_of_year(self, day: int, month: int) -> str:
        """A day without its year: "15 March"."""
        name = wording.locale_of(self.code).months["format"]["wide"][month]
        return f"{day} {name}"

    def is_working_week(self, codes: Sequence[str]) -> bool:
        """Whether the weekdays are Monday to Friday."""
        return tuple(codes) == WORKING_DAYS

    @abstractmethod
    def also_as_needed(self, words: str) -> str:
        """The words, and as needed besides."""

    @abstractmethod
    def usually(self, words: str) -> str:
        """The words, as a rule."""

    @abstractmethod
    def at_least(self, words: str) -> str:
        """A count that is a minimum."""

    @abstractmethod
    def at_most(self, words: str) -> str:
        """A count that is a maximum."""

    @abstractmethod
    def times(self, number: float, per: Per) -> str:
        """So many times a day, week, month or year."""

    @abstractmethod
    def times_between(self, low: int, high: int) -> str:
        """From so many to so many times a year."""

    @abstractmethod
    def every(self, count: int, unit: StepUnit, longest: int | None = None) -> str:
        """Every six weeks; with ``longest``: every six to eight weeks."""

    @abstractmethod
    def every_weekday(self, codes: Sequence[str]) -> str:
        """Every Tuesday and every Thursday."""

    @abstractmethod
    def on_weekdays(self, codes: Sequence[str], *, either: bool = False) -> str:
        """On Tuesdays and Thursdays, where another word says how often."""

    @abstractmethod
    def on_places(self, days: Sequence[Weekday], *, each: bool, either: bool = False) -> str:
        """On the first and third Monday of the month; ``each``: of every month."""

    @abstractmethod
    def on_working_day(self, place: int, *, each: bool) -> str:
        """On the second working day of the month; ``each``: of every month."""

    @abstractmethod
    def on_days_of_month(self, days: Sequence[int], *, each: bool) -> str:
        """On the 1st and 15th of the month (-1: the last day); ``each``: of every month."""

    @abstractmethod
    def on_days_of_year(self, days: Sequence[tuple[int, int]]) -> str:
        """On 15 March and 15 September; pairs of day and month."""

    @abstractmethod
    def in_months(self, months: Sequence[int]) -> str:
        """In March and September."""

    @abstractmethod
    def from_month_to(self, first: int, last: int) -> str:
        """From September to June."""

    @abstractmethod
    def except_months(self, months: Sequence[int]) -> str:
        """Except in July and August."""

    @abstractmethod
    def even_or_odd_months(self, *, even: bool) -> str:
        """In the months with an even number, or with an odd one."""

    @abstractmethod
    def except_free(self, times: Sequence[Exclusion]) -> str:
        """Except during school holidays."""

    @abstractmethod
    def at_time(self, start: dt.time, end: dt.time | None) -> str:
        """At 16:00; from 16:00 to 18:00."""


def in_order(places: Sequence[Weekday]) -> dict[str, list[int]] | None:
    """The weekday and its places if all are the same weekday, else None: "first and third Monday"."""
    codes = {day.code for day in places}
    return {places[0].code: [day.nth for day in places]} if len(codes) == 1 else None
