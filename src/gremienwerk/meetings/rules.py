"""What may be done to a meeting in which state of its life."""

from __future__ import annotations

from datetime import datetime

from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.meetings.models import Meeting
from gremienwerk.organisations.rules import require_editor


def require_open(*, actor: Actor, meeting: Meeting) -> None:
    """Refuse to move, cancel or hold a meeting whose life is over.

    Raises:
        NotAllowed: if the actor may not edit the register.
        UserFacingError: if the meeting was held or cancelled.
    """
    require_editor(actor=actor, body=meeting.body_id)
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
