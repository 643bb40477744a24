"""Who may change organisations and persons."""

from __future__ import annotations

from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import NotAllowed

__all__ = ["NotAllowed", "may_edit_register", "require_editor"]


def may_edit_register(*, actor: Actor, body: int) -> bool:
    """Administrators and editors of the body may; commands of the installation may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR, Role.EDITOR)


def may_see_who(*, actor: Actor, body: int) -> bool:
    """Administrators and auditors of the body see who made a change; everybody else what became of it."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR, Role.AUDITOR)


def may_read_record(*, actor: Actor, body: int) -> bool:
    """Editors, administrators and auditors read what was recorded of every noun, personal values included."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR, Role.EDITOR, Role.AUDITOR)


def require_editor(*, actor: Actor, body: int) -> None:
    """Refuse actors who may not change the register.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_edit_register(actor=actor, body=body):
        raise NotAllowed("Dafür fehlt Ihnen das Recht. Die Administration Ihrer Stadt kann es erteilen.")
