"""Half-open periods of days: from the first day, until the day on which it no longer holds."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Period(NamedTuple):
    """``[start, end)``; ``start`` None means "since unknown", ``end`` None means "open"."""

    start: date | None
    end: date | None

    def holds(self, *, on: date) -> bool:
        """Whether the day lies in the period."""
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)

    def overlaps(self, other: Period) -> bool:
        """Whether the two periods share a day."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )
