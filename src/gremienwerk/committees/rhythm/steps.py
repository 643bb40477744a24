"""Counts a year as steps in time, and months as a run: what every language says in the same cases."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from gremienwerk.committees.rhythm.model import Rhythm
from gremienwerk.committees.rhythm.recurrence import Recurrence, rounded

StepUnit = Literal["week", "month", "year"]

_LONGEST_STEP = 60
_A_YEAR: tuple[tuple[Fraction, StepUnit], ...] = (
    (Fraction(1), "year"),
    (Fraction(52), "week"),
    (Fraction(12), "month"),
)


class Step(NamedTuple):
    """So many weeks, months or years from one meeting to the next; ``longest`` is set for a range."""

    steps: int
    unit: StepUnit
    longest: int | None = None


def must_stay_a_count(*, rhythm: Rhythm, number: float = 0) -> bool:
    """Whether a count must stay one: beside days or months a step in time could say something else."""
    recurrence = rhythm.recurrence
    if rhythm.months or recurrence is None:
        return bool(rhythm.months)
    # "Monatlich, dienstags" leaves open which Tuesday; "wöchentlich, dienstags" would be every one.
    return recurrence.unit != "week" or (number not in (12, 24) and len(recurrence.weekdays) == 1)


def step_of(number: float) -> Step | None:
    """The step in whole weeks, months or years that gives the count a year, if one does."""
    for a_year, unit in _A_YEAR:
        for steps in range(2, _LONGEST_STEP):
            if rounded(float(a_year / steps)) == number:
                return Step(steps, unit)
    return None


def step_range(*, low: float, high: float) -> Step | None:
    """The steps between two counts a year if both are whole ones of one unit: every six to eight weeks."""
    for a_year, unit in _A_YEAR:
        steps = {rounded(float(a_year / step)): step for step in range(_LONGEST_STEP, 1, -1)}
        if low in steps and high in steps:
            return Step(steps[high], unit, steps[low])
    return None


def run_of(months: Sequence[int]) -> tuple[int, int] | None:
    """First and last month if they follow one another, over the turn of the year if need be."""
    starts = [month for month in months if (month - 2) % 12 + 1 not in months]
    if len(starts) != 1 or len(months) < 3:
        return None
    return starts[0], (starts[0] + len(months) - 2) % 12 + 1


def are_dates(recurrence: Recurrence) -> bool:
    """One day in few months reads best as dates: "am 15. März und am 15. September"."""
    return (
        recurrence.month_days[1:] == () and recurrence.month_days[0] > 0 and 0 < len(recurrence.months) <= 2
    )
