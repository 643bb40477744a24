"""Forms about committees: they enter the register, are described, renamed, rest and end."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from gremienwerk.audit.models import AuditEvent
from gremienwerk.bodies.actions import add_topic
from gremienwerk.bodies.models import CommitteeKind, Topic
from gremienwerk.committees.actions import appoint, delegate, describe_committee
from gremienwerk.committees.models import Committee, Dormancy, Representative, Role
from gremienwerk.core.dates import exact, in_year
from gremienwerk.organisations.actions import register_person
from tests.support.cast import SETUP, City, make_city, make_committee
from tests.support.pages import form_of, sign_in, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(client: Client) -> City:
    city = make_city()
    sign_in(client, city.body)
    return city


def kind(city: City, key: str = "working-group") -> str:
    return str(CommitteeKind.objects.get(body=city.body, key=key).uid)


def address(committee: Committee, rest: str = "") -> str:
    return f"/desk/gremien/{committee.uid}/{rest}"


def typed(client: Client, path: str) -> dict[str, str | list[str]]:
    """What a form sends back if nothing is changed in it."""
    return form_of(client.get(path).content)


def topic_of(city: City) -> Topic:
    return add_topic(body=city.body, key="sprache", name="Sprache", by=SETUP)


def test_an_existing_committee_enters_the_register(client: Client, city: City) -> None:
    given = {
        "exists": "yes",
        "name": "AG Wohnen",
        "kind": kind(city),
        "when": "Juni 2021",
        "rhythm_text": "jeden 2. Dienstag im Monat",
        "visibility": "internal",
    }
    response = client.post("/desk/gremien/neu/", given, follow=True)
    assert "„AG Wohnen“ ist eingetragen." in words_of(response.content)
    entered = Committee.objects.get()
    assert (entered.founded_earliest, entered.founded_latest) == (date(2021, 6, 1), date(2021, 6, 30))
    assert entered.rhythm is not None


def test_a_planned_committee_may_have_no_name_and_is_founded_later(client: Client, city: City) -> None:
    given = {
        "exists": "planned",
        "name": "",
        "kind": kind(city),
        "when": "bis Ende 2030",
        "visibility": "internal",
    }
    client.post("/desk/gremien/neu/", given)
    planned = Committee.objects.get()
    assert (planned.is_planned, planned.planned_latest) == (True, date(2030, 12, 31))
    page = client.get(address(planned)).content.decode()
    assert f'href="{address(planned, "gruendung/")}"' in page
    assert f'href="{address(planned, "ruhen/")}"' not in page
    client.post(address(planned, "gruendung/"), {"name": "Runder Tisch", "founded": "1.3.2026"})
    planned.refresh_from_db()
    assert (planned.name, planned.is_planned, planned.founded) == (
        "Runder Tisch",
        False,
        exact(date(2026, 3, 1)),
    )


def test_what_exists_needs_a_name_and_the_values_stay(client: Client, city: City) -> None:
    given = {"exists": "yes", "name": " ", "kind": kind(city), "goal": "Wohnraum", "visibility": "internal"}
    response = client.post("/desk/gremien/neu/", given)
    assert response.status_code == 400
    assert "Nur geplante Gremien dürfen noch namenlos sein." in words_of(response.content)
    assert "Wohnraum" in response.content.decode()
    assert not Committee.objects.exists()


def test_a_form_that_is_sent_unchanged_changes_nothing(client: Client, city: City) -> None:
    topic = topic_of(city)
    committee = make_committee(
        city.body,
        "AG Sprache",
        founded=in_year(2020),
        topics=[topic],
        invitation_channels=["email"],
        rhythm_text="2x jährlich",
        minutes_url="https://stadt.example/protokolle",
    )
    before = AuditEvent.objects.count()
    path = address(committee, "angaben/")
    assert client.post(path, typed(client, path)).status_code == 302
    assert AuditEvent.objects.count() == before


def test_all_facts_are_described_on_one_page_and_the_rhythm_is_read(client: Client, city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    topic = topic_of(city)
    path = address(committee, "angaben/")
    given = typed(client, path) | {
        "goal": "Sprache lernen",
        "rhythm_text": "jeden 2. Dienstag im Monat",
        "invitation_channels": ["email", "letter"],
        "invitation_lead_days": "14",
        "guests": "on_request",
        "minutes_url": "stadt.example/protokolle",
        "topics": [str(topic.uid)],
        "founded": "2020",
    }
    assert client.post(path, given).status_code == 302
    committee.refresh_from_db()
    assert (committee.goal, committee.invitation_channels, committee.invitation_lead_days) == (
        "Sprache lernen",
        ["email", "letter"],
        14,
    )
    assert (committee.guests, committee.minutes_url) == ("on_request", "https://stadt.example/protokolle")
    assert committee.rhythm is not None
    assert committee.founded == in_year(2020)
    assert list(committee.topics.all()) == [topic]
    assert AuditEvent.objects.latest("id").changes == {"topics": [[], [topic.key]]}


def test_a_wrong_address_is_named_and_nothing_is_stored(client: Client, city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    path = address(committee, "angaben/")
    given = typed(client, path) | {"goal": "Neu", "website": "http:/ /", "invitation_lead_days": "-1"}
    response = client.post(path, given)
    html = response.content.decode()
    assert response.status_code == 400
    assert 'href="#id_website"' in html
    assert 'href="#id_invitation_lead_days"' in html
    assert "Neu</textarea>" in html
    committee.refresh_from_db()
    assert committee.goal == ""


def test_facts_that_were_saved_in_between_are_shown_beside_what_was_typed(client: Client, city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    path = address(committee, "angaben/")
    given = typed(client, path) | {"goal": "Mein Ziel"}
    describe_committee(committee=committee, goal="Anderes Ziel", guests="yes", by=SETUP)
    response = client.post(path, given)
    words = words_of(response.content)
    assert response.status_code == 400
    assert "Ziel Anderes Ziel Mein Ziel" in words
    assert "Gäste ja nicht erfasst" in words
    committee.refresh_from_db()
    assert committee.goal == "Anderes Ziel"
    renewed = re.search(r'name="seen" value="(\w+)"', response.content.decode())
    assert renewed
    assert client.post(path, given | {"seen": renewed.group(1), "guests": "yes"}).status_code == 302
    committee.refresh_from_db()
    assert (committee.goal, committee.guests) == ("Mein Ziel", "yes")


def test_a_committee_bears_its_old_name_before_the_new_one(client: Client, city: City) -> None:
    committee = make_committee(city.body, "AG Sprache", founded=exact(date(2020, 1, 1)))
    client.post(address(committee, "name/"), {"name": "AG Deutsch", "short_name": "", "on": "2024-01-01"})
    assert "AG Sprache" in words_of(client.get(address(committee) + "?stand=2023-06-01").content)
    assert "AG Deutsch" in words_of(client.get(address(committee)).content)
    response = client.post(
        address(committee, "name/"), {"name": "AG Sprachen", "short_name": "", "on": "2023-01-01"}
    )
    assert "Der jetzige Name gilt erst seit 1. Januar 2024" in words_of(response.content)


def test_a_committee_rests_only_once_at_a_time_and_meets_again(client: Client, city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    path = address(committee, "ruhen/")
    assert client.post(path, {"on": "2024-01-01", "last": "2023-01-01"}).status_code == 400
    assert client.post(path, {"on": "2024-01-01", "reason": "Personalmangel"}).status_code == 302
    response = client.post(path, {"on": "2024-06-01"})
    assert "In dieser Zeit ruht das Gremium schon." in words_of(response.content)
    page = client.get(address(committee)).content.decode()
    assert f'href="{address(committee, "wieder/")}"' in page
    client.post(address(committee, "wieder/"), {"on": "2025-01-01"})
    assert Dormancy.objects.get().valid_until == date(2025, 1, 1)


def test_seats_and_representatives_end_with_the_committee(client: Client, city: City) -> None:
    committee = make_committee(city.body, "AG Sprache", founded=exact(date(2020, 1, 1)))
    successor = make_committee(city.body, "AG Deutsch")
    seat = appoint(committee=committee, organisation=city.partner, role=Role.MEMBER, on=None, by=SETUP)
    delegate(
        membership=seat,
        person=register_person(body=city.body, family_name="Muster", by=SETUP),
        on=None,
        by=SETUP,
    )
    path = address(committee, "ende/")
    response = client.post(path, {"ended": "2019", "successor": ""})
    assert "es kann nicht davor enden" in words_of(response.content)
    assert client.post(path, {"ended": "31.12.2025", "successor": str(successor.uid)}).status_code == 302
    committee.refresh_from_db()
    seat.refresh_from_db()
    assert (committee.successor, committee.ended) == (successor, exact(date(2025, 12, 31)))
    assert seat.valid_until == date(2026, 1, 1)
    assert Representative.objects.get().valid_until == date(2026, 1, 1)
