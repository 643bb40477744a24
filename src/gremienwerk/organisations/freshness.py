"""How old a directory entry's confirmation may become: shown, marked, then hidden; never deleted (design.md, 6)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Freshness(StrEnum):
    """What the age of the last confirmation does to an entry on a day."""

    CURRENT = "current"
    MARKED = "marked"  # shown, with a visible word that nobody has confirmed it for long
    HIDDEN = "hidden"  # kept, and shown again as soon as somebody confirms it


class Deadlines(NamedTuple):
    """After how many days without a confirmation a body marks and hides an entry."""

    mark_after_days: int = 365
    hide_after_days: int = 1095


class FreshnessDays(NamedTuple):
    """First day on which an entry is marked, and first day on which it is hidden; None: never."""

    marked_from: date | None
    hidden_from: date | None

    def on(self, day: date) -> Freshness:
        """What holds on a day."""
        if self.hidden_from is not None and day >= self.hidden_from:
            return Freshness.HIDDEN
        if self.marked_from is not None and day >= self.marked_from:
            return Freshness.MARKED
        return Freshness.CURRENT


def freshness_days(
    *, confirmed_on: date | None, published_from: date | None, deadlines: Deadlines
) -> FreshnessDays:
    """The days on which an entry's state changes by itself.

    An entry that nobody ever confirmed counts from its publication, and is marked from its first day.
    """
    since = confirmed_on or published_from
    if since is None:
        return FreshnessDays(None, None)
    hidden = since + timedelta(days=deadlines.hide_after_days)
    if confirmed_on is None:
        return FreshnessDays(since, hidden)
    return FreshnessDays(since + timedelta(days=deadlines.mark_after_days), hidden)
