"""Handing one message to the mail server, in two steps that can be told apart.

Before the content is given to the server nothing can have arrived; from then on only the server's answer says whether
it has. SMTP has no third case, so both steps are kept apart and the worker stores that the second begins.
"""

from __future__ import annotations

import smtplib
import ssl
import sys
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from enum import Enum
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from gremienwerk.mailing.models import MailSender, Message


class Outcome(Enum):
    """What became of an attempt."""

    SENT = "sent"
    REFUSED = "refused"  # for good: trying again would say the same
    POSTPONED = "postponed"  # this message later
    UNREACHABLE = "unreachable"  # the server itself; other messages need not be tried now
    UNCLEAR = "unclear"  # the content was given, the answer is missing
    LOST = "lost"  # somebody else has the message by now


class Answer(NamedTuple):
    """The outcome and, in words for the list of mails, why."""

    outcome: Outcome
    reason: str = ""


def compose(*, message: Message, sender: MailSender, body_name: str) -> EmailMessage:
    """The message as it goes over the wire; the same each time, apart from its date."""
    composed = EmailMessage(policy=SMTP)
    composed["From"] = formataddr((sender.name or body_name, sender.address or settings.DEFAULT_FROM_EMAIL))
    composed["To"] = formataddr((message.name, on_the_wire(message.address)))
    if sender.reply_to:
        composed["Reply-To"] = sender.reply_to
    composed["Subject"] = message.subject
    composed["Message-ID"] = message.message_id
    composed["Date"] = format_datetime(message.queued_at)
    composed["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answers of absent people
    composed.set_content(message.text, cte="quoted-printable")
    if message.html:
        composed.add_alternative(message.html, subtype="html", cte="quoted-printable")
    composed["Content-Language"] = message.language
    return composed


def on_the_wire(address: str) -> str:
    """An address as every mail server reads it: a domain with umlauts by its letters from A to Z (RFC 5891).

    Raises:
        ValueError: if the part before the @ holds other letters, which only some servers take.
    """
    local, _at, domain = address.rpartition("@")
    return f"{local.encode('ascii').decode()}@{domain.encode('idna').decode()}"


def hand_over(
    *,
    composed: EmailMessage,
    sender: str,
    receiver: str,
    begins: Callable[[], bool],
    timeout: float,
    is_demo: bool = False,
) -> Answer:
    """Give a message to the mail server.

    Args:
        composed: the whole message.
        sender: address that bounces go to.
        receiver: address.
        begins: called before the content is given away; stores that it begins, False if it must not.
        timeout: seconds that each step may take.
        is_demo: whether the body is invented; nothing leaves the house then.
    """
    if settings.MAIL_IS_PRINTED or is_demo:
        return _print(composed, begins)
    try:
        server = connect(timeout=timeout)
    except (smtplib.SMTPException, OSError) as error:
        return Answer(Outcome.UNREACHABLE, explain(error))
    try:
        return _transact(server, composed, sender, receiver, begins)
    finally:
        server.close()


def connect(*, timeout: float) -> smtplib.SMTP:
    """A connection over which mail can be sent, encrypted and signed in as configured.

    Raises:
        SMTPException, OSError: if the server cannot be reached or does not want us.
    """
    mail = settings.MAIL
    trusted = ssl.create_default_context()
    server = (
        smtplib.SMTP_SSL(mail.host, mail.port, timeout=timeout, context=trusted)
        if mail.is_tls
        else smtplib.SMTP(mail.host, mail.port, timeout=timeout)
    )
    try:
        if mail.starts_tls:
            server.starttls(context=trusted)
        if mail.user:
            server.login(mail.user, mail.password)
        server.ehlo_or_helo_if_needed()
    except BaseException:
        server.close()
        raise
    return server


def _transact(
    server: smtplib.SMTP, composed: EmailMessage, sender: str, receiver: str, begins: Callable[[], bool]
) -> Answer:
    try:
        for command, address in ((server.mail, sender), (server.rcpt, receiver)):
            code, words = command(address)
            if code not in {250, 251}:
                return _refused(code, words)
    except (smtplib.SMTPException, OSError) as error:
        return Answer(Outcome.POSTPONED, explain(error))
    if not begins():
        return Answer(Outcome.LOST)
    try:
        code, words = server.data(composed.as_bytes(policy=SMTP))
    except smtplib.SMTPDataError as error:
        code, words = error.smtp_code, error.smtp_error if isinstance(error.smtp_error, bytes) else b""
    except (smtplib.SMTPException, OSError):
        return Answer(
            Outcome.UNCLEAR, _("Die Verbindung riss ab, bevor der Mailserver den Empfang bestätigt hat.")
        )
    return Answer(Outcome.SENT) if code == 250 else _refused(code, words)


def _refused(code: int, words: bytes) -> Answer:
    said = " ".join(words.decode(errors="replace").split())
    if 500 <= code < 600:
        reason = _("Der Mailserver lehnt die Nachricht ab (%(code)s: %(said)s).") % {
            "code": code,
            "said": said,
        }
        return Answer(Outcome.REFUSED, reason[:300])
    reason = _("Der Mailserver nimmt die Nachricht jetzt nicht an (%(code)s: %(said)s).") % {
        "code": code,
        "said": said,
    }
    return Answer(Outcome.POSTPONED, reason[:300])


def explain(error: Exception) -> str:
    """Why a connection to the mail server failed, in a sentence."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return _("Der Mailserver nimmt Name oder Kennwort nicht an.")
    if isinstance(error, ssl.SSLError | smtplib.SMTPNotSupportedError):
        return _("Mit dem Mailserver kommt keine verschlüsselte Verbindung zustande.")
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):  # smtplib wraps it
        return _("Der Mailserver antwortet nicht rechtzeitig.")
    if isinstance(error, ConnectionRefusedError):
        return _("Der Mailserver ist nicht erreichbar.")
    return _("Die Verbindung zum Mailserver ist gescheitert.")


def _print(composed: EmailMessage, begins: Callable[[], bool]) -> Answer:
    """A demo sends nothing: what would be sent stands on standard error."""
    if not begins():
        return Answer(Outcome.LOST)
    text = composed.get_body(("plain",))
    sys.stderr.write(
        f"\n--- {composed['Subject']} → {composed['To']}\n{text.get_content() if text else ''}\n"
    )
    return Answer(Outcome.SENT)
