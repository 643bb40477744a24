"""The structured reading of a rhythm."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from gremienwerk.committees.rhythm.recurrence import Recurrence, read_rrule


class Kind(StrEnum):
    """What is known about how often a committee meets (design section 4)."""

    RRULE = "rrule"
    FREQUENCY = "frequency"
    AS_NEEDED = "as_needed"
    UNKNOWN = "unknown"


class Exclusion(StrEnum):
    """Times in which a committee says it does not meet; named months are in ``Rhythm.months``."""

    SCHOOL_HOLIDAYS = "school_holidays"
    CHRISTMAS_HOLIDAYS = "christmas_holidays"
    EASTER_HOLIDAYS = "easter_holidays"
    WHITSUN_HOLIDAYS = "whitsun_holidays"
    SUMMER_HOLIDAYS = "summer_holidays"
    AUTUMN_HOLIDAYS = "autumn_holidays"
    PUBLIC_HOLIDAYS = "public_holidays"


@dataclass(frozen=True)
class Rhythm:
    """How often a committee meets: the wording as found, and what it says.

    - ``kind`` RRULE: the wording names the days. ``rrule`` says them (RFC 5545, without the
      prefix) and both counts are its occurrences in a normal year.
    - ``kind`` FREQUENCY: so many a year, at least ``per_year_min``, at most ``per_year_max``
      (None: open). Where the wording names weekdays but not which of them are taken ("sechsmal
      im Jahr freitags"), ``rrule`` is the **frame**: every day that comes into question, more
      than are used.
    - ``kind`` AS_NEEDED: when there is need, with an optional minimum. Rhythms with an upper
      bound that meet besides as needed stay FREQUENCY or RRULE with ``as_needed`` set.
    - ``kind`` UNKNOWN: nothing that could be counted; only the wording counts.

    ``months`` are the months in which meetings fall (empty: any). Times of day are local.
    ``notes`` are German remarks on how the wording was read, for the person who checks it.
    """

    text: str
    kind: Kind = Kind.UNKNOWN
    rrule: str | None = None
    per_year_min: float | None = None
    per_year_max: float | None = None
    as_needed: bool = False
    approximate: bool = False
    months: tuple[int, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    time_from: dt.time | None = None
    time_until: dt.time | None = None
    notes: tuple[str, ...] = ()

    @property
    def recurrence(self) -> Recurrence | None:
        """``rrule`` taken apart."""
        return read_rrule(self.rrule) if self.rrule else None

    def without_wording(self) -> "Rhythm":
        """The reading alone: what two wordings of the same rhythm have in common."""
        return replace(self, text="", notes=())
