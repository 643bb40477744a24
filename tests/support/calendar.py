"""A city with public meetings of all sorts, for tests of calendar pages and feeds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from gremienwerk.bodies.actions import add_topic
from gremienwerk.bodies.models import Topic
from gremienwerk.committees.actions import appoint
from gremienwerk.committees.models import Committee, Role
from gremienwerk.documents.actions import store_file
from gremienwerk.meetings.actions import (
    add_minutes,
    approve_minutes,
    publish_minutes,
    record_meeting,
    withhold_minutes,
)
from gremienwerk.meetings.models import Meeting
from tests.support.cast import SETUP, City, make_city, make_committee


@dataclass
class Calendar:
    """The city, a committee open to all, one that meets behind doors, and a hidden one."""

    city: City
    open: Committee
    closed: Committee
    hidden: Committee
    topic: Topic

    def meet(self, *committees: Committee, days: int, **fields: Any) -> Meeting:
        """A meeting so many days from today (negative: ago), from 4 to 6 in the afternoon, in the town hall."""
        starts = in_days(days)
        values: dict[str, Any] = {
            "ends_at": starts + timedelta(hours=2),
            "place": "Rathaus, Saal 1",
            "is_public": self.open in committees,
            "state": Meeting.State.HELD if days < 0 else Meeting.State.SCHEDULED,
        }
        return record_meeting(
            body=self.city.body, committees=committees, starts_at=starts, by=SETUP, **{**values, **fields}
        )


def today() -> date:
    """The day on which the pages under test are made."""
    return timezone.localdate()


def in_days(days: int) -> datetime:
    """Four in the afternoon, so many days from today."""
    local = timezone.localtime()
    return (local + timedelta(days=days)).replace(hour=16, minute=0, second=0, microsecond=0)


def make_calendar() -> Calendar:
    """The city without any meetings yet; the partner holds a seat in the open committee."""
    city = make_city()
    topic = add_topic(body=city.body, name="Teilhabe", key="teilhabe", by=SETUP)
    public: dict[str, Any] = {"visibility": "public", "calendar_keeper": "we"}
    calendar = Calendar(
        city=city,
        open=make_committee(
            city.body,
            "Runder Tisch Ankommen",
            guests="yes",
            guests_how="ohne Anmeldung",
            topics=[topic],
            **public,
        ),
        closed=make_committee(city.body, "Steuerungskreis Teilhabe", guests="no", **public),
        hidden=make_committee(city.body, "Verdeckter Kreis", visibility="hidden"),
        topic=topic,
    )
    appoint(
        committee=calendar.open, organisation=city.partner, role=Role.MEMBER, on=date(2020, 1, 1), by=SETUP
    )
    return calendar


def publish(meeting: Meeting, *, on: date, content: bytes = b"%PDF-1.7 demo") -> None:
    """Give a meeting minutes that are published on a day."""
    file = store_file(
        body=meeting.body, content=content, name="protokoll.pdf", media_type="application/pdf", by=SETUP
    )
    minutes = add_minutes(meeting=meeting, file=file, by=SETUP)
    approve_minutes(minutes=minutes, on=on, by=SETUP)
    publish_minutes(minutes=minutes, on=on, by=SETUP)


def withhold(meeting: Meeting, *, reason: str) -> None:
    """Give a meeting minutes that are withheld."""
    withhold_minutes(minutes=add_minutes(meeting=meeting, by=SETUP), reason=reason, by=SETUP)
