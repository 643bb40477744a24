"""Minutes are published as a file or withheld with a reason; nothing in between reaches the public."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from gremienwerk.audit.change import change
from gremienwerk.core.actor import Role
from gremienwerk.core.errors import UserFacingError
from gremienwerk.meetings.actions import (
    add_minutes,
    approve_minutes,
    publish_minutes,
    withhold_minutes,
)
from gremienwerk.meetings.models import Meeting, Minutes
from gremienwerk.organisations.rules import NotAllowed
from tests.meetings.scene import a_file, moment, plan_meeting, round_table
from tests.support.cast import SETUP, City, clerk_of, make_city

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)


def minutes_of(city: City, **fields: object) -> Minutes:
    held = plan_meeting(
        city,
        round_table(city),
        starts_at=moment(3, month=11),
        ends_at=moment(3, month=11, hour=18),
        state=Meeting.State.HELD,
    )
    return add_minutes(meeting=held, by=SETUP, **fields)  # type: ignore[arg-type]


def test_approved_minutes_are_published_from_a_day_on() -> None:
    city = make_city()
    minutes = minutes_of(city, file=a_file(city))
    approve_minutes(minutes=minutes, on=date(2026, 11, 10), by=SETUP)

    publish_minutes(minutes=minutes, on=ON, by=SETUP)

    minutes.refresh_from_db()
    assert (minutes.state, minutes.published_on) == (Minutes.State.PUBLISHED, ON)
    assert minutes.public_file == minutes.file


def test_a_redacted_version_is_what_everybody_gets() -> None:
    city = make_city()
    minutes = minutes_of(city, file=a_file(city))
    redacted = a_file(city, "protokoll-geschwaerzt.pdf")
    approve_minutes(minutes=minutes, on=date(2026, 11, 10), by=SETUP)

    publish_minutes(minutes=minutes, on=ON, public_file=redacted, by=SETUP)

    assert (minutes.public_file, minutes.file != redacted) == (redacted, True)


def test_only_approved_minutes_with_a_file_are_published() -> None:
    city = make_city()
    minutes = minutes_of(city)

    with pytest.raises(UserFacingError, match="freigegebenes Protokoll"):
        publish_minutes(minutes=minutes, on=ON, by=SETUP)
    approve_minutes(minutes=minutes, on=ON, by=SETUP)
    with pytest.raises(UserFacingError, match="Datei des Protokolls"):
        publish_minutes(minutes=minutes, on=ON, by=SETUP)
    with pytest.raises(UserFacingError, match="schon freigegeben"):
        approve_minutes(minutes=minutes, on=ON, by=SETUP)


def test_withholding_needs_a_reason_and_takes_published_minutes_back() -> None:
    city = make_city()
    minutes = minutes_of(city, file=a_file(city))
    approve_minutes(minutes=minutes, on=ON, by=SETUP)
    publish_minutes(minutes=minutes, on=ON, by=SETUP)

    with pytest.raises(UserFacingError, match="Grund nennen"):
        withhold_minutes(minutes=minutes, reason="  ", by=SETUP)
    withhold_minutes(minutes=minutes, reason="Enthält Angaben zu Einzelfällen.", by=SETUP)

    minutes.refresh_from_db()
    assert (minutes.state, minutes.published_on) == (Minutes.State.WITHHELD, None)
    assert minutes.withheld_reason == "Enthält Angaben zu Einzelfällen."


def test_minutes_are_of_meetings_that_took_place_and_only_once() -> None:
    city = make_city()
    minutes = minutes_of(city)
    ahead = plan_meeting(city, round_table(city))

    with pytest.raises(UserFacingError, match="stattgefunden"):
        add_minutes(meeting=ahead, by=SETUP)
    with pytest.raises(UserFacingError, match="schon ein Protokoll"):
        add_minutes(meeting=minutes.meeting, by=SETUP)


def test_a_reader_publishes_nothing() -> None:
    city = make_city()
    minutes = minutes_of(city)

    with pytest.raises(NotAllowed):
        withhold_minutes(minutes=minutes, reason="weil", by=clerk_of(city.body, Role.AUDITOR))


@pytest.mark.parametrize(
    "values",
    [
        {"state": "published"},
        {"state": "withheld"},
        {"withheld_reason": "ohne Stand"},
        {"published_on": ON},
    ],
    ids=str,
)
def test_the_database_refuses_half_a_publication(values: dict[str, object]) -> None:
    city = make_city()
    minutes = minutes_of(city)

    with pytest.raises(IntegrityError), change(by=SETUP, body=city.body.pk), transaction.atomic():
        Minutes.objects.filter(pk=minutes.pk).update(**values)
