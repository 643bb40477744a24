"""Dates as offices state them: some are a day, some a month, some only "by the end of the year"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from gremienwerk.core.errors import UserFacingError

MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


class UnreadableDate(UserFacingError):
    """The text names no date that can be read."""


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    BY_END = "by_end"


class Certainty(StrEnum):
    """The answer to a question about a day."""

    YES = "yes"
    NO = "no"
    UNCERTAIN = "uncertain"


class VagueDate(NamedTuple):
    """A date between two days, both included; ``earliest`` is None for "by the end of …"."""

    earliest: date | None
    latest: date
    precision: Precision

    def passed(self, *, on: date) -> Certainty:
        """Whether the dated thing had happened at the end of the day ``on``."""
        if self.latest <= on:
            return Certainty.YES
        if self.earliest is not None and self.earliest > on:
            return Certainty.NO
        return Certainty.UNCERTAIN


def exact(day: date) -> VagueDate:
    """The vague date that is known to the day."""
    return VagueDate(day, day, Precision.DAY)


def in_month(year: int, month: int) -> VagueDate:
    """Some day of a month (1 to 12)."""
    return VagueDate(date(year, month, 1), _month_end(year, month), Precision.MONTH)


def in_quarter(year: int, quarter: int) -> VagueDate:
    """Some day of a quarter (1 to 4)."""
    last = quarter * 3
    return VagueDate(date(year, last - 2, 1), _month_end(year, last), Precision.QUARTER)


def in_year(year: int) -> VagueDate:
    """Some day of a year."""
    return VagueDate(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def by_end(latest: date) -> VagueDate:
    """Some day up to and including ``latest``."""
    return VagueDate(None, latest, Precision.BY_END)


def widen(day: date, precision: Precision) -> VagueDate:
    """The span of ``precision`` that holds ``day``."""
    if precision is Precision.MONTH:
        return in_month(day.year, day.month)
    if precision is Precision.QUARTER:
        return in_quarter(day.year, (day.month + 2) // 3)
    if precision is Precision.YEAR:
        return in_year(day.year)
    return exact(day) if precision is Precision.DAY else by_end(day)


def parse_vague_date(text: str, *, reference: date | None = None) -> VagueDate:
    """Read a date as a German office writes it.

    Args:
        text: for example "9. Juni 2022", "09.06.2022", "2022-06", "Juni 2021", "2. Quartal 2022",
            "2022", "bis Ende 2022", "bis zum Ende des Jahres".
        reference: the day on which the text was written; needed for "des Jahres" without a year.

    Raises:
        UnreadableDate: if no date can be read; the German message says which forms are known.
    """
    words = re.sub(r"\s+", " ", text).strip().strip(".;, ")
    try:
        found = _read_deadline(words, reference) or _read_span(words)
    except ValueError as error:
        raise _unreadable(text) from error
    if found is None:
        raise _unreadable(text)
    return found


def write_vague_date(value: VagueDate) -> str:
    """The date in German without a preposition: "9. Juni 2022", "Juni 2021", "bis Ende 2022"."""
    last = value.latest
    match value.precision:
        case Precision.DAY:
            return write_day(last)
        case Precision.MONTH:
            return f"{MONTHS[last.month - 1]} {last.year}"
        case Precision.QUARTER:
            return f"{last.month // 3}. Quartal {last.year}"
        case Precision.YEAR:
            return str(last.year)
        case Precision.BY_END:
            return _write_deadline(last)


def _write_deadline(last: date) -> str:
    if (last.month, last.day) == (12, 31):
        return f"bis Ende {last.year}"
    if last == _month_end(last.year, last.month):
        return f"bis Ende {MONTHS[last.month - 1]} {last.year}"
    return f"bis zum {write_day(last)}"


def write_when(value: VagueDate) -> str:
    """The date in German with its preposition: "am 9. Juni 2022", "im Juni 2021", "im Jahr 2020"."""
    plain = write_vague_date(value)
    if value.precision is Precision.DAY:
        return f"am {plain}"
    if value.precision is Precision.YEAR:
        return f"im Jahr {plain}"
    return plain if value.precision is Precision.BY_END else f"im {plain}"


def write_day(day: date) -> str:
    """A day in German words: "9. Juni 2022" (never ISO on a page, look.md)."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _unreadable(text: str) -> UnreadableDate:
    return UnreadableDate(
        f"Das Datum „{text}“ ist nicht lesbar. Bitte so angeben: „9. Juni 2022“, „09.06.2022“, "
        "„Juni 2021“, „2. Quartal 2022“, „2022“ oder „bis Ende 2022“."
    )


_MONTH_NUMBERS = {name.casefold()[:3]: number for number, name in enumerate(MONTHS, 1)} | {
    "mrz": 3,
    "mae": 3,
    "jän": 1,
}
_MONTH = r"(jan(?:uar)?|jänner|feb(?:ruar)?|märz|maerz|mrz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)\.?"
_YEAR = r"((?:18|19|20|21)\d\d)"
_SPANS: tuple[tuple[str, str], ...] = (
    (rf"{_YEAR}-(\d{{1,2}})-(\d{{1,2}})", "ymd"),
    (rf"(\d{{1,2}})\. ?(\d{{1,2}})\. ?{_YEAR}", "dmy"),
    (rf"(\d{{1,2}})\. ?{_MONTH} {_YEAR}", "dMy"),
    (rf"{_YEAR}[-/](\d{{1,2}})", "ym"),
    (rf"(\d{{1,2}})[./]{_YEAR}", "my"),
    (rf"{_MONTH} {_YEAR}", "My"),
    (rf"(?:q ?)?([1-4])\.? ?(?:quartal)?[ /]{_YEAR}", "qy"),
    (rf"(?:jahr(?:e|es)? )?{_YEAR}", "y"),
)


def _read_deadline(words: str, reference: date | None) -> VagueDate | None:
    found = re.fullmatch(
        r"(?:noch )?(?:bis|spätestens)(?: (?:zum|zu|am))? ?(ende|jahresende)?(?: (?:des|der))? ?(.*)",
        words,
        re.IGNORECASE,
    )
    if not found:
        found = re.fullmatch(r"(ende|jahresende)(?: (?:des|der))? ?(.*)", words, re.IGNORECASE)
    if not found:
        return None
    rest = found.group(2).strip()
    if rest.casefold() in {"", "jahres", "des jahres", "dieses jahres", "laufenden jahres"}:
        if reference is None or not found.group(1):
            return None
        return by_end(date(reference.year, 12, 31))
    span = _read_span(re.sub(r"^(?:jahres|monats) ", "", rest, flags=re.IGNORECASE))
    return by_end(span.latest) if span else None


def _read_span(words: str) -> VagueDate | None:
    bare = re.sub(
        r"^(?:im|am|in|seit|ab|vom|zum|dem|den|der|des)\b(?: (?:dem|den|der|des))? ",
        "",
        words,
        flags=re.IGNORECASE,
    )
    for pattern, shape in _SPANS:
        found = re.fullmatch(pattern, bare, re.IGNORECASE)
        if found:
            return _span_of(shape, found.groups())
    return None


def _span_of(shape: str, groups: tuple[str, ...]) -> VagueDate:
    part = dict(zip(shape, groups, strict=True))
    year = int(part["y"])
    month = _MONTH_NUMBERS[part["M"].casefold()[:3]] if "M" in part else int(part.get("m", 0))
    if "q" in part:
        return in_quarter(year, int(part["q"]))
    if "d" in part:
        return exact(date(year, month, int(part["d"])))
    if month:
        return in_month(year, month)
    return in_year(year)


def day_before(day: date) -> date:
    """The last day of a half-open period that ends at ``day``."""
    return day - timedelta(days=1)
