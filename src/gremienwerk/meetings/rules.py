"""Who may enter and change meetings, and what may be done to one in which state of its life."""

from __future__ import annotations

from datetime import datetime

from gremienwerk.committees.rules import may_work_for_committee
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import NotAllowed, UserFacingError
from gremienwerk.meetings.models import Meeting
from gremienwerk.organisations.rules import may_edit_register


def may_change_meeting(*, actor: Actor, meeting: Meeting) -> bool:
    """Editors, and who works for each committee that meets: the office of one does not decide for the others."""
    if may_edit_register(actor=actor, body=meeting.body_id):
        return True
    met = meeting.committees.all()
    return bool(met) and all(may_work_for_committee(actor=actor, committee=committee) for committee in met)


def require_meeting_change(*, actor: Actor, meeting: Meeting) -> None:
    """Refuse actors who may not change the meeting or its minutes.

    Raises:
        NotAllowed: if the actor does not work for one of the committees that meet.
    """
    if not may_change_meeting(actor=actor, meeting=meeting):
        raise NotAllowed(
            "Diese Sitzung ändern nur die Geschäftsstelle, die für alle beteiligten Gremien zuständig ist, "
            "und die Sachbearbeitung."
        )


def require_open(*, actor: Actor, meeting: Meeting) -> None:
    """Refuse to move, cancel or hold a meeting whose life is over.

    Raises:
        NotAllowed: if the actor may not change the meeting.
        UserFacingError: if the meeting was held or cancelled.
    """
    require_meeting_change(actor=actor, meeting=meeting)
    if not meeting.is_open:
        raise UserFacingError(
            f"Diese Sitzung hat den Stand „{meeting.get_state_display()}“ und lässt sich nicht mehr ändern."
        )


def require_order(*, starts_at: datetime, ends_at: datetime | None) -> None:
    """Refuse an end that does not lie after the beginning; None is an end that nobody knows.

    Raises:
        UserFacingError: for the field of the end.
    """
    if ends_at is not None and ends_at <= starts_at:
        raise UserFacingError("Das Ende muss nach dem Beginn liegen.", field="ends_at")
