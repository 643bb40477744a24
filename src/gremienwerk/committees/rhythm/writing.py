"""A rhythm in good German: for every reading a wording that reads back as the same reading."""

import datetime as dt
from collections.abc import Mapping, Sequence

from gremienwerk.committees.rhythm.model import Exclusion, Kind, Rhythm
from gremienwerk.committees.rhythm.recurrence import ALL_MONTHS, WORKING_DAYS, Recurrence, Weekday
from gremienwerk.committees.rhythm.seasons import all_but
from gremienwerk.committees.rhythm.steps import (
    StepUnit,
    are_dates,
    must_stay_a_count,
    run_of,
    step_of,
    step_range,
)
from gremienwerk.core.german import join_words, number_word

_WEEKDAYS = {
    "MO": "Montag",
    "TU": "Dienstag",
    "WE": "Mittwoch",
    "TH": "Donnerstag",
    "FR": "Freitag",
    "SA": "Samstag",
    "SU": "Sonntag",
}
_MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
           "Dezember")  # fmt: skip
_PLACES = {
    1: "ersten",
    2: "zweiten",
    3: "dritten",
    4: "vierten",
    5: "fünften",
    -1: "letzten",
    -2: "vorletzten",
    -3: "drittletzten",
    -4: "viertletzten",
}
_FREE = {
    Exclusion.SCHOOL_HOLIDAYS: "in den Schulferien",
    Exclusion.CHRISTMAS_HOLIDAYS: "in den Weihnachtsferien",
    Exclusion.EASTER_HOLIDAYS: "in den Osterferien",
    Exclusion.WHITSUN_HOLIDAYS: "in den Pfingstferien",
    Exclusion.SUMMER_HOLIDAYS: "in den Sommerferien",
    Exclusion.AUTUMN_HOLIDAYS: "in den Herbstferien",
    Exclusion.PUBLIC_HOLIDAYS: "an Feiertagen",
}
# Counts that have a word of their own. "Vierteljährlich" is none: four a year need not be evenly spread.
_OWN_WORDS = {
    365: "täglich",
    104: "zweimal wöchentlich",
    52: "wöchentlich",
    26: "alle zwei Wochen",
    24: "zweimal im Monat",
    12: "monatlich",
}
# Up to so many missing months read better as "außer im Juli und August".
_FEW_MONTHS = 3


def write(rhythm: Rhythm) -> str:
    """The rhythm in German words; reading them again gives the same rhythm but for its kept wording.

    Other languages: ``translating.py``.
    """
    if rhythm.kind is Kind.UNKNOWN:
        return "nicht festgelegt"
    parts = [_how_often(rhythm)]
    recurrence = rhythm.recurrence
    if recurrence is not None and rhythm.kind is not Kind.RRULE:
        parts.append(_frame(recurrence))
    if rhythm.months and (rhythm.kind is not Kind.RRULE or not _months_in_days(recurrence)):
        parts.append(_season(rhythm.months))
    if rhythm.excluded:
        parts.append("außer " + join_words(_FREE[time] for time in rhythm.excluded))
    if rhythm.time_from is not None:
        parts.append(_clock(rhythm.time_from, rhythm.time_until))
    return ", ".join(parts)


def explain(rhythm: Rhythm) -> str:
    """What was understood, for the person who checks it: the words, the count and the remarks."""
    if rhythm.kind is Kind.UNKNOWN:
        return "kein Turnus ableitbar; der Wortlaut gilt"
    parts = [write(rhythm)]
    counts = _counts(rhythm)
    if counts:
        parts.append(f"({counts})")
    if rhythm.notes:
        parts.append(f"[{'; '.join(rhythm.notes)}]")
    return " ".join(parts)


def _counts(rhythm: Rhythm) -> str:
    low, high = rhythm.per_year_min, rhythm.per_year_max
    if low is None:
        return ""
    if high is None:
        return f"mindestens {_decimal(low)} im Jahr"
    return f"{_decimal(low)} im Jahr" if low == high else f"{_decimal(low)} bis {_decimal(high)} im Jahr"


def _how_often(rhythm: Rhythm) -> str:
    about = "in der Regel " if rhythm.approximate else ""
    if rhythm.kind is Kind.AS_NEEDED:
        if rhythm.per_year_min is None:
            return "nach Bedarf"
        return f"nach Bedarf, {about}mindestens {_times(rhythm.per_year_min, rhythm)}"
    recurrence = rhythm.recurrence
    if rhythm.kind is Kind.RRULE and recurrence is not None:
        words = about + _days(recurrence)
    else:
        words = about + _frequency(rhythm)
    return f"{words} und nach Bedarf" if rhythm.as_needed else words


def _frequency(rhythm: Rhythm) -> str:
    low, high = rhythm.per_year_min or 0, rhythm.per_year_max
    if high is None:
        return f"mindestens {_times(low, rhythm)}"
    if low == 0:
        return f"höchstens {_times(high, rhythm)}"
    if low == high:
        return _times(low, rhythm)
    if low == int(low) and high == int(high):
        return f"{_count(low).removesuffix('mal')}{'' if low > 12 else '-'} bis {_count(high)} im Jahr"
    steps = None if must_stay_a_count(rhythm=rhythm) else _step_range(low, high)
    return steps or f"mindestens {_times(low, rhythm)}, höchstens {_times(high, rhythm)}"


def _count(number: float) -> str:
    """So: "zweimal", "26-mal", "8,67-mal"."""
    if number == int(number) and number <= 12:
        return f"{number_word(int(number))}mal"
    return f"{_decimal(number)}-mal"


def _decimal(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:.2f}".rstrip("0").replace(".", ",")


def _times(number: float, rhythm: Rhythm) -> str:
    """A count a year, as a step in time where that is the usual word."""
    if number in _OWN_WORDS and not must_stay_a_count(rhythm=rhythm, number=number):
        return _OWN_WORDS[int(number)]
    whole = number == int(number)
    step = None if whole or must_stay_a_count(rhythm=rhythm) else step_of(number)
    return f"alle {number_word(step.steps)} {_UNITS[step.unit]}" if step else f"{_count(number)} im Jahr"


_UNITS: Mapping[StepUnit, str] = {"year": "Jahre", "week": "Wochen", "month": "Monate"}


def _step_range(low: float, high: float) -> str | None:
    step = step_range(low=low, high=high)
    if step is None or step.longest is None:
        return None
    return f"alle {number_word(step.steps)} bis {number_word(step.longest)} {_UNITS[step.unit]}"


def _days(recurrence: Recurrence) -> str:
    if recurrence.unit == "week":
        codes = tuple(day.code for day in recurrence.weekdays)
        if recurrence.interval > 1:
            return f"alle {number_word(recurrence.interval)} Wochen {_habit(codes)}"
        return _habit(codes) if len(codes) > 1 else f"jeden {_WEEKDAYS[codes[0]]}"
    lead = ""
    if recurrence.interval > 1:
        unit = "Monate" if recurrence.unit == "month" else "Jahre"
        lead = f"alle {number_word(recurrence.interval)} {unit} "
    if recurrence.month_days:
        if recurrence.unit == "year" or are_dates(recurrence):
            return f"{lead or 'jährlich '}{_year_dates(recurrence)}"
        season = f", {_season(recurrence.months)}" if recurrence.months else ""
        return f"{lead}am {_dates(recurrence.month_days)} im Monat{season}"
    scope = _in_months(recurrence.months) if recurrence.months else "im Monat"
    if recurrence.position is not None:
        return f"{lead}am {_PLACES[recurrence.position]} Werktag {scope}"
    return f"{lead}{'am' if lead else 'jeden'} {_places(recurrence.weekdays, 'und')} {scope}"


def _habit(codes: Sequence[str], *, last: str = "und") -> str:
    """So: "montags bis freitags", "dienstags und donnerstags"."""
    if tuple(codes) == WORKING_DAYS and last == "und":
        return "montags bis freitags"
    return join_words((f"{_WEEKDAYS[code].lower()}s" for code in codes), last=last)


def _places(days: Sequence[Weekday], last: str) -> str:
    """So: "ersten und dritten Montag", "ersten Dienstag und am dritten Donnerstag"."""
    codes = {day.code for day in days}
    if len(codes) == 1:
        return f"{join_words((_PLACES[day.nth] for day in days), last=last)} {_WEEKDAYS[days[0].code]}"
    return f" {last} am ".join(f"{_PLACES[day.nth]} {_WEEKDAYS[day.code]}" for day in days)


def _dates(days: Sequence[int]) -> str:
    if -1 in days:
        return join_words([*(f"{day}." for day in days if day > 0), "letzten Tag"])
    return join_words(f"{day}." for day in days)


def _year_dates(recurrence: Recurrence) -> str:
    """So: "am 15. März und am 15. September"."""
    return "am " + " und am ".join(
        f"{day}. {_MONTHS[month - 1]}" for month in recurrence.months for day in recurrence.month_days
    )


def _months_in_days(recurrence: Recurrence | None) -> bool:
    return recurrence is not None and recurrence.unit in ("month", "year")


def _frame(recurrence: Recurrence) -> str:
    """The days that come into question; several are joined by "oder", for not all are taken."""
    if recurrence.unit == "week":
        return _habit(tuple(day.code for day in recurrence.weekdays), last="oder")
    if recurrence.position is not None:
        return f"am {_PLACES[recurrence.position]} Werktag im Monat"
    if recurrence.month_days:
        return f"am {_dates(recurrence.month_days)} im Monat"
    return f"am {_places(recurrence.weekdays, 'oder')} im Monat"


def _season(months: tuple[int, ...]) -> str:
    missing = all_but(months=months)
    if len(missing) <= _FEW_MONTHS:
        return "außer " + _named(missing)
    run = run_of(months)
    return f"von {_MONTHS[run[0] - 1]} bis {_MONTHS[run[1] - 1]}" if run else _named(months)


def _in_months(months: tuple[int, ...]) -> str:
    missing = all_but(months=months)
    if len(missing) <= _FEW_MONTHS:
        return "im Monat, außer " + _named(missing)
    for parity, word in ((0, "geraden"), (1, "ungeraden")):
        if months == tuple(month for month in ALL_MONTHS if month % 2 == parity):
            return f"in den {word} Monaten"
    run = run_of(months)
    return f"im Monat, von {_MONTHS[run[0] - 1]} bis {_MONTHS[run[1] - 1]}" if run else _named(months)


def _named(months: Sequence[int]) -> str:
    return "im " + join_words(_MONTHS[month - 1] for month in months)


def _clock(start: dt.time, end: dt.time | None) -> str:
    if end is None:
        return f"{start:%H:%M} Uhr"
    return f"{start:%H:%M} bis {end:%H:%M} Uhr"
