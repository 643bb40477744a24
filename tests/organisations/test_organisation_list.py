"""The list of organisations."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gremienwerk.core.dates import exact
from gremienwerk.organisations.actions import dissolve_organisation
from tests.support.cast import SETUP, City, make_body, make_city, make_organisation
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/organisationen/"
QUERIES = 7


@pytest.fixture
def city(client: Client) -> City:
    city = make_city()
    sign_in(client, city.body)
    return city


def listed(client: Client, **parameters: str) -> str:
    response = client.get(ADDRESS, parameters)
    assert response.status_code == 200
    return words_of(response.content)


def test_the_sentence_counts_migrant_organisations_apart(client: Client, city: City) -> None:
    make_organisation(city.body, "Brücke e. V.", "mso")
    assert "8 Organisationen, davon 1 Migrantenselbstorganisation" in listed(client)


def test_the_order_is_german(client: Client, city: City) -> None:
    for name in ("Zebra", "Äpfel", "Apfelbaum", "ökumene"):
        make_organisation(city.body, name)
    words = listed(client, art="association")
    places = [words.index(name) for name in ("Äpfel", "Apfelbaum", "ökumene", "Zebra")]
    assert places == sorted(places)


def test_dissolved_ones_appear_only_when_asked_for(client: Client, city: City) -> None:
    dissolve_organisation(organisation=city.partner, ended=exact(date(2021, 5, 5)), by=SETUP)
    assert "Hilfswerk" not in listed(client)
    assert "Hilfswerk" in listed(client, bestand="aufgeloest")
    assert "Sportamt" not in listed(client, bestand="aufgeloest")
    assert "Hilfswerk" in listed(client, stand="2021-05-04")


def test_each_filter_narrows_the_list(client: Client, city: City) -> None:
    make_organisation(city.body, "Haus der Begegnung", "welfare", district="Oststadt")
    for parameters in ({"text": "BEGEGNUNG"}, {"stadtteil": "Oststadt"}):
        words = listed(client, **parameters)
        assert "Haus der Begegnung" in words
        assert "Sportamt" not in words
    assert "Sportamt" not in listed(client, art="welfare")


def test_nothing_found_says_what_to_try(client: Client, city: City) -> None:
    assert "Keine Organisation passt zu diesen Filtern." in listed(client, text="gibtesnicht")


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_is_constant(
    client: Client, city: City, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        make_organisation(city.body, f"Verein {place}", parent=city.administration)
    with django_assert_num_queries(QUERIES):
        client.get(ADDRESS)


def test_strangers_see_nothing_of_another_city(client: Client, city: City) -> None:
    stranger = Client()
    sign_in(stranger, make_body(name="Nachbarstadt", key="05999002"), email="stranger@nachbar.example")
    assert "Hilfswerk" not in listed(stranger)
