"""How complete the register was, over time."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from gremienwerk.committees.models import CompletenessScore
from gremienwerk.committees.queries.completeness import QUESTIONS


class DayScore(NamedTuple):
    """How many of all questions to the counted committees could be answered in full on a day."""

    on: date
    answered: int
    total: int

    @property
    def percent(self) -> int:
        """Share of answered questions in whole percent."""
        return round(100 * self.answered / self.total) if self.total else 100


def scores_of(*, body: int, since: date, until: date, committee: int | None = None) -> list[DayScore]:
    """The kept scores of a body, or of one committee, from one day to another, both included; one query.

    A committee's score holds from its row on; the last row before ``since`` is not among them.
    """
    rows = CompletenessScore.objects.filter(body=body, committee=committee, on__gte=since, on__lte=until)
    return [
        DayScore(on, sum(answered), counted * QUESTIONS)
        for on, counted, answered in rows.order_by("on").values_list("on", "counted", "answered")
    ]


def last_scores(*, body: int) -> dict[int, list[int]]:
    """For each committee the answers of its newest row; one query."""
    rows = CompletenessScore.objects.filter(body=body, committee__isnull=False).order_by("on")
    return dict(rows.values_list("committee_id", "answered"))


def month_ends(*, scores: list[DayScore]) -> list[DayScore]:
    """The last score of each month, the oldest first."""
    return list({(one.on.year, one.on.month): one for one in scores}.values())
