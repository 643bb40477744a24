"""Mail that libraries send (invitations, links for a new password) goes through the outbox, too.

Somebody waits for it in front of a page, so it is tried at once after the commit and does not need the worker; what
does not get through waits for the worker. Letters to addresses without an account belong to no body: they are kept
nowhere and go straight to the server, or nowhere.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend as SmtpBackend
from django.db import transaction
from django.utils import timezone, translation

from gremienwerk.accounts.models import User
from gremienwerk.audit.change import change
from gremienwerk.core.actor import Actor, ActorKind
from gremienwerk.core.languages import DEFAULT
from gremienwerk.mailing.actions.outbox import Receiver, queue_text
from gremienwerk.mailing.delivery import deliver_now

log = logging.getLogger(__name__)

#: Seconds that each step of the attempt in front of a page may take.
AT_ONCE = 5.0
ACCOUNTS = Actor(kind=ActorKind.SYSTEM, name="Konten")


class OutboxBackend(BaseEmailBackend):
    """Django's ``EMAIL_BACKEND``: queues messages to users, then tries them at once."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Take messages; how many were taken."""
        return sum(_take(message, address) for message in email_messages for address in message.to)


def _take(message: EmailMessage, address: str) -> bool:
    user = User.objects.select_related("body").filter(email__iexact=address).first()
    if user is None:
        return _pass_on(message)
    with change(by=ACCOUNTS, body=user.body_id):
        queued = queue_text(
            body=user.body,
            to=Receiver(address, user.name, translation.get_language() or DEFAULT.code),
            subject=str(message.subject),
            text=str(message.body),
            purpose="accounts.letter",
            at=timezone.now(),
        )
    attempt = partial(deliver_now, key=queued.pk, clock=timezone.now, timeout=AT_ONCE)
    transaction.on_commit(attempt, robust=True)
    return True


def _pass_on(message: EmailMessage) -> bool:
    if settings.MAIL_IS_PRINTED:
        return False
    message.connection = SmtpBackend(timeout=int(AT_ONCE), fail_silently=True)
    sent = bool(message.connection.send_messages([message]))
    log.info("Nachricht an eine Adresse ohne Konto: %s", "versandt" if sent else "nicht versandt")
    return sent
