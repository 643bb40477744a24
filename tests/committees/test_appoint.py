"""Giving seats: what is stored, what is refused, and what the audit record says."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from gremienwerk.audit.change import ChangeRequired, change
from gremienwerk.audit.models import AuditEvent, BodyRevision
from gremienwerk.audit.records import CrossBodyReference
from gremienwerk.committees.actions import (
    Appointment,
    SeatTaken,
    appoint,
    appoint_many,
    correct_membership,
    end_membership,
)
from gremienwerk.committees.models import Membership, Role
from gremienwerk.committees.queries import seats_on
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.rules import NotAllowed
from tests.support.cast import SETUP, City, clerk_of, make_body, make_city, make_committee, make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return make_city()


def test_a_seat_is_stored_with_its_audit_event_and_a_new_revision(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    before = BodyRevision.objects.get(pk=city.body.pk).number
    seat = appoint(
        committee=committee,
        organisation=city.partner,
        role=Role.MEMBER,
        on=date(2024, 1, 1),
        by=clerk_of(city.body),
    )
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.actor_name, event.object_key) == ("committees.appoint", "Kim Clerk", seat.pk)
    assert event.changes["valid_from"] == [None, "2024-01-01"]
    assert BodyRevision.objects.get(pk=city.body.pk).number == before + 1


def test_an_equal_seat_in_the_same_time_is_refused_in_words(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    appoint(committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2024, 1, 1), by=SETUP)
    with pytest.raises(SeatTaken, match="Hilfswerk Musterstadt"):
        appoint(
            committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2025, 1, 1), by=SETUP
        )
    assert Membership.objects.count() == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((None, None), (None, None)),
        ((None, date(2024, 1, 2)), (date(2024, 1, 1), None)),
        ((date(2024, 1, 1), None), (None, date(2024, 1, 2))),
        ((date(2024, 1, 1), date(2024, 6, 1)), (date(2024, 5, 31), date(2024, 7, 1))),
    ],
)
def test_the_database_itself_refuses_overlapping_equal_seats(
    city: City, first: tuple[date | None, date | None], second: tuple[date | None, date | None]
) -> None:
    committee = make_committee(city.body, "AG Sprache")

    def insert(period: tuple[date | None, date | None]) -> None:
        with change(by=SETUP, body=city.body.pk):
            Membership(
                body=city.body,
                committee=committee,
                organisation=city.partner,
                valid_from=period[0],
                valid_until=period[1],
            ).save()

    insert(first)
    with pytest.raises(IntegrityError, match="membership_no_equal_seat"), transaction.atomic():
        insert(second)


def test_a_seat_may_follow_on_the_day_the_former_ends(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    first = appoint(
        committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2024, 1, 1), by=SETUP
    )
    end_membership(membership=first, on=date(2024, 6, 1), by=SETUP)
    appoint(committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2024, 6, 1), by=SETUP)
    on = {
        day: len(seats_on(body=city.body.pk, on=day)[committee.pk])
        for day in (date(2024, 5, 31), date(2024, 6, 1))
    }
    assert on == {date(2024, 5, 31): 1, date(2024, 6, 1): 1}


def test_changing_a_seat_into_an_overlap_is_refused_by_the_database(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    appoint(
        committee=committee,
        organisation=city.partner,
        role=Role.MEMBER,
        on=date(2024, 1, 1),
        until=date(2024, 6, 1),
        by=SETUP,
    )
    second = appoint(
        committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2024, 6, 1), by=SETUP
    )
    with pytest.raises(SeatTaken):
        correct_membership(membership=second, by=SETUP, why="falscher Tag", valid_from=date(2024, 5, 1))
    second.refresh_from_db()
    assert second.valid_from == date(2024, 6, 1)


def test_only_one_chair_at_a_time(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    appoint(committee=committee, organisation=city.partner, role=Role.CHAIR, on=None, by=SETUP)
    with pytest.raises(SeatTaken, match="Vorsitz"):
        appoint(
            committee=committee, organisation=city.ministry, role=Role.CHAIR, on=date(2024, 1, 1), by=SETUP
        )


def test_two_may_lead_together(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    for organisation in (city.ressort, city.partner):
        appoint(committee=committee, organisation=organisation, role=Role.LEAD, on=None, by=SETUP)
    assert len(seats_on(body=city.body.pk, on=date(2024, 1, 1))[committee.pk]) == 2


def test_ending_before_the_beginning_points_to_correcting(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    seat = appoint(
        committee=committee, organisation=city.partner, role=Role.MEMBER, on=date(2024, 6, 1), by=SETUP
    )
    with pytest.raises(UserFacingError, match="Berichtigen"):
        end_membership(membership=seat, on=date(2024, 6, 1), by=SETUP)


def test_many_are_given_all_or_none(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    wanted = [Appointment(committee, organisation=o) for o in (city.partner, city.ministry, city.partner)]
    with pytest.raises(SeatTaken, match=r"^AG Sprache, Hilfswerk Musterstadt e\. V\. \(Mitglied\): "):
        appoint_many(body=city.body, appointments=wanted, by=SETUP)
    assert Membership.objects.count() == 0


def test_a_stranger_may_not_appoint(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    stranger = clerk_of(make_body(name="Andernorts", key="05999002"))
    with pytest.raises(NotAllowed):
        appoint(committee=committee, organisation=city.partner, role=Role.MEMBER, on=None, by=stranger)


def test_a_council_committee_is_read_only_for_users(city: City) -> None:
    committee = make_committee(city.body, "Sozialausschuss", kind="council-committee")
    with pytest.raises(UserFacingError, match="Ratsinformationssystem"):
        appoint(
            committee=committee, organisation=city.partner, role=Role.MEMBER, on=None, by=clerk_of(city.body)
        )


def test_no_seat_for_an_organisation_of_another_body(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    foreign = make_organisation(make_body(name="Andernorts", key="05999002"), "Fremder Verein")
    with pytest.raises(CrossBodyReference):
        appoint(committee=committee, organisation=foreign, role=Role.MEMBER, on=None, by=SETUP)


def test_a_membership_refuses_to_be_saved_outside_a_change(city: City) -> None:
    committee = make_committee(city.body, "AG Sprache")
    with pytest.raises(ChangeRequired):
        Membership(body=city.body, committee=committee, organisation=city.partner).save()
    with pytest.raises(ChangeRequired):
        Membership.objects.update(seats=2)
    with pytest.raises(ChangeRequired):
        Membership.objects.all().delete()


def test_if_the_audit_cannot_be_written_nothing_has_changed(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    committee = make_committee(city.body, "AG Sprache")
    events, revision = AuditEvent.objects.count(), BodyRevision.objects.get(pk=city.body.pk).number

    def fail(*args: object, **kwargs: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("gremienwerk.audit.change.Change.write_events", fail)
    with pytest.raises(OSError, match="disk full"):
        appoint(committee=committee, organisation=city.partner, role=Role.MEMBER, on=None, by=SETUP)
    assert Membership.objects.count() == 0
    assert AuditEvent.objects.count() == events
    assert BodyRevision.objects.get(pk=city.body.pk).number == revision
