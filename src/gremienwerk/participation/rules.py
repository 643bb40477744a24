"""Who may read what the public wrote, and how often somebody may write."""

from __future__ import annotations

from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import UserFacingError

#: Messages that one sender may send on a day, and that a body takes in an hour from everybody.
PER_SENDER_AND_DAY = 5
PER_BODY_AND_HOUR = 100


def may_read_feedback(*, actor: Actor, body: int) -> bool:
    """Editors and administrators of the body may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR, Role.EDITOR)


def require_room(*, of_sender: int, of_body: int) -> None:
    """Refuse a message beyond the limits.

    Args:
        of_sender: how many this sender has sent today.
        of_body: how many the body has received in the last hour.

    Raises:
        UserFacingError: with a German message that says what to do.
    """
    if of_sender >= PER_SENDER_AND_DAY or of_body >= PER_BODY_AND_HOUR:
        raise UserFacingError(
            "Wir haben gerade sehr viele Nachrichten bekommen und nehmen hier heute keine weitere an. "
            "Bitte rufen Sie uns an oder schreiben Sie eine E-Mail; die Adresse steht im Impressum."
        )
