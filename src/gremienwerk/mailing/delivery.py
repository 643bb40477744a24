"""The worker's part: take what is due, hand it over, note what became of it.

Every step is one short statement that says what it expects to find, so that any number of workers may run and any of
them may be killed at any moment: a message is sent once, or is shown as unclear; it is never lost and never sent twice
by itself (RFC 5321, 4.5.4.1 leaves this to the sender).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from time import sleep
from uuid import uuid4

from django.conf import settings
from django.db import OperationalError
from django.db.models import F
from django.utils.translation import gettext as _

from gremienwerk.core.failpoints import reach
from gremienwerk.mailing.models import Message, sender_of
from gremienwerk.mailing.transport import Answer, Outcome, compose, hand_over, on_the_wire

log = logging.getLogger(__name__)

#: How long a worker holds a message; longer than all steps of a delivery together may take.
LEASE = timedelta(minutes=10)
#: Pauses before the next attempt; after the last one (about two days in all) a message has failed.
PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720, 1440))
#: Places at which a fault test ends the worker.
FAILPOINTS = ("mail.taken", "mail.transmitting", "mail.handed-over", "mail.noted")
#: How often an answer of the server is noted again while the database is locked; pauses in seconds.
_PATIENCE = (0.1, 0.5, 2.0, 5.0, 10.0, 20.0)

Clock = Callable[[], datetime]
State = Message.State


def deliver_due(*, clock: Clock, limit: int = 100) -> int:
    """Send what is due, one after the other, the oldest first; ends early where the server cannot be reached.

    Returns:
        How many messages were tried.
    """
    free_abandoned(at=clock())
    for tried in range(limit):
        message = _next(clock)
        if message is None:
            return tried
        if deliver(message=message, clock=clock).outcome is Outcome.UNREACHABLE:
            return tried + 1
    return limit


def deliver_now(*, key: int, clock: Clock, timeout: float) -> None:
    """Try one message without waiting for the worker; whatever goes wrong is left to it."""
    message = _take(key, clock())
    if message is not None:
        deliver(message=message, clock=clock, timeout=timeout)


def deliver(*, message: Message, clock: Clock, timeout: float | None = None) -> Answer:
    """Hand over a message that was taken, and note the answer."""
    reach("mail.taken")
    try:
        answer = _hand_over(message, clock, timeout or settings.EMAIL_TIMEOUT)
    except ValueError:  # an address or a header that cannot be written; trying again would not help
        answer = Answer(
            Outcome.REFUSED, _("Die Adresse oder der Betreff lässt sich nicht als E-Mail schreiben.")
        )
    reach("mail.handed-over")
    _patiently(lambda: _note(message, answer, clock()))
    reach("mail.noted")
    # Neither the address nor what the server said: it may name people.
    log.info("Nachricht %s (%s): %s", message.uid, message.purpose, answer.outcome.value)
    return answer


def _hand_over(message: Message, clock: Clock, timeout: float) -> Answer:
    sender = sender_of(message.body)
    return hand_over(
        composed=compose(message=message, sender=sender, body_name=message.body.name),
        sender=on_the_wire(sender.address or settings.DEFAULT_FROM_EMAIL),
        receiver=on_the_wire(message.address),
        begins=lambda: _begins(message, clock()),
        timeout=timeout,
        is_demo=message.body.is_demo,
    )


def free_abandoned(*, at: datetime) -> None:
    """What a worker left behind: back into the queue, or unclear if the server may have taken it."""
    gone = Message.deliveries.filter(state=State.SENDING, leased_until__lt=at)
    gone.filter(transmitting_at__isnull=True).update(state=State.QUEUED, due_at=at)
    gone.filter(transmitting_at__isnull=False).update(
        state=State.UNCLEAR,
        reason=_("Der Versand brach ab, nachdem die Übergabe an den Mailserver begonnen hatte."),
    )


def _next(clock: Clock) -> Message | None:
    while True:
        at = clock()
        due = Message.deliveries.filter(state=State.QUEUED, due_at__lte=at).order_by("due_at", "pk")
        key = due.values_list("pk", flat=True).first()
        if key is None:
            return None
        message = _take(key, at)
        if message is not None:
            return message


def _take(key: int, at: datetime) -> Message | None:
    """Lease a message; None if another worker was faster."""
    lease = str(uuid4())
    taken = Message.deliveries.filter(pk=key, state=State.QUEUED).update(
        state=State.SENDING,
        lease=lease,
        leased_until=at + LEASE,
        transmitting_at=None,
        attempts=F("attempts") + 1,
    )
    return Message.deliveries.select_related("body").get(pk=key) if taken else None


def _begins(message: Message, at: datetime) -> bool:
    """Store that the content is now given away; False if the lease is over, and the message somebody else's."""
    try:
        held = Message.deliveries.filter(
            pk=message.pk, state=State.SENDING, lease=message.lease, leased_until__gt=at
        ).update(transmitting_at=at)
    except OperationalError:
        return False
    reach("mail.transmitting")
    return bool(held)


def _note(message: Message, answer: Answer, at: datetime) -> None:
    """Write down the answer, if the message is still ours or was given up as unclear meanwhile."""
    ours = Message.deliveries.filter(
        pk=message.pk, lease=message.lease, state__in=(State.SENDING, State.UNCLEAR)
    )
    if answer.outcome is Outcome.SENT:
        ours.update(state=State.SENT, settled_at=at, reason="", text="", html="")
    elif answer.outcome is Outcome.UNCLEAR:
        ours.update(state=State.UNCLEAR, reason=answer.reason)
    elif answer.outcome is Outcome.REFUSED or message.attempts > len(PAUSES):
        ours.update(state=State.FAILED, reason=answer.reason, transmitting_at=None)
    elif answer.outcome is not Outcome.LOST:
        pause = PAUSES[message.attempts - 1]
        ours.update(state=State.QUEUED, due_at=at + pause, reason=answer.reason, transmitting_at=None)


def _patiently(note: Callable[[], None]) -> None:
    """An answer that cannot be noted is a message that stays unclear: worth waiting for a locked database."""
    for pause in _PATIENCE:
        try:
            note()
        except OperationalError:
            sleep(pause)
        else:
            return
    note()
