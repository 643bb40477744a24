"""Calendars over http: what each holds, that nothing hidden is in them, that they are asked for again cheaply."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from icalendar import Calendar as File

from gremienwerk.meetings.actions import cancel_meeting, move_meeting
from tests.support.calendar import Calendar, in_days, make_calendar
from tests.support.cast import SETUP

pytestmark = pytest.mark.django_db


@pytest.fixture
def calendar() -> Calendar:
    return make_calendar()


def uids(client: Client, address: str) -> set[str]:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return {str(event["UID"]) for event in File.from_ical(answer.content).events}


def test_every_feed_holds_what_belongs_to_it(client: Client, calendar: Calendar) -> None:
    one = calendar.meet(calendar.open, days=10)
    joint = calendar.meet(calendar.open, calendar.closed, days=20)
    other = calendar.meet(calendar.closed, days=30)
    every = {str(meeting.uid) for meeting in (one, joint, other)}
    of_open = {str(meeting.uid) for meeting in (one, joint)}

    assert uids(client, "/de/kalender/kalender.ics") == every
    assert uids(client, f"/de/gremien/{calendar.open.uid}/kalender.ics") == of_open
    assert uids(client, f"/de/organisationen/{calendar.city.partner.uid}/kalender.ics") == of_open
    assert uids(client, f"/de/kalender/kalender.ics?thema={calendar.topic.key}") == of_open
    assert uids(client, "/de/kalender/kalender.ics?oeffentlich=ja") == of_open
    assert uids(client, "/de/gremien/kalender.ics?gaeste=yes") == of_open
    assert uids(client, "/de/gremien/kalender.ics?text=gibtesnicht") == set()
    assert uids(client, f"/de/kalender/{other.uid}/termin.ics") == {str(other.uid)}


def test_what_is_not_public_is_in_no_feed(client: Client, calendar: Calendar) -> None:
    calendar.meet(calendar.hidden, days=5, place="Geheimer Ort", title="Geheimer Titel")
    calendar.meet(calendar.closed, days=5, place="Raum der Mitglieder", note="innere Bemerkung")
    calendar.meet(calendar.open, calendar.hidden, days=6, online_url="https://mitglieder.example/zugang")
    draft = calendar.meet(calendar.open, days=7, state="draft", title="Nur ein Entwurf")

    text = client.get("/de/kalender/kalender.ics").content.decode().replace("\r\n ", "")

    for secret in (
        "Geheimer",
        "Verdeckter",
        "Raum der Mitglieder",
        "innere",
        "mitglieder.example",
        "Entwurf",
    ):
        assert secret not in text
    assert client.get(f"/de/kalender/{draft.uid}/termin.ics").status_code == 404
    assert client.get(f"/de/gremien/{calendar.hidden.uid}/kalender.ics").status_code == 404
    assert client.get(f"/de/organisationen/{uuid4()}/kalender.ics").status_code == 404


def test_a_subscriber_is_told_only_when_something_has_changed(client: Client, calendar: Calendar) -> None:
    meeting = calendar.meet(calendar.open, days=10)
    address = "/de/kalender/kalender.ics"
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    cancel_meeting(meeting=meeting, reason="Sturm", at=in_days(-1), by=SETUP)
    changed = client.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert changed.status_code == 200
    (event,) = File.from_ical(changed.content).events
    assert (event["UID"], event["STATUS"], event["SEQUENCE"]) == (str(meeting.uid), "CANCELLED", 1)


def test_a_moved_meeting_is_the_same_event_at_another_time(client: Client, calendar: Calendar) -> None:
    meeting = calendar.meet(calendar.open, days=10)
    starts = in_days(17)
    move_meeting(
        meeting=meeting, starts_at=starts, ends_at=starts + timedelta(hours=1), at=in_days(-1), by=SETUP
    )

    (event,) = File.from_ical(client.get(f"/de/gremien/{calendar.open.uid}/kalender.ics").content).events

    assert (event["UID"], event.start, event["SEQUENCE"]) == (str(meeting.uid), starts, 1)


def test_a_feed_speaks_the_language_of_its_address_and_leads_back_to_the_page(
    client: Client, calendar: Calendar
) -> None:
    meeting = calendar.meet(calendar.open, days=10)

    file = File.from_ical(client.get("/ar/kalender/kalender.ics").content)

    assert file["NAME"].params["LANGUAGE"] == "ar"
    assert file.events[0]["URL"] == f"http://testserver/ar/kalender/{meeting.uid}/"
    assert client.get("/xx/kalender/kalender.ics").status_code == 404


def test_programs_on_other_sites_may_read_it_and_nobody_may_write(client: Client, calendar: Calendar) -> None:
    answer = client.get("/de/kalender/kalender.ics")

    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert client.post("/de/kalender/kalender.ics").status_code in {403, 405}
    assert client.head("/de/kalender/kalender.ics").content == b""


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, calendar: Calendar, number: int, django_assert_max_num_queries: object
) -> None:
    for day in range(number):
        calendar.meet(calendar.open, calendar.closed, days=10 + day)

    with django_assert_max_num_queries(10):  # type: ignore[operator]
        client.get("/de/kalender/kalender.ics")
