"""The page of an organisation: what it is, where it stands, where it sits."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gremienwerk.committees.actions import appoint, end_membership
from gremienwerk.committees.models import Role
from gremienwerk.core.dates import in_year
from gremienwerk.organisations.actions import add_contact_point, rename_organisation
from gremienwerk.organisations.models import Organisation
from tests.support.cast import SETUP, City, make_body, make_city, make_committee, make_organisation
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
QUERIES = 20


@pytest.fixture
def city(client: Client) -> City:
    city = make_city()
    sign_in(client, city.body)
    return city


def page(client: Client, organisation: Organisation, **parameters: str) -> str:
    response = client.get(f"/desk/organisationen/{organisation.uid}/", parameters)
    assert response.status_code == 200
    return words_of(response.content)


def test_seats_are_those_of_the_day(client: Client, city: City) -> None:
    committee = make_committee(city.body, "Runder Tisch")
    seat = appoint(
        committee=committee, role=Role.MEMBER, on=date(2021, 1, 1), organisation=city.partner, by=SETUP
    )
    end_membership(membership=seat, on=date(2023, 1, 1), by=SETUP)
    assert "Runder Tisch Mitglied" in page(client, city.partner, stand="2022-12-31")
    assert "Am 1. Januar 2023 ist kein eigener Sitz" in page(client, city.partner, stand="2023-01-01")


def test_seats_of_units_below_are_shown_apart(client: Client, city: City) -> None:
    committee = make_committee(city.body, "Runder Tisch")
    appoint(committee=committee, role=Role.SECRETARIAT, on=date(2021, 1, 1), organisation=city.team, by=SETUP)
    words = page(client, city.ressort)
    assert "Eine weitere Rolle nimmt eine nachgeordnete Stelle wahr." in words
    assert "Team Ehrenamt Runder Tisch Geschäftsführung" in words


def test_the_tree_names_what_is_above_and_below(client: Client, city: City) -> None:
    words = page(client, city.ressort)
    assert "Gehört zu Stadt Musterstadt." in words
    assert "Stadt Musterstadt Ressort 204 Integration Team Ehrenamt" in words


def test_the_name_is_that_of_the_day_and_former_names_are_listed(client: Client, city: City) -> None:
    rename_organisation(organisation=city.partner, name="Hilfswerk Neu e. V.", on=date(2022, 7, 1), by=SETUP)
    assert "Hilfswerk Musterstadt e. V. (bis 30. Juni 2022)" in page(client, city.partner)
    assert (
        "Hilfswerk Neu"
        not in page(client, city.partner, stand="2022-06-30").split("Frühere und andere Namen")[0]
    )


def test_life_and_contact_are_told_in_words(client: Client, city: City) -> None:
    verein = make_organisation(city.body, "Brücke e. V.", founded=in_year(1998))
    add_contact_point(organisation=verein, function="Geschäftsstelle", email="info@bruecke.example", by=SETUP)
    words = page(client, verein)
    assert "Gegründet im Jahr 1998." in words
    assert "Geschäftsstelle info@bruecke.example" in words
    assert "Noch nicht bestätigt." in words


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_is_constant(
    client: Client, city: City, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        committee = make_committee(city.body, f"Kreis {place}")
        appoint(
            committee=committee, role=Role.MEMBER, on=date(2021, 1, 1), organisation=city.ressort, by=SETUP
        )
        appoint(committee=committee, role=Role.MEMBER, on=date(2021, 1, 1), organisation=city.team, by=SETUP)
    with django_assert_num_queries(QUERIES):
        client.get(f"/desk/organisationen/{city.ressort.uid}/")


def test_strangers_get_no_page(client: Client, city: City) -> None:
    stranger = Client()
    sign_in(stranger, make_body(name="Nachbarstadt", key="05999002"), email="stranger@nachbar.example")
    response = stranger.get(f"/desk/organisationen/{city.partner.uid}/")
    assert response.status_code == 404
    assert "Hilfswerk" not in words_of(response.content)
