"""The list of committees."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gremienwerk.bodies.models import CommitteeKind
from gremienwerk.committees.actions import appoint, end_committee, plan_committee
from gremienwerk.committees.models import Role
from gremienwerk.core.dates import by_end, exact
from tests.support.cast import SETUP, City, make_body, make_city, make_committee
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/gremien/"
QUERIES = 13


@pytest.fixture
def city(client: Client) -> City:
    city = make_city()
    sign_in(client, city.body)
    return city


def listed(client: Client, **parameters: str) -> str:
    response = client.get(ADDRESS, parameters)
    assert response.status_code == 200
    return words_of(response.content)


def fill(city: City, number: int) -> None:
    for place in range(number):
        committee = make_committee(city.body, f"Arbeitskreis {place}", goal="Ziel", rhythm_text="monatlich")
        appoint(committee=committee, role=Role.LEAD, on=date(2020, 1, 1), organisation=city.ressort, by=SETUP)
        appoint(
            committee=committee, role=Role.MEMBER, on=date(2020, 1, 1), organisation=city.partner, by=SETUP
        )


def test_who_is_not_signed_in_is_asked_to(client: Client) -> None:
    response = client.get(ADDRESS)
    assert response.status_code == 302
    assert response["Location"] == "/accounts/login/?next=/desk/gremien/"


def test_an_empty_register_says_what_to_do(client: Client, city: City) -> None:
    assert "An diesem Tag sind keine Gremien erfasst." in listed(client)


def test_the_sentence_counts_and_missing_facts_are_named(client: Client, city: City) -> None:
    make_committee(city.body, "Runder Tisch", guests="yes")
    make_committee(city.body, "Beirat")
    words = listed(client)
    assert "2 Gremien, davon 1 offen für Gäste" in words
    assert "Nicht erfasst" in words


def test_ended_committees_appear_only_when_asked_for(client: Client, city: City) -> None:
    committee = make_committee(city.body, "Alte Runde")
    make_committee(city.body, "Neue Runde")
    end_committee(committee=committee, ended=exact(date(2021, 5, 5)), by=SETUP)
    assert "Alte Runde" not in listed(client)
    assert "Alte Runde" in listed(client, status="ended")
    assert "Neue Runde" not in listed(client, status="ended")
    assert "Alte Runde" in listed(client, status="alle")
    assert "Alte Runde" in listed(client, stand="2021-05-01")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", "SPRACHE"),
        ("art", "network"),
        ("ebene", "region"),
        ("gaeste", "on_request"),
        ("status", "planned"),
    ],
)
def test_each_filter_narrows_the_list(client: Client, city: City, name: str, value: str) -> None:
    make_committee(city.body, "Beirat Kultur", guests="no", level="municipal")
    if name == "status":
        kind = CommitteeKind.objects.get(body=city.body, key="network")
        plan_committee(
            body=city.body, kind=kind, name="Netz Sprache", planned=by_end(date(2030, 12, 31)), by=SETUP
        )
    else:
        make_committee(city.body, "Netz Sprache", kind="network", level="region", guests="on_request")
    words = listed(client, **{name: value})
    assert "Netz Sprache" in words
    assert "Beirat Kultur" not in words
    assert "Filter entfernen:" in words


def test_the_list_can_be_narrowed_to_who_leads(client: Client, city: City) -> None:
    fill(city, 1)
    make_committee(city.body, "Ohne Leitung")
    words = listed(client, leitung=str(city.ressort.uid))
    assert "Arbeitskreis 0" in words
    assert "Ohne Leitung" not in words


def test_nothing_found_says_what_to_try(client: Client, city: City) -> None:
    make_committee(city.body, "Beirat")
    assert "Kein Gremium passt zu diesen Filtern." in listed(client, text="gibtesnicht")


def test_a_long_list_comes_in_pages(client: Client, city: City) -> None:
    for number in range(51):
        make_committee(city.body, f"Runde {number}")
    assert "Runde 50" not in listed(client)
    assert "Runde 50" in listed(client, seite="2")
    assert "Runde 50" in listed(client, seite="999")


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_is_constant(
    client: Client, city: City, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    fill(city, number)
    with django_assert_num_queries(QUERIES):
        client.get(ADDRESS)


def test_a_day_that_is_none_is_refused_in_german(client: Client, city: City) -> None:
    response = client.get(ADDRESS, {"stand": "gestern"})
    assert response.status_code == 400
    assert "Das Datum „gestern“ ist nicht lesbar." in words_of(response.content)


def test_strangers_see_nothing_of_another_city(client: Client, city: City) -> None:
    make_committee(city.body, "Nur für Musterstadt")
    stranger = Client()
    sign_in(stranger, make_body(name="Nachbarstadt", key="05999002"), email="stranger@nachbar.example")
    assert "Nur für Musterstadt" not in listed(stranger)
