"""What people without an account may do: so far, say what hinders them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor, ActorKind
from gremienwerk.core.errors import NotAllowed
from gremienwerk.participation.models import Feedback
from gremienwerk.participation.queries import sent_since
from gremienwerk.participation.rules import may_read_feedback, require_room

PUBLIC = Actor(kind=ActorKind.SYSTEM, name="Öffentlichkeit")


def give_feedback(
    *, body: Body, page: str, language: str, text: str, name: str, email: str, sender_mark: str, now: datetime
) -> Feedback:
    """Take a message from somebody without an account.

    ``page`` is the address of the page it is about, empty if it is about none; ``language`` the code of the
    language in which the site was read; ``sender_mark`` tells senders of a day apart without saying who they are.

    Raises:
        UserFacingError: if too many messages came.
    """
    require_room(
        of_sender=sent_since(body=body.pk, since=now - timedelta(days=1), sender_mark=sender_mark),
        of_body=sent_since(body=body.pk, since=now - timedelta(hours=1)),
    )
    with change(by=PUBLIC, body=body.pk) as made:
        given = Feedback(
            body=body,
            page=page,
            language=language,
            text=text,
            name=name,
            email=email,
            sender_mark=sender_mark,
        )
        made.create(given, action="participation.give_feedback")
    return given


def settle_feedback(*, feedback: Feedback, on: date, by: Actor) -> None:
    """Note that a message has been dealt with, and forget who wrote it.

    Raises:
        NotAllowed: if the actor may not.
    """
    _require_reader(by, feedback)
    with change(by=by, body=feedback.body_id) as made:
        made.update(
            feedback, action="participation.settle_feedback", settled_on=on, name="", email="", sender_mark=""
        )


def remove_feedback(*, feedback: Feedback, by: Actor) -> None:
    """Remove a message, for example advertising.

    Raises:
        NotAllowed: if the actor may not.
    """
    _require_reader(by, feedback)
    with change(by=by, body=feedback.body_id) as made:
        made.remove(feedback, action="participation.remove_feedback")


def _require_reader(by: Actor, feedback: Feedback) -> None:
    if not may_read_feedback(actor=by, body=feedback.body_id):
        raise NotAllowed("Rückmeldungen bearbeitet nur, wer das Register Ihrer Stadt bearbeiten darf.")
