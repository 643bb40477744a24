"""Meetings are recorded, confirmed, moved, cancelled and held."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import Committee
from gremienwerk.committees.rules import require_work
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.meetings.models import Meeting, MeetingMove
from gremienwerk.meetings.rules import require_open, require_order


def record_meeting(
    *,
    body: Body,
    committees: Iterable[Committee],
    starts_at: datetime,
    by: Actor,
    at: datetime | None = None,
    state: Meeting.State = Meeting.State.SCHEDULED,
    **fields: Any,
) -> Meeting:
    """Enter a meeting of one or several committees.

    Args:
        body: whose register.
        committees: who meets; several for a joint meeting.
        starts_at: beginning, with time zone.
        by: who enters it.
        at: when it is entered; None if that does not matter to anybody who has subscribed.
        state: where in its life it is.
        fields: any further plain field of ``Meeting``.

    Raises:
        NotAllowed: if the actor does not work for one of the committees.
        UserFacingError: without a committee, if a committee belongs to another body, or if it ends before it
            begins.
    """
    met = list(committees)
    for committee in met:
        require_work(actor=by, committee=committee)
    if not met or any(committee.body_id != body.pk for committee in met):
        raise UserFacingError("Bitte mindestens ein Gremium dieser Körperschaft wählen.", field="committees")
    require_order(starts_at=starts_at, ends_at=fields.get("ends_at"))
    with change(by=by, body=body.pk) as made:
        meeting = Meeting(body=body, starts_at=starts_at, state=state, changed_at=at, **fields)
        made.create(meeting, action="meetings.record")
        meeting.committees.set(met)
    return meeting


def confirm_meeting(*, meeting: Meeting, at: datetime, by: Actor) -> None:
    """Make a draft, for example a proposal of the rhythm, a planned meeting.

    Raises:
        UserFacingError: if it is no draft.
    """
    require_open(actor=by, meeting=meeting)
    if meeting.state != Meeting.State.DRAFT:
        raise UserFacingError("Nur ein Entwurf lässt sich bestätigen; diese Sitzung ist schon geplant.")
    with change(by=by, body=meeting.body_id) as made:
        made.update(meeting, action="meetings.confirm", state=Meeting.State.SCHEDULED, changed_at=at)


def move_meeting(
    *,
    meeting: Meeting,
    starts_at: datetime,
    ends_at: datetime | None,
    at: datetime,
    by: Actor,
    reason: str = "",
    place: str | None = None,
) -> MeetingMove:
    """Move a meeting to another time; the one that held before is kept and shown.

    Args:
        meeting: one that lies ahead.
        starts_at: the new beginning, with time zone.
        ends_at: the new end, None if not known.
        at: when it is moved.
        by: who moves it.
        reason: why, for everybody to read.
        place: the new place; None: it stays.

    Raises:
        UserFacingError: if the meeting was held or cancelled, or the time is the same as before.
    """
    require_open(actor=by, meeting=meeting)
    require_order(starts_at=starts_at, ends_at=ends_at)
    if (starts_at, ends_at) == (meeting.starts_at, meeting.ends_at):
        raise UserFacingError("Die Sitzung liegt schon zu dieser Zeit.", field="starts_at")
    with change(by=by, body=meeting.body_id, why=reason) as made:
        move = MeetingMove(
            body_id=meeting.body_id,
            meeting=meeting,
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            place=meeting.place,
            reason=reason,
            moved_at=at,
        )
        made.create(move, action="meetings.keep_time")
        made.update(
            meeting,
            action="meetings.move",
            starts_at=starts_at,
            ends_at=ends_at,
            place=meeting.place if place is None else place,
            sequence=meeting.sequence + 1,
            changed_at=at,
        )
    return move


def cancel_meeting(*, meeting: Meeting, at: datetime, by: Actor, reason: str = "") -> None:
    """Cancel a meeting; it stays in every calendar, marked as cancelled, with the reason for everybody to read.

    Raises:
        UserFacingError: if it was held or cancelled already.
    """
    require_open(actor=by, meeting=meeting)
    with change(by=by, body=meeting.body_id, why=reason) as made:
        made.update(
            meeting,
            action="meetings.cancel",
            state=Meeting.State.CANCELLED,
            cancelled_reason=reason,
            sequence=meeting.sequence + 1,
            changed_at=at,
        )


def hold_meeting(*, meeting: Meeting, at: datetime, by: Actor) -> None:
    """Note that a meeting took place.

    Raises:
        UserFacingError: if it begins only after ``at``, or was held or cancelled already.
    """
    require_open(actor=by, meeting=meeting)
    if meeting.starts_at > at:
        raise UserFacingError("Diese Sitzung hat noch nicht begonnen.")
    with change(by=by, body=meeting.body_id) as made:
        made.update(meeting, action="meetings.hold", state=Meeting.State.HELD, changed_at=at)
