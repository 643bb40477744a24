"""Somebody leaves or is absent: another person fills all their seats, as the preview shows, all or none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from gremienwerk.committees.actions import appoint, delegate, hand_over_person
from gremienwerk.committees.models import Membership, Representative, Role
from gremienwerk.committees.queries.person_handover import person_handover
from gremienwerk.core.errors import ChangedMeanwhile, UserFacingError
from gremienwerk.organisations.actions import register_person
from gremienwerk.organisations.models import Person
from tests.support.cast import SETUP, City, make_city, make_committee
from tests.support.pages import form_of, sign_in, words_of

pytestmark = pytest.mark.django_db
START, MARCH, MAY = date(2020, 1, 1), date(2027, 3, 1), date(2027, 5, 1)


@pytest.fixture
def city() -> City:
    return make_city()


def make_person(city: City, name: str) -> Person:
    return register_person(body=city.body, family_name=name, by=SETUP)


def seat(city: City, name: str, *, kind: str = "working-group") -> Membership:
    committee = make_committee(city.body, name, kind=kind)
    return appoint(committee=committee, organisation=city.team, role=Role.MEMBER, on=START, by=SETUP)


def periods(membership: Membership) -> list[tuple[str, date | None, date | None]]:
    rows = Representative.objects.filter(membership=membership).order_by("valid_from", "pk")
    return [(str(row.person), row.valid_from, row.valid_until) for row in rows.select_related("person")]


def test_after_an_absence_the_person_fills_the_seats_again(city: City) -> None:
    absent, other = make_person(city, "Öz"), make_person(city, "Berg")
    open_seat, ending, shared = seat(city, "AG Arbeit"), seat(city, "AG Bau"), seat(city, "AG Chor")
    delegate(membership=open_seat, person=absent, on=START, by=SETUP)
    delegate(membership=ending, person=absent, on=START, until=date(2027, 4, 1), by=SETUP)
    delegate(membership=shared, person=absent, on=START, by=SETUP)
    delegate(membership=shared, person=other, on=START, by=SETUP)
    hand_over_person(person=absent, successor=other, on=MARCH, until=MAY, by=SETUP)
    assert periods(open_seat) == [("Öz", START, MARCH), ("Berg", MARCH, MAY), ("Öz", MAY, None)]
    assert periods(ending) == [("Öz", START, MARCH), ("Berg", MARCH, date(2027, 4, 1))]
    assert periods(shared) == [("Öz", START, MARCH), ("Berg", START, None), ("Öz", MAY, None)]


def test_what_cannot_be_handed_over_stays(city: City) -> None:
    leaving, other = make_person(city, "Öz"), make_person(city, "Berg")
    later = seat(city, "AG Später")
    delegate(membership=later, person=leaving, on=MAY, by=SETUP)
    own = make_committee(city.body, "Beirat")
    appoint(committee=own, person=leaving, role=Role.MEMBER, on=START, by=SETUP)
    with pytest.raises(UserFacingError, match="füllt an diesem Tag keinen Sitz aus"):
        hand_over_person(person=leaving, successor=other, on=MARCH, by=SETUP)
    outcomes = [line.outcome for line in person_handover(person=leaving, successor=other, on=MARCH)]
    assert outcomes == ["later", "stays"]


def test_what_changed_after_the_preview_is_not_handed_over(city: City) -> None:
    leaving, other = make_person(city, "Öz"), make_person(city, "Berg")
    first = seat(city, "AG Arbeit")
    delegate(membership=first, person=leaving, on=START, by=SETUP)
    with pytest.raises(ChangedMeanwhile):
        hand_over_person(person=leaving, successor=other, on=MARCH, by=SETUP, seen="other")
    assert periods(first) == [("Öz", START, None)]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_three_queries(
    city: City, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    leaving, other = make_person(city, "Öz"), make_person(city, "Berg")
    for place in range(number):
        delegate(membership=seat(city, f"AG {place}"), person=leaving, on=START, by=SETUP)
    with django_assert_num_queries(3):
        lines = person_handover(person=leaving, successor=other, on=MARCH)
        assert [str(line.membership.organisation) for line in lines] == ["Team Ehrenamt"] * number


def test_the_page_shows_the_list_then_the_preview_then_does_it(client: Client, city: City) -> None:
    leaving, other = make_person(city, "Öz"), make_person(city, "Berg")
    first = seat(city, "AG Arbeit")
    delegate(membership=first, person=leaving, on=START, by=SETUP)
    sign_in(client, city.body)
    assert "geht oder fehlt überall" in words_of(
        client.get(f"/desk/gremien/{first.committee.uid}/sitze/").content
    )
    address = f"/desk/personen/{leaving.uid}/uebergabe/"
    assert "Was diese Person heute tut" in words_of(client.get(address).content)
    day = localdate() + timedelta(days=1)
    given = {"successor": str(other.uid), "on": day.isoformat(), "last": localdate().isoformat()}
    refused = client.post(address, given)
    assert refused.status_code == 400
    assert "Der letzte Tag der Abwesenheit liegt vor dem ersten." in words_of(refused.content)
    preview = client.post(address, given | {"last": ""})
    assert "1 Sitz geht über. Noch ist nichts gespeichert." in words_of(preview.content)
    assert periods(first) == [("Öz", START, None)]
    done = client.post(address, form_of(preview.content) | {"uebergeben": "ja"}, follow=True)
    assert "Die Vertretungen sind übergeben." in words_of(done.content)
    assert periods(first) == [("Öz", START, day), ("Berg", day, None)]
