"""Who may say who works for a body, and with which rights."""

from __future__ import annotations

from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import NotAllowed


def may_administer_users(*, actor: Actor, body: int) -> bool:
    """Administrators of the same body may invite, grant and take away; commands of the installation may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR)


def require_user_administrator(*, actor: Actor, body: int) -> None:
    """Refuse everybody else.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_administer_users(actor=actor, body=body):
        raise NotAllowed("Konten und Rechte verwaltet nur die Administration Ihrer Stadt.")
