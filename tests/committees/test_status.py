"""What a committee is on a day."""

from __future__ import annotations

from datetime import date

import pytest

from gremienwerk.committees.status import Life, Status, describe_status, status_certainty, status_on
from gremienwerk.core.dates import Certainty, by_end, exact, in_month
from gremienwerk.core.periods import Period

NOTHING = Life(planned=None, founded=None, ended=None, is_planned=False, is_ended=False)


def life(**facts: object) -> Life:
    return NOTHING._replace(**facts)  # type: ignore[arg-type]


PLANNED = life(planned=by_end(date(2022, 12, 31)), is_planned=True)
FOUNDED = life(founded=in_month(2021, 6))
ENDED = life(founded=in_month(2021, 6), ended=exact(date(2023, 3, 31)))
PAUSED = life(founded=in_month(2021, 6), dormancies=(Period(date(2022, 1, 1), date(2022, 7, 1)),))


@pytest.mark.parametrize(
    ("facts", "day", "status"),
    [
        (NOTHING, date(2022, 5, 15), Status.ACTIVE),
        (PLANNED, date(2022, 5, 15), Status.PLANNED),
        (PLANNED, date(2022, 12, 31), Status.PLANNED),
        (PLANNED, date(2023, 2, 1), Status.OVERDUE),
        (FOUNDED, date(2021, 5, 31), Status.UNKNOWN_YET),
        (FOUNDED, date(2021, 6, 1), Status.ACTIVE),
        (FOUNDED, date(2022, 5, 15), Status.ACTIVE),
        (ENDED, date(2023, 3, 30), Status.ACTIVE),
        (ENDED, date(2023, 3, 31), Status.ENDED),
        (PAUSED, date(2021, 12, 31), Status.ACTIVE),
        (PAUSED, date(2022, 1, 1), Status.DORMANT),
        (PAUSED, date(2022, 7, 1), Status.ACTIVE),
        (life(is_planned=True), date(2022, 5, 15), Status.PLANNED),
        (PLANNED._replace(planned_since=date(2022, 3, 1)), date(2022, 2, 28), Status.UNKNOWN_YET),
        (PLANNED._replace(planned_since=date(2022, 3, 1)), date(2022, 3, 1), Status.PLANNED),
        (life(is_ended=True), date(2022, 5, 15), Status.ENDED),
        (
            life(planned=by_end(date(2022, 12, 31)), founded=in_month(2023, 3)),
            date(2022, 5, 15),
            Status.PLANNED,
        ),
        (
            life(planned=by_end(date(2022, 12, 31)), founded=in_month(2023, 3)),
            date(2023, 4, 1),
            Status.ACTIVE,
        ),
    ],
)
def test_the_status_follows_from_the_dates(facts: Life, day: date, status: Status) -> None:
    assert status_on(facts, on=day) is status


@pytest.mark.parametrize(
    ("facts", "day", "words"),
    [
        (FOUNDED, date(2022, 5, 15), "besteht seit Juni 2021"),
        (PLANNED, date(2022, 5, 15), "geplant bis Ende 2022"),
        (PLANNED, date(2023, 2, 1), "geplant bis Ende 2022, überfällig"),
        (ENDED, date(2024, 1, 1), "beendet am 31. März 2023"),
        (PAUSED, date(2022, 2, 1), "ruht, gegründet im Juni 2021"),
        (NOTHING, date(2022, 5, 15), "besteht"),
    ],
)
def test_the_status_in_words(facts: Life, day: date, words: str) -> None:
    assert describe_status(facts, on=day) == words


def test_inside_the_founding_month_the_status_is_only_possible() -> None:
    days = (date(2021, 6, 15), date(2021, 7, 1))
    assert [status_certainty(FOUNDED, on=day) for day in days] == [Certainty.UNCERTAIN, Certainty.YES]
