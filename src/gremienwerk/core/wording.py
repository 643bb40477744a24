"""Dates, times, numbers and lists in the languages of the public interface, after CLDR.

Every function takes the code of a language (``core.languages``); plain German writes as German does.
Decided once for all languages (docs/sprachen.md): the Gregorian calendar, the clock of 24 hours and
the digits 0 to 9, because these stand on letters, doors and timetables of a German city. An unknown
code raises ``KeyError``: a page never guesses its language.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from babel import Locale, dates, lists, numbers

from gremienwerk.core.dates import Precision, VagueDate
from gremienwerk.core.languages import LANGUAGES

# British English puts the day before the month, as every other language here does.
_REGIONS = {"en": "en_GB"}
_CLOCK: Mapping[str, str] = {"de": "{time} Uhr"}
# From, to: the second time ends with the word of the language's clock.
_SPAN: Mapping[str, str] = {
    "de": "{first} bis {last}",
    "en": "{first} to {last}",
    "tr": "{first} – {last}",
    "ar": "من {first} إلى {last}",
    "uk": "з {first} до {last}",
    "fa": "{first} تا {last}",
    "fr": "de {first} à {last}",
}
_BY_END: Mapping[str, str] = {
    "de": "bis Ende {span}",
    "en": "by the end of {span}",
    "tr": "{span} sonuna kadar",
    "ar": "حتى نهاية {span}",
    "uk": "до кінця {span} року",
    "fa": "تا پایان {span}",
    "fr": "d’ici fin {span}",
}
_BY_DAY: Mapping[str, str] = {
    "de": "bis zum {day}",
    "en": "by {day}",
    "tr": "{day} tarihine kadar",
    "ar": "حتى {day}",
    "uk": "до {day}",
    "fa": "تا {day}",
    "fr": "d’ici le {day}",
}
# Years that are not plain digits in running text.
_YEAR_IN_DEADLINE: Mapping[str, str] = {"ar": "عام {year}", "fa": "سال {year}"}
# "And" and "or".
_LAST: Mapping[str, tuple[str, str]] = {"fa": ("و", "یا")}
_BYTES: Mapping[str, tuple[str, str, str]] = {
    "de": ("Byte", "kB", "MB"),
    "en": ("bytes", "kB", "MB"),
    "tr": ("bayt", "kB", "MB"),
    "ar": ("بايت", "كيلوبايت", "ميغابايت"),
    "uk": ("Б", "кБ", "МБ"),
    "fa": ("بایت", "کیلوبایت", "مگابایت"),
    "fr": ("octets", "ko", "Mo"),
}


@lru_cache(maxsize=4096)
def format_day(day: dt.date, language: str) -> str:
    """A day in words: "9. Juni 2022", "9 June 2022"."""
    return str(dates.format_date(day, "long", locale=locale_of(language)))


@lru_cache(maxsize=4096)
def format_weekday_and_day(day: dt.date, language: str) -> str:
    """A day with its weekday: "Donnerstag, 9. Juni 2022"."""
    return str(dates.format_date(day, "full", locale=locale_of(language)))


def format_month(day: dt.date, language: str) -> str:
    """The month of a day: "Juni 2022"."""
    return str(dates.format_skeleton("yMMMM", day, locale=locale_of(language)))


def weekday_name(weekday: int, language: str, *, short: bool = False) -> str:
    """The name of a weekday (0: Monday) as it stands alone, short for the head of a calendar."""
    width = "abbreviated" if short else "wide"
    return str(locale_of(language).days["stand-alone"][width][weekday])


def month_name(month: int, language: str) -> str:
    """The name of a month (1 to 12) as it stands alone."""
    return str(locale_of(language).months["stand-alone"]["wide"][month])


def format_time(time: dt.time, language: str) -> str:
    """A time of day: "16:00 Uhr", "16:00"."""
    return _CLOCK.get(_base(language), "{time}").format(time=f"{time:%H:%M}")


def format_time_span(first: dt.time, last: dt.time, language: str) -> str:
    """From when to when: "16:00 bis 18:30 Uhr", "16:00 to 18:30"."""
    base = _base(language)
    return _SPAN[base].format(first=f"{first:%H:%M}", last=format_time(last, language))


def format_number(number: float, language: str) -> str:
    """A number with its separators, at most two decimals: "12.345" in German, "12,345" in English."""
    if isinstance(number, int) and 0 <= number < 1000:
        return str(number)  # most numbers of a page; none of the languages writes anything else
    return str(numbers.format_decimal(number, "#,##0.##", locale=locale_of(language)))


def format_file_size(size: int, language: str) -> str:
    """A size in bytes in the unit a reader expects: "340 kB", "1,2 MB" (powers of ten)."""
    small, middle, large = _BYTES[_base(language)]
    if size < 1000:
        return f"{size}\u00a0{small}"
    if size < 1_000_000:
        return f"{round(size / 1000)}\u00a0{middle}"
    return f"{format_number(round(size / 1_000_000, 1), language)}\u00a0{large}"


def join(words: Iterable[str], language: str, *, alternative: bool = False) -> str:
    """An enumeration: "a, b und c"; with ``alternative``: "a, b oder c"."""
    items = [*words]
    base = _base(language)
    if base in _LAST:
        # CLDR sets a comma before the last word and marks of direction, which Persian prose does not.
        before = "، ".join(items[:-1])
        return f"{before} {_LAST[base][alternative]} {items[-1]}" if before else "".join(items)
    style: Literal["or", "standard"] = "or" if alternative else "standard"
    return str(lists.format_list(items, style=style, locale=locale_of(language)))


def format_vague(value: VagueDate, language: str) -> str:
    """A date as exactly as it is known, without a preposition: "Juni 2021", "bis Ende 2022"."""
    last = value.latest
    match value.precision:
        case Precision.DAY:
            return format_day(last, language)
        case Precision.MONTH:
            return format_month(last, language)
        case Precision.QUARTER:
            return str(dates.format_skeleton("yQQQQ", last, locale=locale_of(language)))
        case Precision.YEAR:
            return str(last.year)
        case Precision.BY_END:
            return _deadline(last, language)


def _deadline(last: dt.date, language: str) -> str:
    base = _base(language)
    if (last.month, last.day) == (12, 31):
        year = _YEAR_IN_DEADLINE.get(base, "{year}").format(year=last.year)
        return _BY_END[base].format(span=year)
    if (last + dt.timedelta(days=1)).day == 1:
        # Not the standing-alone form: "до кінця червня", not "червень".
        span = str(dates.format_date(last, "MMMM y", locale=locale_of(language)))
        return _BY_END[base].format(span=span)
    return _BY_DAY[base].format(day=format_day(last, language))


@lru_cache(maxsize=32)
def locale_of(language: str) -> Locale:
    """CLDR's data for the language with this code."""
    base = _base(language)
    return Locale.parse(_REGIONS.get(base, base))


@lru_cache(maxsize=32)
def _base(language: str) -> str:
    return {known.code: known.cldr for known in LANGUAGES}[language]
