"""The pages of the administration: find a person, hand out what is kept, read the preview, erase."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from gremienwerk.committees.actions import appoint, delegate
from gremienwerk.committees.models import Representative
from gremienwerk.committees.models import Role as Seat
from gremienwerk.core.actor import Role
from gremienwerk.organisations.actions import register_person
from gremienwerk.organisations.models import Person
from gremienwerk.privacy.models import Erasure
from tests.support.cast import SETUP, City, make_city, make_committee
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(client: Client, settings: Settings, tmp_path: Path) -> City:
    settings.DATA_DIR = tmp_path
    city = make_city()
    sign_in(client, city.body, role=Role.ADMINISTRATOR)
    return city


def make_person(city: City) -> Person:
    committee = make_committee(city.body, "AG Sprache", goal="Ideen von Yusuf Birnbaum")
    seat = appoint(
        committee=committee, organisation=city.partner, role=Seat.MEMBER, on=date(2020, 1, 1), by=SETUP
    )
    person = register_person(body=city.body, family_name="Birnbaum", given_name="Yusuf", by=SETUP)
    delegate(membership=seat, person=person, on=None, by=SETUP)
    return person


def test_a_person_is_found_previewed_and_erased(city: City, client: Client) -> None:
    person = make_person(city)
    assert "Birnbaum, Yusuf" in words_of(client.get(reverse("privacy:persons"), {"q": "birn"}).content)
    page = reverse("privacy:person", kwargs={"uid": person.uid})
    shown = words_of(client.get(page).content)
    assert f"AG Sprache: {city.partner}" in shown
    assert "Ideen von [gelöscht]" in shown
    refused = client.post(page, {"reason": "Antrag nach Art. 17 DSGVO"})
    assert refused.status_code == 400
    assert "Bitte bestätigen Sie" in words_of(refused.content)
    assert 'value="Antrag nach Art. 17 DSGVO"' in refused.content.decode()
    done = client.post(page, {"reason": "Antrag nach Art. 17 DSGVO", "sure": "on"}, follow=True)
    assert "Die Person ist gelöscht." in words_of(done.content)
    assert "Birnbaum" not in done.content.decode()
    assert not Representative.objects.exists()
    assert Erasure.objects.get().reason == "Antrag nach Art. 17 DSGVO"


def test_the_answer_to_a_person_can_be_read_by_people_and_by_programs(city: City, client: Client) -> None:
    person = make_person(city)
    answer = client.get(reverse("privacy:access", kwargs={"uid": person.uid}))
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert json.loads(archive.read("auskunft.json"))["Entsendungen"][0]["Gremium"] == "AG Sprache"
    page = words_of(archive.read("auskunft.html"))
    assert "Entsendungen Gremium AG Sprache" in page
    assert "no-store" in answer["Cache-Control"]


def test_the_list_asks_the_database_the_same_for_one_and_for_three(city: City, client: Client) -> None:
    counted = []
    for number in (1, 2):
        for _ in range(number):
            register_person(body=city.body, family_name="Birnbaum", by=SETUP)
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("privacy:persons"))
        counted.append(len(asked))
    assert counted[0] == counted[1]
