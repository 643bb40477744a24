"""Meetings are recorded, confirmed, moved, cancelled and held, and everything of it is on record."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from gremienwerk.audit.change import change
from gremienwerk.audit.models import AuditEvent
from gremienwerk.core.actor import Role
from gremienwerk.core.errors import UserFacingError
from gremienwerk.meetings.actions import (
    cancel_meeting,
    confirm_meeting,
    hold_meeting,
    move_meeting,
    record_meeting,
)
from gremienwerk.meetings.models import Meeting, MeetingMove
from gremienwerk.organisations.rules import NotAllowed
from tests.meetings.scene import NOW, moment, plan_meeting, round_table
from tests.support.cast import SETUP, clerk_of, make_city

pytestmark = pytest.mark.django_db


def test_a_moved_meeting_keeps_its_address_and_the_time_it_had() -> None:
    city = make_city()
    meeting = plan_meeting(city, round_table(city))
    uid = meeting.uid

    move_meeting(
        meeting=meeting,
        starts_at=moment(15),
        ends_at=moment(15, hour=18),
        place="Bürgerhaus",
        reason="Der Saal ist belegt.",
        at=NOW,
        by=clerk_of(city.body),
    )

    meeting.refresh_from_db()
    assert (meeting.uid, meeting.starts_at, meeting.place) == (uid, moment(15), "Bürgerhaus")
    assert (meeting.sequence, meeting.changed_at) == (1, NOW)
    move = MeetingMove.objects.get(meeting=meeting)
    assert (move.starts_at, move.place, move.reason) == (moment(8), "Rathaus", "Der Saal ist belegt.")
    assert list(
        AuditEvent.objects.filter(action__startswith="meetings.")
        .order_by("id")
        .values_list("action", flat=True)
    ) == ["meetings.record", "meetings.keep_time", "meetings.move"]


def test_moving_twice_keeps_both_times_and_raises_the_sequence_twice() -> None:
    city = make_city()
    meeting = plan_meeting(city, round_table(city))
    for day in (10, 12):
        move_meeting(meeting=meeting, starts_at=moment(day), ends_at=None, at=NOW, by=SETUP)

    assert meeting.sequence == 2
    assert list(meeting.moves.order_by("id").values_list("starts_at", flat=True)) == [moment(8), moment(10)]


def test_moving_to_the_same_time_or_to_an_end_before_the_beginning_is_refused() -> None:
    city = make_city()
    meeting = plan_meeting(city, round_table(city))

    with pytest.raises(UserFacingError, match="schon zu dieser Zeit"):
        move_meeting(meeting=meeting, starts_at=moment(8), ends_at=moment(8, hour=18), at=NOW, by=SETUP)
    with pytest.raises(UserFacingError, match="nach dem Beginn"):
        move_meeting(meeting=meeting, starts_at=moment(9), ends_at=moment(9), at=NOW, by=SETUP)
    assert not MeetingMove.objects.exists()


def test_a_cancelled_meeting_says_why_and_is_not_touched_again() -> None:
    city = make_city()
    meeting = plan_meeting(city, round_table(city))

    cancel_meeting(meeting=meeting, reason="Erkrankung", at=NOW, by=SETUP)

    meeting.refresh_from_db()
    assert (meeting.state, meeting.cancelled_reason, meeting.sequence) == ("cancelled", "Erkrankung", 1)
    with pytest.raises(UserFacingError, match="abgesagt"):
        move_meeting(meeting=meeting, starts_at=moment(9), ends_at=None, at=NOW, by=SETUP)
    with pytest.raises(UserFacingError, match="abgesagt"):
        cancel_meeting(meeting=meeting, at=NOW, by=SETUP)


def test_a_draft_is_confirmed_once() -> None:
    city = make_city()
    meeting = plan_meeting(city, round_table(city), state=Meeting.State.DRAFT)

    confirm_meeting(meeting=meeting, at=NOW, by=SETUP)

    assert meeting.state == Meeting.State.SCHEDULED
    with pytest.raises(UserFacingError, match="schon geplant"):
        confirm_meeting(meeting=meeting, at=NOW, by=SETUP)


def test_a_meeting_is_held_only_after_it_began() -> None:
    city = make_city()
    meeting = plan_meeting(city, round_table(city))

    with pytest.raises(UserFacingError, match="noch nicht begonnen"):
        hold_meeting(meeting=meeting, at=moment(8) - timedelta(minutes=1), by=SETUP)
    hold_meeting(meeting=meeting, at=moment(8, hour=19), by=SETUP)

    assert meeting.state == Meeting.State.HELD


def test_a_meeting_needs_a_committee_of_its_own_body_and_an_end_after_its_beginning() -> None:
    city, other = make_city(), make_city(key="05999002")
    foreign = round_table(other)

    for committees in ([], [foreign]):
        with pytest.raises(UserFacingError, match="Gremium dieser Körperschaft"):
            record_meeting(body=city.body, committees=committees, starts_at=moment(8), by=SETUP)
    with pytest.raises(UserFacingError, match="nach dem Beginn"):
        plan_meeting(city, round_table(city), ends_at=moment(7))


def test_who_may_not_edit_the_register_changes_no_meeting() -> None:
    city, other = make_city(), make_city(key="05999002")
    meeting = plan_meeting(city, round_table(city))

    for stranger in (clerk_of(city.body, Role.AUDITOR), clerk_of(other.body)):
        with pytest.raises(NotAllowed):
            cancel_meeting(meeting=meeting, at=NOW, by=stranger)
    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.SCHEDULED


@pytest.mark.parametrize(
    "values",
    [{"cancelled_reason": "ohne Absage"}, {"proposed_for": NOW.date()}, {"ends_at": moment(1)}],
    ids=lambda values: next(iter(values)),
)
def test_the_database_refuses_what_contradicts_itself(values: dict[str, object]) -> None:
    city = make_city()
    meeting = plan_meeting(city, round_table(city))

    with (
        pytest.raises(IntegrityError),
        change(by=SETUP, body=city.body.pk),
        transaction.atomic(),
    ):
        Meeting.objects.filter(pk=meeting.pk).update(**values)
