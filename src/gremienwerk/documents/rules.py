"""Who may open an archived original that was restricted."""

from __future__ import annotations

from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import NotAllowed


def may_open_restricted(*, actor: Actor, body: int) -> bool:
    """Administrators of the body may, because somebody has to answer for the archive; nobody else."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR)


def may_restrict(*, actor: Actor, body: int) -> bool:
    """Administrators of the body restrict what is archived; commands of the installation may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR)


def require_restricting(*, actor: Actor, body: int) -> None:
    """Refuse everybody else.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_restrict(actor=actor, body=body):
        raise NotAllowed("Archivierte Dateien sperrt nur die Administration Ihrer Stadt.")


def require_open(*, actor: Actor, body: int, reason: str) -> None:
    """Refuse to hand out restricted content, and say why it is restricted.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_open_restricted(actor=actor, body=body):
        raise NotAllowed(f"Diese Datei ist im Archiv gesperrt: {reason}")
