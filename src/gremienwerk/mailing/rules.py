"""Who may see what was mailed, and decide what becomes of it."""

from __future__ import annotations

from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import NotAllowed


def may_see_mail(*, actor: Actor, body: int) -> bool:
    """Administrators and editors of the body look after its mail; commands of the installation may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR, Role.EDITOR)


def require_mail_keeper(*, actor: Actor, body: int) -> None:
    """Refuse everybody else.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_see_mail(actor=actor, body=body):
        raise NotAllowed(
            "Um den Postausgang kümmern sich nur Administration und Sachbearbeitung Ihrer Stadt."
        )


def may_set_sender(*, actor: Actor, body: int) -> bool:
    """Administrators of the body say from whom its mail comes; commands may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR)


def require_sender_setter(*, actor: Actor, body: int) -> None:
    """Refuse everybody else.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_set_sender(actor=actor, body=body):
        raise NotAllowed("Den Absender der E-Mails bestimmt nur die Administration Ihrer Stadt.")
