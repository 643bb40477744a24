"""All seats of a unit go over to another from a day on, as the preview shows, all or none."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gremienwerk.committees.actions import appoint, delegate, end_membership, hand_over_seats
from gremienwerk.committees.models import Membership, Representative, Role
from gremienwerk.committees.queries.handover import handover
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.actions import register_person
from tests.support.cast import SETUP, City, make_city, make_committee
from tests.support.pages import form_of, sign_in, words_of

pytestmark = pytest.mark.django_db
MARCH = date(2027, 3, 1)


@pytest.fixture
def city() -> City:
    return make_city()


def seat(city: City, name: str, role: Role = Role.MEMBER, **times: date | None) -> Membership:
    return appoint(
        committee=make_committee(city.body, name),
        organisation=city.team,
        role=role,
        on=times.get("on"),
        until=times.get("until"),
        by=SETUP,
    )


def test_running_seats_go_over_with_their_people_and_their_end(city: City) -> None:
    chair = seat(city, "AG Arbeit", Role.CHAIR, until=date(2028, 1, 1))
    person = register_person(body=city.body, family_name="Muster", by=SETUP)
    delegate(membership=chair, person=person, on=None, by=SETUP)
    over = seat(city, "AG Früher", until=date(2020, 1, 1))
    hand_over_seats(organisation=city.team, successor=city.youth_office, on=MARCH, by=SETUP)
    new = Membership.objects.get(organisation=city.youth_office)
    assert (new.role, new.valid_from, new.valid_until) == ("chair", MARCH, date(2028, 1, 1))
    chair.refresh_from_db()
    over.refresh_from_db()
    assert (chair.valid_until, over.valid_until) == (MARCH, date(2020, 1, 1))
    filled = Representative.objects.order_by("id").values_list("membership", "valid_from", "valid_until")
    assert list(filled) == [(chair.pk, None, MARCH), (new.pk, MARCH, None)]


def test_where_the_successor_sits_already_the_old_seat_ends(city: City) -> None:
    old = seat(city, "AG Sprache")
    appoint(
        committee=old.committee, organisation=city.youth_office, role=Role.MEMBER, on=None, by=SETUP
    )  # fmt: skip
    later = seat(city, "AG Später", on=date(2027, 6, 1))
    council = appoint(
        committee=make_committee(city.body, "Ausschuss", kind="council-committee"),
        organisation=city.team,
        role=Role.ADVISORY,
        on=None,
        by=SETUP,
    )
    done = hand_over_seats(organisation=city.team, successor=city.youth_office, on=MARCH, by=SETUP)
    assert [(line.membership.pk, line.outcome.value) for line in done] == [
        (later.pk, "later"),
        (old.pk, "ends"),
        (council.pk, "stays"),
    ]
    assert Membership.objects.filter(organisation=city.youth_office).count() == 1
    old.refresh_from_db()
    assert old.valid_until == MARCH


def test_nothing_to_hand_over_is_said(city: City) -> None:
    with pytest.raises(UserFacingError, match="keinen Sitz zu übergeben"):
        hand_over_seats(organisation=city.team, successor=city.youth_office, on=MARCH, by=SETUP)


def test_all_or_none(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    seat(city, "AG Arbeit")
    seat(city, "AG Sprache")
    given: list[object] = []

    def fails_at_the_second(**options: object) -> None:
        if given:
            raise RuntimeError
        given.append(options)

    monkeypatch.setattr("gremienwerk.committees.actions.memberships.appoint", fails_at_the_second)
    with pytest.raises(RuntimeError):
        hand_over_seats(
            organisation=city.team, successor=city.youth_office, on=MARCH, with_people=False, by=SETUP
        )
    assert Membership.objects.filter(valid_until__isnull=True).count() == 2


@pytest.mark.parametrize("number", [1, 3])
def test_the_preview_asks_as_often_for_one_seat_as_for_three(
    city: City, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        seat(city, f"AG {place}")
    with django_assert_num_queries(2):
        handover(organisation=city.team, successor=city.youth_office, on=MARCH)


def test_the_preview_stores_nothing_and_the_second_press_does_it(client: Client, city: City) -> None:
    sign_in(client, city.body)
    seat(city, "AG Sprache")
    path = f"/desk/organisationen/{city.team.uid}/sitze-uebergeben/"
    given = {"successor": str(city.youth_office.uid), "on": "2027-03-01", "with_people": "on"}
    preview = client.post(path, given)
    assert "1 Sitz geht über. Noch ist nichts gespeichert." in words_of(preview.content)
    assert "AG Sprache Mitglied 1 geht über" in words_of(preview.content)
    assert not Membership.objects.filter(organisation=city.youth_office).exists()
    sent = {"uebergeben": "ja", **form_of(preview.content)}
    response = client.post(path, sent, follow=True)
    assert "Die Sitze sind übergeben." in words_of(response.content)
    assert Membership.objects.get(organisation=city.youth_office).valid_from == MARCH


def test_a_preview_that_is_out_of_date_is_shown_anew(client: Client, city: City) -> None:
    sign_in(client, city.body)
    gone = seat(city, "AG Arbeit")
    seat(city, "AG Sprache")
    path = f"/desk/organisationen/{city.team.uid}/sitze-uebergeben/"
    given = {"successor": str(city.youth_office.uid), "on": "2027-03-01", "why": "Neuordnung"}
    sent = {"uebergeben": "ja", **form_of(client.post(path, given).content)}
    end_membership(membership=gone, on=date(2027, 1, 1), by=SETUP)
    response = client.post(path, sent)
    words = words_of(response.content)
    assert response.status_code == 400
    assert "Die Sitze haben sich inzwischen geändert." in words
    assert "1 Sitz geht über." in words
    assert 'value="Neuordnung"' in response.content.decode()
    assert client.post(path, {"uebergeben": "ja", **form_of(response.content)}).status_code == 302
