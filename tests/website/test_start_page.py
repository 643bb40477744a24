"""The start page shows what is next, who looks for people, and what is new."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gremienwerk.committees.models import Committee
from gremienwerk.core.dates import exact
from gremienwerk.meetings.actions import record_meeting
from gremienwerk.meetings.models import Meeting
from gremienwerk.website.editions import Edition
from gremienwerk.website.start_page import start_page
from tests.support.cast import SETUP, TODAY, City, make_city, make_committee
from tests.support.pages import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return make_city()


def committee(city: City, name: str, **fields: Any) -> Committee:
    return make_committee(
        city.body, name, founded=exact(TODAY.replace(year=2020)), **({"visibility": "public"} | fields)
    )


def meeting(city: City, of: Committee, day: int, *, is_public: bool = True) -> Meeting:
    return record_meeting(
        body=city.body, committees=[of], starts_at=datetime(2099, 1, day, 15, tzinfo=UTC),
        state=Meeting.State.SCHEDULED, is_public=is_public, by=SETUP,
    )  # fmt: skip


def test_an_empty_register_says_what_is_missing(client: Client, city: City) -> None:
    words = words_of(client.get("/de/").content)
    assert "Zurzeit ist keine öffentliche Sitzung eingetragen." in words
    assert "Zurzeit ist keine Gruppe als offen eingetragen." in words
    assert "Es ist noch keine Antwort veröffentlicht." in words


def test_the_next_public_meetings_come_first_and_closed_ones_are_left_out(client: Client, city: City) -> None:
    open_group = committee(city, "Offene Runde", guests="yes", publicness="public")
    closed = committee(city, "Geschlossene Runde", publicness="not_public")
    meeting(city, open_group, 9)
    meeting(city, open_group, 2)
    meeting(city, closed, 1, is_public=False)
    words = words_of(client.get("/de/").content)
    assert words.index("Freitag, 2. Januar 2099") < words.index("Freitag, 9. Januar 2099")
    assert "1. Januar 2099" not in words
    section = words[words.index("für Gäste offen sind") : words.index("Neue Antworten")]
    assert "Offene Runde" in section
    assert "Geschlossene Runde" not in section


def test_what_may_not_be_known_is_not_on_the_start_page(client: Client, city: City) -> None:
    committee(city, "Verborgene Runde", guests="yes", visibility="hidden")
    committee(city, "Interne Runde", guests="yes", visibility="internal")
    html = client.get("/de/").content.decode()
    assert "Verborgene Runde" not in html
    assert "Interne Runde" not in html


def test_the_number_of_queries_does_not_grow(
    city: City, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in (1, 3):
        for one in range(number):
            meeting(city, committee(city, f"Runde {number} {one}", guests="yes"), 1 + one)
        with django_assert_max_num_queries(40):
            start_page(edition=Edition(city.body.pk, number, None, TODAY, TODAY), language="de")


def test_the_structured_data_name_the_city(client: Client, city: City) -> None:
    html = client.get("/de/").content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found
    data = json.loads(found.group(1))
    assert (data["@type"], data["name"], data["url"]) == (
        "GovernmentOrganization",
        "Musterstadt",
        "http://testserver/de/",
    )


def test_a_name_cannot_leave_the_structured_data(client: Client) -> None:
    from gremienwerk.website.jinja import data_script

    assert str(data_script({"name": "</script><b>&"})).count("<") == 2


def test_the_way_in_says_where_it_leads(client: Client) -> None:
    make_city()
    answer = client.get("/", headers={"accept-language": "tr,de;q=0.5"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/tr/")
    assert "Musterstadt" in answer.content.decode()
