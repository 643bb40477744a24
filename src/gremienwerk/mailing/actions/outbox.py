"""Messages enter the outbox inside the change that causes them; people decide about those that are stuck."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from gremienwerk.audit.change import OtherBody, change, current_change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.mailing.letters import Letter, marked_up, write
from gremienwerk.mailing.models import Message, sender_of
from gremienwerk.mailing.rules import require_mail_keeper


class Receiver(NamedTuple):
    """Whom a message goes to; ``language`` is the code of the language they are written to in."""

    address: str
    name: str = ""
    language: str = "de"


def queue_message(
    *,
    body: Body,
    to: Receiver,
    letter: Letter,
    purpose: str,
    at: datetime,
    reference: str = "",
    once: str = "",
) -> Message:
    """Put a letter into the outbox as part of the change that is open; the worker sends it after the commit.

    Nothing is sent if the change is rolled back. The act that is carried out has asked the rules itself.

    Args:
        body: who writes.
        to: to whom, in which language.
        letter: what to say, in that language.
        purpose: why, as "package.verb" in English, such as ``inquiries.assign``; the list of mails filters by it.
        at: now, with time zone.
        reference: what it is about, such as ``inquiries.inquiry:<uid>``, so that a page can show its delivery.
        once: a key by which the body sends this letter at most once ever, such as a reminder of a certain day.

    Returns:
        The message; with ``once`` the earlier one if it exists.

    Raises:
        ChangeRequired: outside of a change.
        OtherBody: in a change of another body.
        UserFacingError: if the address is none.
    """
    earlier = Message.objects.filter(body=body, once=once).first() if once else None
    if earlier is not None:
        return earlier
    written = write(
        letter=letter,
        name=to.name,
        language=to.language,
        from_whom=body.name,
        closing=sender_of(body).closing,
    )
    content = {"subject": letter.subject, "text": written.text, "html": written.html}
    return _enter(
        Message(body=body, purpose=purpose, reference=reference, once=once, due_at=at, **content), to
    )


def queue_text(*, body: Body, to: Receiver, subject: str, text: str, purpose: str, at: datetime) -> Message:
    """Put a finished text of a library into the outbox, as ``queue_message`` does with a letter.

    Raises:
        ChangeRequired: outside of a change.
        OtherBody: in a change of another body.
        UserFacingError: if the address is none.
    """
    html = marked_up(text=text, subject=subject, language=to.language)
    return _enter(Message(body=body, purpose=purpose, due_at=at, subject=subject, text=text, html=html), to)


def _enter(message: Message, to: Receiver) -> Message:
    """Store a message inside the open change; what it says is not copied into the audit record."""
    opened = current_change()
    if opened.body != message.body_id:
        raise OtherBody("A message belongs to the body whose change causes it.")
    _require_address(to.address)
    message.address, message.name, message.language = to.address, to.name, to.language
    message.subject = " ".join(message.subject.split())[:300]
    message.message_id = f"<{message.uid}@{_domain(sender_of(message.body).address)}>"
    message.save(force_insert=True)
    noted = {name: (None, getattr(message, name)) for name in ("purpose", "message_id", "address")}
    opened.note(message, action="mailing.queue", values=noted)
    return message


def resend_message(*, message: Message, at: datetime, by: Actor, why: str = "") -> None:
    """Have a message that failed or is unclear sent once more, with the same Message-ID.

    Args:
        message: the one to send; its list shows which may have arrived already.
        at: now, with time zone.
        by: who decides.
        why: the reason, for the audit record.

    Raises:
        NotAllowed: if the actor may not.
        UserFacingError: if it waits, was sent, or its text is not kept any more.
    """
    require_mail_keeper(actor=by, body=message.body_id)
    if message.state not in {Message.State.FAILED, Message.State.UNCLEAR, Message.State.QUEUED}:
        raise UserFacingError("Diese Nachricht ist schon erledigt und wird nicht noch einmal versandt.")
    with change(by=by, body=message.body_id, why=why) as made:
        _settle(message, Message.State.QUEUED)
        made.update(
            message,
            action="mailing.resend",
            state=Message.State.QUEUED,
            due_at=at,
            attempts=0,
            reason="",
            lease="",
            transmitting_at=None,
            settled_at=None,
        )


def close_message(*, message: Message, at: datetime, by: Actor, why: str = "") -> None:
    """Give a message up: it is not sent (again), and what it said is forgotten.

    Raises:
        NotAllowed: if the actor may not.
        UserFacingError: if it is being sent just now, or was sent.
    """
    require_mail_keeper(actor=by, body=message.body_id)
    if not message.is_open:
        raise UserFacingError("Diese Nachricht ist schon erledigt.")
    with change(by=by, body=message.body_id, why=why) as made:
        _settle(message, Message.State.CLOSED)
        made.update(
            message, action="mailing.close", state=Message.State.CLOSED, settled_at=at, text="", html=""
        )


def _settle(message: Message, state: str) -> None:
    """Take the row as it was seen, so that a worker that has begun meanwhile is not overtaken."""
    taken = Message.objects.filter(pk=message.pk, state=message.state, lease=message.lease).update(
        state=state
    )
    if not taken:
        raise UserFacingError("Mit dieser Nachricht ist gerade etwas geschehen. Bitte die Liste neu laden.")


def _require_address(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError:
        raise UserFacingError(f"„{address}“ ist keine E-Mail-Adresse.", field="email") from None


def _domain(address: str) -> str:
    """The right side of a Message-ID: the domain that sends (RFC 5322, 3.6.4)."""
    return (address or settings.DEFAULT_FROM_EMAIL).rpartition("@")[2].strip(">") or "localhost"
