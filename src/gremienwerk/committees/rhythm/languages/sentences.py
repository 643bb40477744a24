"""What is said about a rhythm, in which order; a ``Speech`` says it."""

from __future__ import annotations

from gremienwerk.committees.rhythm.languages.speech import Per, Speech
from gremienwerk.committees.rhythm.model import Kind, Rhythm
from gremienwerk.committees.rhythm.recurrence import ALL_MONTHS, Recurrence
from gremienwerk.committees.rhythm.seasons import all_but
from gremienwerk.committees.rhythm.steps import are_dates, must_stay_a_count, run_of, step_of, step_range

# As in German: up to so many missing months read better as "except in July and August".
_FEW_MONTHS = 3
# Counts a year that are said as counts in a shorter time.
_SHORTER: dict[float, tuple[int, Per]] = {
    365: (1, "day"),
    104: (2, "week"),
    52: (1, "week"),
    24: (2, "month"),
    12: (1, "month"),
}


class Unsayable(Exception):
    """The rhythm has a part that no ``Speech`` has words for."""


def say(*, rhythm: Rhythm, speech: Speech) -> str:
    """The rhythm in words; raises ``Unsayable`` where a part of it has none."""
    if rhythm.kind is Kind.UNKNOWN:
        return speech.unknown
    recurrence = rhythm.recurrence
    parts = [_how_often(rhythm, speech)]
    if recurrence is not None and rhythm.kind is not Kind.RRULE:
        parts.append(_frame(recurrence, speech))
    said = rhythm.kind is Kind.RRULE and recurrence is not None and _are_days_of_year(recurrence)
    if rhythm.months and not said:
        parts.append(_season(rhythm.months, speech))
    if rhythm.excluded:
        parts.append(speech.except_free(rhythm.excluded))
    if rhythm.time_from is not None:
        parts.append(speech.at_time(rhythm.time_from, rhythm.time_until))
    return speech.separator.join(parts)


def _how_often(rhythm: Rhythm, speech: Speech) -> str:
    if rhythm.kind is Kind.AS_NEEDED:
        if rhythm.per_year_min is None:
            return speech.as_needed
        least = speech.at_least(_times(rhythm.per_year_min, rhythm, speech))
        return speech.separator.join([speech.as_needed, _about(least, rhythm, speech)])
    recurrence = rhythm.recurrence
    exact = rhythm.kind is Kind.RRULE and recurrence is not None
    words = _days(recurrence, speech) if exact and recurrence else _frequency(rhythm, speech)
    words = _about(words, rhythm, speech)
    return speech.also_as_needed(words) if rhythm.as_needed else words


def _about(words: str, rhythm: Rhythm, speech: Speech) -> str:
    return speech.usually(words) if rhythm.approximate else words


def _frequency(rhythm: Rhythm, speech: Speech) -> str:
    low, high = rhythm.per_year_min or 0, rhythm.per_year_max
    if high is None:
        return speech.at_least(_times(low, rhythm, speech))
    if low == 0:
        return speech.at_most(_times(high, rhythm, speech))
    if low == high:
        return _times(low, rhythm, speech)
    if low == int(low) and high == int(high):
        return speech.times_between(int(low), int(high))
    step = None if must_stay_a_count(rhythm=rhythm) else step_range(low=low, high=high)
    if step:
        return speech.every(step.steps, step.unit, step.longest)
    least = speech.at_least(_times(low, rhythm, speech))
    return speech.separator.join([least, speech.at_most(_times(high, rhythm, speech))])


def _times(number: float, rhythm: Rhythm, speech: Speech) -> str:
    """A count a year, as a step in time or a count in a shorter time where that is usual."""
    if not must_stay_a_count(rhythm=rhythm, number=number):
        if number in _SHORTER:
            return speech.times(*_SHORTER[number])
        if number == 26:
            return speech.every(2, "week")
    if number != int(number):
        step = step_of(number)
        # "Every two years, in May" is clear; half a meeting a year is not.
        if step and (step.unit == "year" or not must_stay_a_count(rhythm=rhythm)):
            return speech.every(step.steps, step.unit)
    return speech.times(number, "year")


def _days(recurrence: Recurrence, speech: Speech) -> str:
    """The days of an exact rule; ``interval`` in front where it is not every week, month or year."""
    step = recurrence.interval
    if recurrence.unit == "week":
        codes = [day.code for day in recurrence.weekdays]
        if step == 1:
            return speech.every_weekday(codes)
        return speech.separator.join([speech.every(step, "week"), speech.on_weekdays(codes)])
    if recurrence.unit == "day":
        raise Unsayable(str(recurrence))
    lead = speech.every(step, recurrence.unit) if step > 1 else ""
    if _are_days_of_year(recurrence):
        days = [(day, month) for month in recurrence.months for day in recurrence.month_days]
        return f"{lead or speech.every_year} {speech.on_days_of_year(days)}"
    each = not lead and not recurrence.months
    return speech.separator.join(filter(None, [lead, _in_month(recurrence, speech, each=each)]))


def _are_days_of_year(recurrence: Recurrence) -> bool:
    return bool(recurrence.month_days) and (recurrence.unit == "year" or are_dates(recurrence))


def _in_month(recurrence: Recurrence, speech: Speech, *, each: bool, either: bool = False) -> str:
    if recurrence.position is not None:
        return speech.on_working_day(recurrence.position, each=each)
    if recurrence.month_days:
        return speech.on_days_of_month(recurrence.month_days, each=each)
    if not recurrence.weekdays or not all(day.nth for day in recurrence.weekdays):
        raise Unsayable(str(recurrence))
    return speech.on_places(recurrence.weekdays, each=each, either=either)


def _frame(recurrence: Recurrence, speech: Speech) -> str:
    """The days that come into question; several are joined by "or", for not all are taken."""
    if recurrence.unit == "week":
        return speech.on_weekdays([day.code for day in recurrence.weekdays], either=True)
    return _in_month(recurrence, speech, each=False, either=True)


def _season(months: tuple[int, ...], speech: Speech) -> str:
    missing = all_but(months=months)
    if len(missing) <= _FEW_MONTHS:
        return speech.except_months(missing)
    for even in (True, False):
        if months == tuple(month for month in ALL_MONTHS if (month % 2 == 0) is even):
            return speech.even_or_odd_months(even=even)
    run = run_of(months)
    return speech.from_month_to(*run) if run else speech.in_months(months)
