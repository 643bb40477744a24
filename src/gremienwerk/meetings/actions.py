"""Recording meetings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import Committee
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.meetings.models import Meeting
from gremienwerk.organisations.rules import require_editor


def record_meeting(
    *,
    body: Body,
    committees: Iterable[Committee],
    starts_at: datetime,
    by: Actor,
    state: Meeting.State = Meeting.State.SCHEDULED,
    **fields: Any,
) -> Meeting:
    """Enter a meeting of one or several committees.

    Args:
        body: whose register.
        committees: who meets; several for a joint meeting.
        starts_at: beginning, with time zone.
        by: who enters it.
        state: where in its life it is.
        fields: any further plain field of ``Meeting``.

    Raises:
        UserFacingError: without a committee, or if a committee belongs to another body.
    """
    require_editor(actor=by, body=body.pk)
    met = list(committees)
    if not met or any(committee.body_id != body.pk for committee in met):
        raise UserFacingError("Bitte mindestens ein Gremium dieser Körperschaft wählen.", field="committees")
    with change(by=by, body=body.pk) as made:
        meeting = Meeting(body=body, starts_at=starts_at, state=state, **fields)
        made.create(meeting, action="meetings.record")
        meeting.committees.set(met)
    return meeting
