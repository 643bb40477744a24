"""The calendar as list and month, the page of a meeting, minutes: what they say, and what they never say."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from gremienwerk.core.german import format_date
from gremienwerk.meetings.actions import cancel_meeting, move_meeting
from tests.support.calendar import Calendar, in_days, make_calendar, publish, today, withhold
from tests.support.cast import SETUP
from tests.support.pages import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def calendar() -> Calendar:
    return make_calendar()


def words(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return words_of(answer.content)


def test_the_list_begins_today_and_past_meetings_have_their_own(client: Client, calendar: Calendar) -> None:
    calendar.meet(calendar.open, days=0, title="Heute noch")
    calendar.meet(calendar.open, days=-1, title="Gestern schon")
    calendar.meet(calendar.open, days=40, title="Bald einmal")

    ahead, past = words(client, "/de/kalender/"), words(client, "/de/kalender/?zeit=vergangen")

    assert "2 Sitzungen liegen vor uns." in ahead
    assert ahead.index("Heute noch") < ahead.index("Bald einmal") and "Gestern schon" not in ahead
    assert "Eine vergangene Sitzung." in past and "Gestern schon" in past and "Bald einmal" not in past


def test_each_meeting_says_whether_one_may_come_where_it_is_and_what_became_of_it(
    client: Client, calendar: Calendar
) -> None:
    calendar.meet(calendar.open, days=10, is_online=True)
    calendar.meet(calendar.closed, days=11, place="Raum der Mitglieder")
    moved = calendar.meet(calendar.open, days=12)
    off = calendar.meet(calendar.open, days=14)
    move_meeting(
        meeting=moved, starts_at=in_days(13), ends_at=None, reason="Saal belegt", at=in_days(-1), by=SETUP
    )
    cancel_meeting(meeting=off, reason="Sturmwarnung", at=in_days(-1), by=SETUP)

    said = words(client, "/de/kalender/")

    assert "Öffentlich Rathaus, Saal 1 und online" in said
    assert "Nicht öffentlich" in said and "Raum der Mitglieder" not in said
    was = format_date(in_days(12).date())
    assert f"Verschoben vom {was}, 16:00 Uhr Saal belegt" in said
    assert "Abgesagt Sturmwarnung" in said


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"A", "B"}),
        ("thema=teilhabe", {"A"}),
        ("oeffentlich=ja", {"A"}),
        ("gaeste=ja", {"A"}),
        ("art=working-group", {"A", "B"}),
        ("organisation={partner}", {"A"}),
        ("thema=gibtesnicht", {"A", "B"}),
    ],
)
def test_filters_leave_what_fits_and_the_feed_is_filtered_alike(
    client: Client, calendar: Calendar, query: str, shown: set[str]
) -> None:
    calendar.meet(calendar.open, days=10, title="Sitzung A")
    calendar.meet(calendar.closed, days=11, title="Sitzung B", is_public=False)
    query = query.format(partner=calendar.city.partner.uid)

    html = client.get(f"/de/kalender/?{query}").content.decode()

    assert len(set(re.findall(r'href="/de/kalender/[0-9a-f-]{36}/"', html))) == len(shown)
    is_filter = query not in {"", "thema=gibtesnicht"}
    assert (f'href="/de/kalender/kalender.ics?{query}"' in html) is is_filter


def test_the_month_is_a_table_with_its_days_and_neighbours(client: Client, calendar: Calendar) -> None:
    meeting = calendar.meet(calendar.open, days=3)
    month = f"{in_days(3):%Y-%m}"

    html = client.get(f"/de/kalender/?monat={month}").content.decode()

    assert '<caption class="kern-heading-small">' in html
    assert html.count('<th scope="col">') == 7
    assert (
        html.count(f'href="/de/kalender/{meeting.uid}/"') == 2
    )  # once in the table, once in the list of a phone
    before, after = (
        in_days(3).replace(day=1) - timedelta(days=1),
        in_days(3).replace(day=1) + timedelta(days=32),
    )
    assert f'rel="prev" href="?monat={before:%Y-%m}"' in html
    assert f'rel="next" href="?monat={after:%Y-%m}"' in html


@pytest.mark.parametrize("month", ["", "2026", "2026-13", "abcd-ef", "2026-1", "0001-01", "²026-01"])
def test_what_is_no_month_gives_the_list(client: Client, calendar: Calendar, month: str) -> None:
    answer = client.get("/de/kalender/", {"monat": month})

    assert (answer.status_code, b'class="cal-month"' in answer.content) == (200, False)


def test_an_empty_calendar_says_so(client: Client, calendar: Calendar) -> None:
    assert "Hier ist keine Sitzung eingetragen." in words(client, "/de/kalender/")
    assert "Ohne Filter suchen" in words(client, "/de/kalender/?oeffentlich=ja")


def test_a_meeting_has_a_page_that_says_how_to_take_part(client: Client, calendar: Calendar) -> None:
    meeting = calendar.meet(
        calendar.open,
        days=10,
        public_note="Es wird gedolmetscht.",
        public_online_url="https://treffen.example/x",
    )

    said = words(client, f"/de/kalender/{meeting.uid}/")

    assert "Alle können zuhören." in said and "So melden Sie sich an: ohne Anmeldung" in said
    assert "Es wird gedolmetscht." in said and "Online teilnehmen" in said


def test_the_page_of_a_meeting_behind_doors_gives_its_place_to_nobody(
    client: Client, calendar: Calendar
) -> None:
    meeting = calendar.meet(
        calendar.closed, days=10, place="Raum der Mitglieder", title="Vertraulich", public_note="Hinweis"
    )

    said = words(client, f"/de/kalender/{meeting.uid}/")

    assert "Den Ort erfahren die Mitglieder." in said and "Diese Sitzung ist für die Mitglieder." in said
    assert not any(secret in said for secret in ("Raum der Mitglieder", "Vertraulich", "Hinweis"))


def test_machines_read_the_meeting_as_an_event(client: Client, calendar: Calendar) -> None:
    meeting = calendar.meet(calendar.open, days=10)
    cancel_meeting(meeting=meeting, at=in_days(-1), by=SETUP)

    html = client.get(f"/de/kalender/{meeting.uid}/").content.decode()

    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    event = json.loads(found[1])
    assert (event["@type"], event["name"]) == ("Event", "Runder Tisch Ankommen")
    assert event["eventStatus"] == "https://schema.org/EventCancelled"
    assert event["url"] == f"http://testserver/de/kalender/{meeting.uid}/"


def test_meetings_that_are_not_public_have_no_page(client: Client, calendar: Calendar) -> None:
    hidden = calendar.meet(calendar.hidden, days=10)
    draft = calendar.meet(calendar.open, days=10, state="draft")

    for uid in (hidden.uid, draft.uid, uuid4()):
        assert client.get(f"/de/kalender/{uid}/").status_code == 404


def test_published_minutes_are_a_link_to_the_file(client: Client, calendar: Calendar) -> None:
    meeting = calendar.meet(calendar.open, days=-10)
    publish(meeting, on=today(), content=b"%PDF-1.7 Inhalt")
    address = f"/de/kalender/{meeting.uid}/protokoll/protokoll.pdf"

    assert f'href="{address}"' in client.get("/de/kalender/?zeit=vergangen").content.decode()
    file = client.get(address)

    assert (file.content, file.headers["Content-Type"]) == (b"%PDF-1.7 Inhalt", "application/pdf")
    assert file.headers["Content-Disposition"] == 'inline; filename="protokoll.pdf"'
    assert client.get(address.replace("protokoll.pdf", "anderes.pdf")).status_code == 404


def test_minutes_are_not_shown_before_their_day_and_withheld_ones_say_why(
    client: Client, calendar: Calendar
) -> None:
    early = calendar.meet(calendar.open, days=-10)
    kept = calendar.meet(calendar.open, days=-11)
    publish(early, on=today() + timedelta(days=1))
    withhold(kept, reason="Angaben zu Einzelfällen")

    said = words(client, "/de/kalender/?zeit=vergangen")

    assert "Protokoll noch nicht veröffentlicht" in said
    assert "Protokoll nicht veröffentlicht: Angaben zu Einzelfällen" in said
    assert client.get(f"/de/kalender/{early.uid}/protokoll/protokoll.pdf").status_code == 404
    assert client.get(f"/de/kalender/{kept.uid}/protokoll/protokoll.pdf").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, calendar: Calendar, number: int, django_assert_max_num_queries: object
) -> None:
    for day in range(number):
        calendar.meet(calendar.open, calendar.closed, days=10 + day)

    with django_assert_max_num_queries(18):  # type: ignore[operator]
        client.get("/de/kalender/")
