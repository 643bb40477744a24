"""Who may read what the public wrote, how often somebody may write, and who says when leads are asked."""

from __future__ import annotations

from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import NotAllowed, UserFacingError

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


def may_see_confirmations(*, actor: Actor, body: int) -> bool:
    """Who changes committees sees which wait for an answer; what exactly is decided for each committee."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR, Role.EDITOR, Role.COMMITTEE_OFFICE)


def may_set_reminding(*, actor: Actor, body: int) -> bool:
    """Administrators of the body say when leads are written to; commands may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR)


def require_reminding_setter(*, actor: Actor, body: int) -> None:
    """Refuse everybody else.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_set_reminding(actor=actor, body=body):
        raise NotAllowed("Wann erinnert wird, bestimmt nur die Administration Ihrer Stadt.")
