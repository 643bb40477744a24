"""What has changed about a seat: the forms that clerks fill in, and that nothing of it is lost."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gremienwerk.audit.models import AuditEvent
from gremienwerk.committees.actions import appoint, correct_membership, delegate
from gremienwerk.committees.models import Committee, Membership, Representative, Role
from gremienwerk.core.dates import Precision
from gremienwerk.organisations.actions import register_person
from tests.support.cast import SETUP, City, make_city, make_committee, make_organisation
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
QUERIES = 7


@pytest.fixture
def city(client: Client) -> City:
    city = make_city()
    sign_in(client, city.body)
    return city


@pytest.fixture
def committee(city: City) -> Committee:
    return make_committee(city.body, "AG Sprache")


@pytest.fixture
def seat(city: City, committee: Committee) -> Membership:
    return appoint(
        committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2024, 1, 1), by=SETUP
    )


def address(committee: Committee, rest: str = "") -> str:
    return f"/desk/gremien/{committee.uid}/sitze/{rest}"


def seen(client: Client, path: str) -> str:
    """The hidden field by which a form says what it rests on."""
    found = re.search(r'name="seen" value="(\w+)"', client.get(path).content.decode())
    assert found
    return found.group(1)


def test_the_page_tells_what_may_have_happened_to_each_seat(
    client: Client, committee: Committee, seat: Membership
) -> None:
    html = client.get(address(committee)).content.decode()
    words = words_of(html)
    assert "Hilfswerk Musterstadt e. V. Mitglied seit 1. Januar 2024" in words
    for step in ("wechsel", "ende", "berichtigung", "vertretung"):
        assert f'href="{address(committee, f"{seat.uid}/{step}/")}"' in html
    assert "Frühere Sitze" not in words


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_database_as_often_for_one_seat_as_for_three(
    client: Client,
    city: City,
    committee: Committee,
    number: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for place in range(number):
        one = appoint(
            committee=committee,
            organisation=make_organisation(city.body, f"Verein {place}"),
            role=Role.MEMBER,
            on=None,
            by=SETUP,
        )
        person = register_person(body=city.body, family_name=f"Muster {place}", by=SETUP)
        delegate(membership=one, person=person, on=None, by=SETUP)
    with django_assert_num_queries(QUERIES):
        client.get(address(committee))


def test_somebody_comes_in_a_month(client: Client, city: City, committee: Committee) -> None:
    given = {
        "organisation": str(city.partner.uid),
        "role": "advisory",
        "seats": "2",
        "voting": "no",
        "since": "März 2026",
        "why": "Schreiben vom 3.2.2026",
    }
    response = client.post(address(committee, "neu/"), given, follow=True)
    assert "Der Sitz ist eingetragen: seit März 2026." in words_of(response.content)
    stored = Membership.objects.get()
    assert (stored.role, stored.seats, stored.voting) == ("advisory", 2, False)
    assert (stored.valid_from, stored.from_precision) == (date(2026, 3, 1), "month")
    event = AuditEvent.objects.get(action="committees.appoint")
    assert (event.why, event.actor_name) == ("Schreiben vom 3.2.2026", "Kim Muster")


def test_what_was_typed_stays_and_the_wrong_field_is_named(
    client: Client, city: City, committee: Committee
) -> None:
    given = {
        "organisation": str(city.partner.uid),
        "role": "lead",
        "seats": "0",
        "since": "irgendwann",
        "why": "Beschluss",
    }
    response = client.post(address(committee, "neu/"), given)
    html = response.content.decode()
    assert response.status_code == 400
    assert "Bitte korrigieren Sie 2 Angaben." in words_of(html)
    assert 'href="#id_seats"' in html
    assert 'aria-describedby="id_since-hinweis id_since-fehler"' in html
    assert f'<option value="{city.partner.uid}" selected' in html
    assert 'value="irgendwann"' in html
    assert 'value="Beschluss"' in html
    assert not Membership.objects.exists()


def test_what_the_register_refuses_stands_beside_its_field(
    client: Client, city: City, committee: Committee, seat: Membership
) -> None:
    given = {"organisation": str(city.partner.uid), "role": "member", "seats": "1", "since": "1.1.2025"}
    response = client.post(address(committee, "neu/"), given)
    assert response.status_code == 400
    assert "Organisation: „Hilfswerk Musterstadt e. V.“ hat in dieser Zeit schon einen Sitz" in words_of(
        response.content
    )


def test_a_seat_goes_over_and_both_times_stay(
    client: Client, city: City, committee: Committee, seat: Membership
) -> None:
    path = address(committee, f"{seat.uid}/wechsel/")
    given = {"organisation": str(city.team.uid), "on": "2026-03-01", "why": "", "seen": seen(client, path)}
    response = client.post(path, given, follow=True)
    assert "Der Sitz wechselt am 1. März 2026." in words_of(response.content)
    rows = Membership.objects.order_by("valid_from").values_list("organisation", "valid_from", "valid_until")
    assert list(rows) == [
        (city.partner.pk, date(2024, 1, 1), date(2026, 3, 1)),
        (city.team.pk, date(2026, 3, 1), None),
    ]


def test_a_seat_cannot_go_over_to_who_has_it(
    client: Client, city: City, committee: Committee, seat: Membership
) -> None:
    given = {"organisation": str(city.partner.uid), "on": "2026-03-01"}
    response = client.post(address(committee, f"{seat.uid}/wechsel/"), given)
    assert "hat diesen Sitz schon" in words_of(response.content)
    assert Membership.objects.count() == 1


def test_a_seat_ends_with_its_last_day(client: Client, committee: Committee, seat: Membership) -> None:
    response = client.post(
        address(committee, f"{seat.uid}/ende/"), {"last": "31.12.2025", "why": ""}, follow=True
    )
    assert "Letzter Tag: 31. Dezember 2025." in words_of(response.content)
    assert "Frühere Sitze" in words_of(response.content)
    seat.refresh_from_db()
    assert (seat.valid_until, seat.until_precision) == (date(2026, 1, 1), "day")


def test_a_correction_needs_a_reason_and_keeps_days_that_were_left_alone(
    client: Client, city: City, committee: Committee
) -> None:
    seat = appoint(
        committee=committee,
        organisation=city.partner,
        role=Role.MEMBER,
        on=date(2021, 6, 15),
        on_precision=Precision.MONTH,
        by=SETUP,
    )
    path = address(committee, f"{seat.uid}/berichtigung/")
    given = {
        "organisation": str(city.partner.uid),
        "role": "lead",
        "seats": "1",
        "voting": "",
        "since": "Juni 2021",
        "last": "",
        "why": "",
    }
    response = client.post(path, given)
    assert "Bitte kurz sagen, was falsch war." in words_of(response.content)
    response = client.post(path, given | {"why": "Rolle verwechselt"}, follow=True)
    assert "Der Eintrag ist berichtigt." in words_of(response.content)
    seat.refresh_from_db()
    assert (seat.role, seat.valid_from, seat.from_precision) == ("lead", date(2021, 6, 15), "month")


def test_a_save_in_between_is_refused_with_both_versions_and_what_was_typed(
    client: Client, city: City, committee: Committee, seat: Membership
) -> None:
    path = address(committee, f"{seat.uid}/berichtigung/")
    given = {
        "organisation": str(city.partner.uid),
        "role": "lead",
        "seats": "1",
        "voting": "",
        "since": "1. Januar 2024",
        "last": "",
        "why": "Rolle verwechselt",
        "seen": seen(client, path),
    }
    correct_membership(membership=seat, seats=4, why="Zählfehler", by=SETUP)
    response = client.post(path, given)
    words = words_of(response.content)
    assert response.status_code == 400
    assert "inzwischen von anderer Seite geändert" in words
    assert "Zahl der Sitze 4 1" in words
    assert "Rolle Mitglied Federführung" in words
    assert 'value="Rolle verwechselt"' in response.content.decode()
    seat.refresh_from_db()
    assert (seat.role, seat.seats) == ("member", 4)
    renewed = re.search(r'name="seen" value="(\w+)"', response.content.decode())
    assert renewed
    assert client.post(path, given | {"seen": renewed.group(1)}).status_code == 302
    seat.refresh_from_db()
    assert (seat.role, seat.seats) == ("lead", 1)


def test_a_new_person_comes_and_goes(client: Client, committee: Committee, seat: Membership) -> None:
    given = {"given_name": "Ada", "family_name": "Muster", "position": "first", "on": "2026-01-01"}
    client.post(address(committee, f"{seat.uid}/vertretung/neu/"), given)
    filled = Representative.objects.get()
    assert str(filled) == "Ada Muster (Vertretung)"
    assert "Ada Muster (Vertretung, seit 1. Januar 2026)" in words_of(client.get(address(committee)).content)
    response = client.post(
        address(committee, f"{seat.uid}/vertretung/{filled.uid}/"), {"last": "2026-06-30"}, follow=True
    )
    assert "Das Ende der Vertretung ist eingetragen." in words_of(response.content)
    filled.refresh_from_db()
    assert filled.valid_until == date(2026, 7, 1)
    seat.refresh_from_db()
    assert seat.valid_until is None


def test_a_person_who_fills_the_seat_already_is_not_entered_twice(
    client: Client, city: City, committee: Committee, seat: Membership
) -> None:
    person = register_person(body=city.body, family_name="Muster", by=SETUP)
    delegate(membership=seat, person=person, on=None, by=SETUP)
    given = {"person": str(person.uid), "position": "deputy", "on": ""}
    response = client.post(address(committee, f"{seat.uid}/vertretung/"), given)
    assert response.status_code == 400
    assert "füllt den Sitz in dieser Zeit schon aus" in words_of(response.content)
