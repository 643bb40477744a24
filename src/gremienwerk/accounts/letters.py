"""What accounts write by mail."""

from __future__ import annotations

from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gremienwerk.accounts.models import Invitation
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import format_date


def send_invitation(*, invitation: Invitation, address: str) -> None:
    """Send a user the link with which they choose their password; called after the invitation was stored.

    Args:
        invitation: the one to send.
        address: the whole address of the page behind the link.

    Raises:
        UserFacingError: if the mail server does not take the message; the invitation stays and can be sent anew.
    """
    words = _(
        "Guten Tag %(name)s,\n\n"
        "Sie haben einen Zugang zum Register der Gremien und Netzwerke (%(body)s). Hier wählen Sie Ihr Kennwort:\n\n"
        "%(address)s\n\n"
        "Der Link gilt einmal und bis zum %(day)s. Kennen Sie das Register nicht, brauchen Sie nichts zu tun.\n"
    ) % {
        "name": invitation.user.name,
        "body": invitation.user.body.name,
        "address": address,
        "day": format_date(localtime(invitation.expires_at).date()),
    }
    message = EmailMessage(
        subject=_("Ihr Zugang zum Register der Gremien"), body=words, to=[invitation.user.email]
    )
    try:
        message.send()
    except (SMTPException, OSError) as error:
        raise UserFacingError(
            _(
                "Das Konto ist angelegt, aber der Mailserver nimmt die Einladung nicht an. Bitte später noch einmal einladen."
            )
        ) from error
