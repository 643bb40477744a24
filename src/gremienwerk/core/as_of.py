"""The date a page speaks for: today, or the day the reader chose."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from gremienwerk.core.dates import Precision, parse_vague_date
from gremienwerk.core.errors import UserFacingError

#: The name of the date in every address that can be read on another day.
PARAMETER = "stand"


class AsOf(NamedTuple):
    """The day asked for, and the day on which it was asked."""

    day: date
    today: date

    @property
    def is_today(self) -> bool:
        """Whether the page shows the present state."""
        return self.day == self.today

    @property
    def is_past(self) -> bool:
        """Whether the day lies behind."""
        return self.day < self.today

    @property
    def query(self) -> str:
        """The query string that keeps the day on the next page; empty for today."""
        return "" if self.is_today else urlencode({PARAMETER: self.day.isoformat()})


def read_as_of(*, given: str | None, today: date) -> AsOf:
    """Read the chosen day.

    Args:
        given: what the reader sent, as "2022-05-15" or "15.5.2022"; nothing means today.
        today: the present day, read from the clock by the door.

    Raises:
        UserFacingError: if the text is not a day.
    """
    if not given or not given.strip():
        return AsOf(today, today)
    chosen = parse_vague_date(given)
    if chosen.precision is not Precision.DAY:
        raise UserFacingError(
            f"Der Stand „{given}“ ist kein Tag. Bitte einen Tag angeben, zum Beispiel „9. Juni 2022“.",
            field=PARAMETER,
        )
    return AsOf(chosen.latest, today)
