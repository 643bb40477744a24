"""An organisation gets another name or place by the desk; two clerks at once, and circles, are refused."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from gremienwerk.organisations.actions import move_organisation, rename_organisation
from gremienwerk.organisations.queries import tree_on
from tests.support.cast import SETUP, City, make_city
from tests.support.pages import form_of, sign_in, words_of

pytestmark = pytest.mark.django_db
MARCH, JUNE = date(2027, 3, 1), date(2027, 6, 1)


@pytest.fixture
def city() -> City:
    return make_city()


def test_a_new_name_keeps_the_old_one_and_a_second_clerk_sees_both(client: Client, city: City) -> None:
    sign_in(client, body=city.body)
    address = f"/desk/organisationen/{city.partner.uid}/name/"
    opened = form_of(client.get(address).content)
    same = client.post(address, opened | {"on": "2027-03-01"})
    assert same.status_code == 400
    assert "So heißt die Organisation schon" in words_of(same.content)
    rename_organisation(organisation=city.partner, name="Von anderer Seite", on=date(2024, 1, 1), by=SETUP)
    refused = client.post(address, opened | {"name": "Hilfswerk Neu", "on": "2027-03-01"})
    assert refused.status_code == 400
    assert "inzwischen von anderer Seite geändert" in words_of(refused.content)
    assert form_of(refused.content)["name"] == "Hilfswerk Neu"
    assert "Von anderer Seite" in words_of(refused.content)
    assert client.post(address, form_of(refused.content)).status_code == 302
    city.partner.refresh_from_db()
    assert city.partner.name == "Hilfswerk Neu"
    former = city.partner.former_names.order_by("valid_until").values_list("name", "valid_until")
    assert list(former)[-1] == ("Von anderer Seite", MARCH)


def test_a_move_from_a_day_offers_no_place_below_itself(client: Client, city: City) -> None:
    sign_in(client, body=city.body)
    page = client.get(f"/desk/organisationen/{city.ressort.uid}/stellung/")
    assert str(city.team.uid) not in page.content.decode()
    address = f"/desk/organisationen/{city.team.uid}/stellung/"
    opened = form_of(client.get(address).content)
    stays = client.post(address, opened | {"on": "2027-03-01"})
    assert stays.status_code == 400
    assert "Dort steht die Organisation schon" in words_of(stays.content)
    sent = opened | {"parent": str(city.partner.uid), "on": "2027-03-01", "why": "Neuordnung"}
    assert client.post(address, sent).status_code == 302
    assert city.partner.pk not in tree_on(body=city.body.pk, on=date(2027, 2, 28)).ancestors(city.team.pk)
    assert tree_on(body=city.body.pk, on=MARCH).ancestors(city.team.pk) == [city.partner.pk]


def test_a_circle_that_would_close_later_is_refused_with_its_day(client: Client, city: City) -> None:
    sign_in(client, body=city.body)
    move_organisation(organisation=city.partner, parent=city.team, on=JUNE, by=SETUP)
    address = f"/desk/organisationen/{city.team.uid}/stellung/"
    sent = form_of(client.get(address).content) | {"parent": str(city.partner.uid), "on": "2027-03-01"}
    refused = client.post(address, sent)
    assert refused.status_code == 400
    assert "steht ab 1. Juni 2027 selbst unter" in words_of(refused.content)
