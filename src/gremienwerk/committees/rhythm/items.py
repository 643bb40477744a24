"""The constituents that the grammar finds in a text: what each part of a phrase says by itself."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from gremienwerk.committees.rhythm.model import Exclusion
from gremienwerk.committees.rhythm.recurrence import WEEKS_A_YEAR, Unit, Weekday

# A German "acht Tage" is a week, "vierzehn Tage" two.
_EIGHT_DAYS = 8


@dataclass(frozen=True)
class Span:
    """A length of time: ``steps`` of a unit ("zwei Monate", "ein halbes Jahr")."""

    unit: Unit
    steps: Fraction = Fraction(1)

    def times(self, steps: Fraction) -> "Span":
        """So many of it."""
        return Span(self.unit, self.steps * steps)

    @property
    def rate(self) -> Fraction:
        """How many of it fit into a normal year: 52 weeks, 12 months, 365 days."""
        if self.unit == "day" and (self.steps % 7 == 0 or self.steps == _EIGHT_DAYS):
            return Fraction(WEEKS_A_YEAR) / (self.steps // 7)
        a_year = {"day": 365, "week": WEEKS_A_YEAR, "month": 12, "year": 1}[self.unit]
        return Fraction(a_year) / self.steps


@dataclass(frozen=True)
class Times:
    """A count: "zweimal", "1-2 Termine"; ``span`` when the wording holds both ("4/Jahr").

    ``article``: only the article of a meeting ("zu einer Sitzung"), which counts if nothing else does.
    """

    low: Fraction
    high: Fraction
    each: bool = False
    span: Span | None = None
    article: Literal["einer", "eine"] | None = None


@dataclass(frozen=True)
class Cycle:
    """A step in time: "alle sechs bis acht Wochen", "monatlich" (``short`` to ``long``).

    ``bare`` cycles ("im Quartal") only serve a count or a day beside them. ``limit``: the distance
    is bounded ("im Abstand von höchstens drei Monaten" is at least four times a year). ``weak``: only
    a name says so ("Quartalstreffen"), which counts if nothing else does.
    """

    short: Span
    long: Span
    bare: bool = False
    limit: Literal["least", "most"] | None = None
    weak: bool = False


@dataclass(frozen=True)
class Days:
    """Weekdays, with their place in the month if the wording gives one.

    ``every``: "jeden"; ``choice``: one of them ("dienstags oder mittwochs"); ``working``: the nth
    working day instead of a weekday; ``step``: every so many weeks ("gerade Wochen": 2).
    """

    nths: tuple[int, ...]
    codes: tuple[str, ...]
    every: bool = False
    choice: bool = False
    working: bool = False

    @property
    def weekdays(self) -> tuple[Weekday, ...]:
        """All combinations of place and weekday."""
        return tuple(Weekday(nth, code) for nth in self.nths or (0,) for code in self.codes)


@dataclass(frozen=True)
class MonthDays:
    """Days of the month: "am 1. und 15. des Monats"; -1 is the last.

    ``loose`` ones ("am 10.") may be a single date and count only beside a monthly cycle.
    """

    days: tuple[int, ...]
    loose: bool = False


@dataclass(frozen=True)
class YearDay:
    """A date without a year: "15. März"."""

    day: int
    month: int


@dataclass(frozen=True)
class Months:
    """Times of the year. ``points``: one meeting each ("im März und September", "im Herbst")."""

    points: tuple[tuple[int, ...], ...]
    choice: bool = False

    @property
    def months(self) -> tuple[int, ...]:
        """All months named, January first."""
        return tuple(sorted({month for point in self.points for month in point}))


@dataclass(frozen=True)
class Window:
    """A part of the year in which something holds: "von März bis Oktober"."""

    months: tuple[int, ...]


@dataclass(frozen=True)
class Excluded:
    """Times without meetings."""

    times: tuple[Exclusion, ...] = ()
    months: tuple[int, ...] = ()
    weekdays: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clock:
    """A time of day, or from one to another."""

    start: dt.time
    end: dt.time | None = None


Sign = Literal[
    "least",
    "most",
    "more",
    "less",
    "about",
    "needed",
    "vague",
    "not",
    "former",
    "and",
    "or",
    "to",
    "but",
    "break",
    "never",
]


@dataclass(frozen=True)
class Mark:
    """A word that says something about its neighbours: a bound, a link, a negation."""

    sign: Sign


@dataclass(frozen=True)
class Noise:
    """A word that says nothing about how often."""

    text: str


Item = Times | Cycle | Days | MonthDays | YearDay | Months | Window | Excluded | Clock | Mark | Noise
