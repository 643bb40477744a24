"""Roles that hold for the whole body, and grants that reach as far as one committee or one unit."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gremienwerk.accounts.actions import create_user
from gremienwerk.accounts.doors import actor_of
from gremienwerk.accounts.models import User
from gremienwerk.audit.models import AuditEvent
from gremienwerk.committees.actions import (
    appoint,
    describe_committee,
    end_membership,
    found_committee,
    grant_committee,
    revoke_committee,
)
from gremienwerk.committees.models import Committee
from gremienwerk.committees.models import Role as SeatRole
from gremienwerk.core.actor import Actor, Role, Scopes
from gremienwerk.core.errors import NotAllowed, UserFacingError
from gremienwerk.meetings.actions import move_meeting, record_meeting
from gremienwerk.organisations.actions import grant_unit, move_organisation, revoke_unit
from tests.support.cast import SETUP, TODAY, City, clerk_of, make_body, make_city, make_committee

pytestmark = pytest.mark.django_db
AT = datetime(2026, 12, 1, 16, tzinfo=UTC)


@pytest.fixture
def city() -> City:
    return make_city()


def user_of(city: City, role: Role = Role.COMMITTEE_OFFICE) -> User:
    return create_user(
        body=city.body, email=f"{role}@example.org", name="Mo Office", role=role, password=None, by=SETUP
    )


def office_of(user: User, committee: Committee) -> Actor:
    grant_committee(user=user, committee=committee, by=SETUP)
    return actor_of(user=user, on=TODAY)


def test_the_office_of_a_committee_changes_it_and_no_other(city: City) -> None:
    own, other = make_committee(city.body, "AG Sprache"), make_committee(city.body, "AG Arbeit")
    office = office_of(user_of(city), own)
    describe_committee(committee=own, goal="Alle lernen Deutsch.", by=office)
    seat = appoint(
        committee=own, organisation=city.partner, role=SeatRole.MEMBER, on=date(2026, 1, 1), by=office
    )
    end_membership(membership=seat, on=date(2026, 6, 1), by=office)
    record_meeting(body=city.body, committees=[own], starts_at=AT, by=office)
    with pytest.raises(NotAllowed, match="AG Arbeit"):
        describe_committee(committee=other, goal="Anders", by=office)
    with pytest.raises(NotAllowed):
        record_meeting(body=city.body, committees=[own, other], starts_at=AT, by=office)
    with pytest.raises(NotAllowed):
        found_committee(body=city.body, kind=own.kind, name="Noch eines", founded=None, by=office)
    own.refresh_from_db()
    assert own.goal == "Alle lernen Deutsch."


def test_a_joint_meeting_is_changed_by_the_office_of_all_who_meet(city: City) -> None:
    own, other = make_committee(city.body, "AG Sprache"), make_committee(city.body, "AG Arbeit")
    meeting = record_meeting(body=city.body, committees=[own, other], starts_at=AT, by=SETUP)
    user = user_of(city)
    later = AT.replace(hour=18)
    with pytest.raises(NotAllowed):
        move_meeting(meeting=meeting, starts_at=later, ends_at=None, at=AT, by=office_of(user, own))
    move_meeting(meeting=meeting, starts_at=later, ends_at=None, at=AT, by=office_of(user, other))
    assert meeting.starts_at == later


def test_a_unit_reaches_all_below_it_on_the_day(city: City) -> None:
    user = user_of(city, Role.UNIT)
    grant_unit(user=user, organisation=city.ressort, by=SETUP)
    move_organisation(organisation=city.team, parent=city.youth_office, on=date(2027, 1, 1), by=SETUP)
    assert actor_of(user=user, on=TODAY).scopes == Scopes(units=frozenset({city.ressort.pk, city.team.pk}))
    assert actor_of(user=user, on=date(2027, 1, 1)).scopes.units == {city.ressort.pk}


def test_what_is_taken_away_is_gone_at_once_and_both_are_on_record(city: City) -> None:
    own, user, unit = make_committee(city.body, "AG Sprache"), user_of(city), user_of(city, Role.UNIT)
    boss = clerk_of(city.body, Role.ADMINISTRATOR)
    revoke_committee(grant=grant_committee(user=user, committee=own, by=boss), by=boss, why="Wechsel")
    revoke_unit(grant=grant_unit(user=unit, organisation=city.team, by=boss), by=boss)
    assert actor_of(user=user, on=TODAY).scopes == actor_of(user=unit, on=TODAY).scopes == Scopes()
    recorded = AuditEvent.objects.filter(actor_kind="user").order_by("pk").values_list("action", "why")
    assert list(recorded) == [
        ("committees.grant", ""),
        ("committees.revoke", "Wechsel"),
        ("organisations.grant_unit", ""),
        ("organisations.revoke_unit", ""),
    ]


def test_granting_twice_changes_nothing(city: City) -> None:
    own, user = make_committee(city.body, "AG Sprache"), user_of(city)
    assert grant_committee(user=user, committee=own, by=SETUP) == grant_committee(
        user=user, committee=own, by=SETUP
    )
    assert grant_unit(user=user, organisation=city.team, by=SETUP) == grant_unit(
        user=user, organisation=city.team, by=SETUP
    )


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.EDITOR, Role.ADMINISTRATOR])
def test_nothing_is_granted_that_could_not_take_effect(city: City, role: Role) -> None:
    own = make_committee(city.body, "AG Sprache")
    with pytest.raises(UserFacingError):
        grant_committee(user=user_of(city, role), committee=own, by=SETUP)


def test_a_grant_sleeps_while_the_role_only_reads(city: City) -> None:
    own, user = make_committee(city.body, "AG Sprache"), user_of(city)
    grant_committee(user=user, committee=own, by=SETUP)
    User.objects.filter(pk=user.pk).update(role=Role.AUDITOR.value)
    assert actor_of(user=User.objects.get(pk=user.pk), on=TODAY).scopes == Scopes()


def test_users_of_another_body_and_locked_ones_are_granted_nothing(city: City) -> None:
    own, user = make_committee(city.body, "AG Sprache"), user_of(city)
    stranger = create_user(
        body=make_body(name="Andernorts", key="05999009"),
        email="x@example.org",
        name="X",
        role=Role.UNIT,
        password=None,
        by=SETUP,
    )
    with pytest.raises(UserFacingError, match="anderen"):
        grant_committee(user=stranger, committee=own, by=SETUP)
    User.objects.filter(pk=user.pk).update(is_active=False)
    with pytest.raises(UserFacingError, match="gesperrt"):
        grant_unit(user=User.objects.get(pk=user.pk), organisation=city.team, by=SETUP)


def test_a_role_that_this_version_does_not_know_is_no_role(city: City) -> None:
    user = user_of(city)
    user.role = "emperor"
    assert actor_of(user=user, on=TODAY).roles == frozenset()
