"""Distribution lists: each address once, the office where no person has one, and files that mail programs read."""

from __future__ import annotations

import csv
import io
from datetime import date
from urllib.parse import unquote

import pytest
import vobject
from django.test import Client
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from gremienwerk.audit.change import change
from gremienwerk.committees.actions import appoint, delegate
from gremienwerk.committees.address_files import LONGEST_LINK, as_csv, as_vcards, mail_links
from gremienwerk.committees.models import Committee, Representative, Role
from gremienwerk.committees.queries.distribution import Recipient, recipients_of
from gremienwerk.organisations.actions import register_person
from gremienwerk.organisations.models import ContactPoint, Organisation, Person
from tests.support.cast import SETUP, City, make_city, make_committee, make_topic
from tests.support.pages import sign_in, words_of

START = date(2020, 1, 1)
FIRST, DEPUTY = Representative.Position.FIRST, Representative.Position.DEPUTY


def make_person(city: City, name: str, email: str = "") -> Person:
    return register_person(body=city.body, family_name=name, given_name="Ada", email=email, by=SETUP)


def make_point(organisation: Organisation, email: str) -> None:
    with change(by=SETUP, body=organisation.body_id) as made:
        point = ContactPoint(
            body=organisation.body, organisation=organisation, function="Geschäftsstelle", email=email
        )
        made.create(point, action="test")


def fill(city: City, committee: Committee) -> None:
    """A seat with a person and her deputy, one with an office, one with neither."""
    lead = appoint(committee=committee, role=Role.LEAD, organisation=city.ressort, on=START, by=SETUP)
    delegate(membership=lead, person=make_person(city, "Öz", "Oez@stadt.example"), on=START, by=SETUP)
    deputy = make_person(city, "Berg", "berg@stadt.example")
    delegate(membership=lead, person=deputy, on=START, position=DEPUTY, by=SETUP)
    office = appoint(committee=committee, role=Role.MEMBER, organisation=city.partner, on=START, by=SETUP)
    delegate(membership=office, person=make_person(city, "Stumm"), on=START, by=SETUP)
    make_point(city.partner, "office@hilfswerk.example")
    appoint(committee=committee, role=Role.MEMBER, organisation=city.ministry, on=START, by=SETUP)


@pytest.mark.django_db
def test_a_list_names_persons_or_their_office_and_who_has_no_address() -> None:
    city = make_city()
    fill(city, committee := make_committee(city.body, "Runder Tisch"))
    found = recipients_of(body=city.body.pk, committees=[committee.pk], on=localdate())
    assert [(one.name, one.organisation, one.email) for one in found] == [
        ("Ada Öz", "Ressort 204 Integration", "Oez@stadt.example"),
        ("Geschäftsstelle", "Hilfswerk Musterstadt e. V.", "office@hilfswerk.example"),
        ("", "Ministerium für Teilhabe", ""),
    ]
    wider = recipients_of(body=city.body.pk, committees=[committee.pk], on=localdate(), with_deputies=True)
    assert "berg@stadt.example" in {one.email for one in wider}
    assert recipients_of(body=city.body.pk, committees=[committee.pk], on=date(2019, 1, 1)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_an_address_stands_once_for_all_committees_of_a_topic(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    city = make_city()
    topic = make_topic(city.body)
    committees = [make_committee(city.body, f"Kreis {place}") for place in range(number)]
    person = make_person(city, "Öz", "oez@stadt.example")
    for committee in committees:
        committee.topics.add(topic)
        seat = appoint(committee=committee, role=Role.LEAD, organisation=city.ressort, on=START, by=SETUP)
        delegate(membership=seat, person=person, on=START, by=SETUP)
    with django_assert_num_queries(3):
        found = recipients_of(body=city.body.pk, committees=[one.pk for one in committees], on=localdate())
    assert [one.committees for one in found] == [tuple(f"Kreis {place}" for place in range(number))]
    sign_in(client, city.body)
    said = words_of(client.get(f"/desk/themen/{topic.uid}/verteiler/").content)
    assert f"Verteiler: {topic.name} 1 Adresse." in said


@pytest.mark.django_db
def test_the_page_gives_the_addresses_as_blind_copies_and_as_files(client: Client) -> None:
    city = make_city()
    fill(city, committee := make_committee(city.body, "Runder Tisch"))
    sign_in(client, city.body)
    address = f"/desk/gremien/{committee.uid}/verteiler/"
    page = client.get(address, {"stellvertretungen": "ja"}).content.decode()
    assert 'href="mailto:?bcc=berg@stadt.example,Oez@stadt.example,office@hilfswerk.example"' in page
    assert "berg@stadt.example; Oez@stadt.example; office@hilfswerk.example" in page
    table = client.get(address, {"format": "csv"})
    assert table["Content-Disposition"] == 'attachment; filename="verteiler-runder-tisch.csv"'
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[4] for row in rows] == ["E-Mail", "Oez@stadt.example", "office@hilfswerk.example", ""]
    assert client.get(address, {"format": "xml"}).status_code == 404


def recipient(email: str, name: str = "Öz, Ada; Dr.") -> Recipient:
    return Recipient(name, "Öz; Dr.", "Ada", "=Verein", email, "+49 202 1", ("Mitglied",), ("Runder Tisch",))


def test_a_long_list_becomes_several_links_without_losing_an_address() -> None:
    people = [recipient(f"nummer+{place}@verein.example") for place in range(200)]
    links = mail_links(recipients=people)
    assert len(links) > 1
    assert max(len(link) for link, _number in links) <= LONGEST_LINK
    assert sum(number for _link, number in links) == 200
    sent = [unquote(a) for link, _n in links for a in link.removeprefix("mailto:?bcc=").split(",")]
    assert sent == [one.email for one in people]


def test_cards_and_rows_keep_what_has_a_meaning_in_their_format() -> None:
    people = [recipient("oez@verein.example")]
    card = vobject.readOne(as_vcards(recipients=people).decode())
    assert (card.n.value.family, card.fn.value, card.org.value) == (
        "Öz; Dr.",
        "Öz, Ada; Dr., =Verein",
        ["=Verein"],
    )
    assert (card.email.value, card.tel.value, card.version.value) == (
        "oez@verein.example",
        "+49 202 1",
        "3.0",
    )
    assert b"'=Verein;oez@verein.example;+49 202 1;" in as_csv(recipients=people)
