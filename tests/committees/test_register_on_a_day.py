"""Committees as they were on different days, with a constant number of queries."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from gremienwerk.committees.actions import (
    appoint,
    delegate,
    describe_committee,
    end_committee,
    end_membership,
    establish_committee,
    name_initiator,
    pause_committee,
    plan_committee,
    rename_committee,
    replace_member,
    resume_committee,
    subordinate,
)
from gremienwerk.committees.models import Membership, Representative, Role
from gremienwerk.committees.queries import committees_on, completeness_of, history_of, seats_on
from gremienwerk.committees.queries.seats import representatives_on
from gremienwerk.committees.status import Status
from gremienwerk.core.dates import Certainty, Precision, by_end, exact, in_month
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.actions import register_person
from tests.support.cast import SETUP, City, make_city, make_committee

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return make_city()


def test_two_days_give_two_right_tables(city: City) -> None:
    committee = make_committee(city.body, "AG Deutsch", founded=in_month(2021, 6))
    appoint(committee=committee, organisation=city.ressort, role=Role.LEAD, on=date(2021, 6, 1), by=SETUP)
    seat = appoint(
        committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2021, 6, 1), by=SETUP
    )
    end_membership(membership=seat, on=date(2023, 1, 1), by=SETUP)
    appoint(committee=committee, organisation=city.ministry, role=Role.MEMBER, on=date(2023, 1, 1), by=SETUP)
    rename_committee(committee=committee, name="AG Sprache", on=date(2023, 1, 1), by=SETUP)

    def table(day: date) -> list[tuple[str, list[int | None]]]:
        return [
            (c.name, [s.holder.organisation for s in c.seats])
            for c in committees_on(body=city.body.pk, on=day)
        ]

    assert table(date(2021, 5, 1)) == []
    assert table(date(2022, 12, 31)) == [("AG Deutsch", [city.ressort.pk, city.partner.pk])]
    assert table(date(2023, 1, 1)) == [("AG Sprache", [city.ressort.pk, city.ministry.pk])]


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    city: City, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(number):
        committee = make_committee(city.body, f"AG {n}")
        appoint(committee=committee, organisation=city.partner, role=Role.MEMBER, on=None, by=SETUP)
        name_initiator(committee=committee, organisation=city.partner, by=SETUP)
    with django_assert_num_queries(7):
        assert len(committees_on(body=city.body.pk, on=date(2024, 1, 1))) == number


def test_a_planned_committee_without_a_name_is_shown_and_later_overdue(city: City) -> None:
    kind = make_committee(city.body, "AG A").kind
    planned = plan_committee(body=city.body, kind=kind, planned=by_end(date(2022, 12, 31)), by=SETUP)

    def status(day: date) -> Status:
        return next(c.status for c in committees_on(body=city.body.pk, on=day) if c.id == planned.pk)

    assert (status(date(2022, 5, 15)), status(date(2023, 2, 1))) == (Status.PLANNED, Status.OVERDUE)
    facts = committees_on(body=city.body.pk, on=date(2022, 5, 15), only=[planned.pk])[0]
    assert facts.display_name == "Arbeitsgruppe (noch ohne Namen)"
    establish_committee(committee=planned, founded=exact(date(2023, 3, 1)), name="AG B", by=SETUP)
    assert (status(date(2023, 2, 1)), status(date(2023, 3, 1))) == (Status.OVERDUE, Status.ACTIVE)


def test_a_pause_and_its_end(city: City) -> None:
    committee = make_committee(city.body, "AG A", founded=in_month(2020, 1))
    pause_committee(committee=committee, on=date(2021, 1, 1), by=SETUP, reason="Umbau")
    resume_committee(committee=committee, on=date(2021, 6, 1), by=SETUP)
    days = (date(2020, 12, 31), date(2021, 5, 31), date(2021, 6, 1))
    assert [committees_on(body=city.body.pk, on=day)[0].status for day in days] == [
        Status.ACTIVE,
        Status.DORMANT,
        Status.ACTIVE,
    ]
    with pytest.raises(UserFacingError, match=r"ruht am 2\. Juni 2021 nicht"):
        resume_committee(committee=committee, on=date(2021, 6, 2), by=SETUP)


def test_ending_a_committee_ends_its_seats_and_deletes_none(city: City) -> None:
    committee = make_committee(city.body, "AG A", founded=in_month(2020, 1))
    appoint(committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2020, 2, 1), by=SETUP)
    end_committee(committee=committee, ended=exact(date(2023, 3, 31)), by=SETUP)
    assert Membership.objects.get().valid_until == date(2023, 4, 1)
    on = {
        day: len(seats_on(body=city.body.pk, on=day).get(committee.pk, []))
        for day in (date(2023, 3, 31), date(2023, 4, 1))
    }
    assert on == {date(2023, 3, 31): 1, date(2023, 4, 1): 0}


def test_a_seat_known_to_the_month_is_uncertain_in_it(city: City) -> None:
    committee = make_committee(city.body, "AG A")
    appoint(
        committee=committee,
        organisation=city.partner,
        role=Role.MEMBER,
        on=date(2021, 6, 1),
        on_precision=Precision.MONTH,
        by=SETUP,
    )
    seen = [
        seats_on(body=city.body.pk, on=day)[committee.pk][0].certainty
        for day in (date(2021, 6, 15), date(2021, 6, 30))
    ]
    assert seen == [Certainty.UNCERTAIN, Certainty.YES]


def test_a_seat_that_ended_sometime_in_a_year_is_uncertain_in_it(city: City) -> None:
    committee = make_committee(city.body, "AG A")
    seat = appoint(committee=committee, organisation=city.partner, role=Role.MEMBER, on=None, by=SETUP)
    end_membership(membership=seat, on=date(2021, 1, 1), precision=Precision.YEAR, by=SETUP)
    seat.refresh_from_db()
    days = (date(2019, 12, 31), date(2020, 6, 1), date(2021, 1, 1))
    assert [seat.holds(on=day) for day in days] == [Certainty.YES, Certainty.UNCERTAIN, Certainty.NO]


def test_a_handed_over_seat_keeps_its_role_and_number(city: City) -> None:
    committee = make_committee(city.body, "AG A")
    seat = appoint(
        committee=committee,
        organisation=city.partner,
        role=Role.ADVISORY,
        on=None,
        seats=2,
        voting=False,
        by=SETUP,
    )
    other = replace_member(membership=seat, organisation=city.ministry, on=date(2024, 3, 1), by=SETUP)
    assert (other.role, other.seats, other.voting, other.valid_from) == (
        Role.ADVISORY,
        2,
        False,
        date(2024, 3, 1),
    )
    seat.refresh_from_db()
    assert seat.valid_until == date(2024, 3, 1)


def test_who_fills_a_seat_ends_with_it(city: City) -> None:
    committee = make_committee(city.body, "AG A")
    seat = appoint(
        committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2024, 1, 1), by=SETUP
    )
    person = register_person(body=city.body, family_name="Muster", given_name="Mina", by=SETUP)
    delegate(membership=seat, person=person, on=date(2024, 1, 1), by=SETUP)
    end_membership(membership=seat, on=date(2025, 1, 1), by=SETUP)
    assert Representative.objects.get().valid_until == date(2025, 1, 1)
    found = representatives_on(body=city.body.pk, on=date(2024, 6, 1), committee=committee.pk)
    assert [(r.name, r.position) for r in found] == [("Mina Muster", "Vertretung")]
    with pytest.raises(UserFacingError, match="füllt den Sitz"):
        delegate(membership=seat, person=person, on=date(2024, 6, 1), by=SETUP)


def test_several_superordinates_but_no_circle(city: City) -> None:
    top, middle, low = (make_committee(city.body, name) for name in ("A", "B", "C"))
    subordinate(committee=middle, superordinate=top, by=SETUP)
    subordinate(committee=low, superordinate=middle, by=SETUP)
    subordinate(committee=low, superordinate=top, by=SETUP)
    with pytest.raises(UserFacingError, match="steht selbst unter"):
        subordinate(committee=top, superordinate=low, by=SETUP)
    facts = {c.id: c for c in committees_on(body=city.body.pk, on=date(2024, 1, 1))}
    assert {edge.committee for edge in facts[low.pk].superordinates} == {middle.pk, top.pk}


def test_what_is_missing_is_named_and_counted(city: City) -> None:
    committee = make_committee(city.body, "AG A")
    found = completeness_of(committee=committees_on(body=city.body.pk, on=date(2024, 1, 1))[0])
    assert (found.answered, found.percent) == (0, 0)
    appoint(committee=committee, organisation=city.ressort, role=Role.LEAD, on=None, by=SETUP)
    name_initiator(committee=committee, text="Initiative der Stadtteilkonferenz", by=SETUP)
    describe_committee(
        committee=committee, by=SETUP, participants_note="alle Partner", goal="Ziel", focus="Sprache"
    )
    found = completeness_of(committee=committees_on(body=city.body.pk, on=date(2024, 1, 1))[0])
    assert found.answered == 3
    assert {m.question for m in found.missing} == {3, 4, 5}


def test_collective_words_create_no_organisation(city: City) -> None:
    committee = make_committee(city.body, "AG A", participants_note="alle Partner des Verbundprojekts")
    facts = committees_on(body=city.body.pk, on=date(2024, 1, 1))[0]
    assert facts.participants_note == "alle Partner des Verbundprojekts"
    assert committee.memberships.count() == 0


def test_history_tells_who_came_and_went(city: City) -> None:
    committee = make_committee(city.body, "AG Deutsch", founded=in_month(2021, 6))
    seat = appoint(
        committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2021, 7, 1), by=SETUP
    )
    end_membership(membership=seat, on=date(2023, 1, 1), by=SETUP)
    rename_committee(committee=committee, name="AG Sprache", on=date(2022, 1, 1), by=SETUP)
    told = [entry.what for entry in history_of(committee=committee, on=date(2024, 1, 1))]
    assert told == [
        "Hilfswerk Musterstadt e. V. scheidet aus (Mitglied)",
        "umbenannt; bis dahin „AG Deutsch“",
        "Hilfswerk Musterstadt e. V. kommt hinzu (Mitglied)",
        "gegründet",
    ]


def test_another_citys_committees_are_never_among_them(city: City) -> None:
    from tests.support.cast import make_body

    other = make_body(name="Andernorts", key="05999002")
    make_committee(other, "Fremdes Gremium")
    assert committees_on(body=city.body.pk, on=date(2024, 1, 1)) == []
