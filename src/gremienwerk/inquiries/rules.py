"""Who may work on answers, and who may release them."""

from __future__ import annotations

from gremienwerk.core.actor import Actor, Role
from gremienwerk.organisations.rules import NotAllowed, may_edit_register


def may_draft(*, actor: Actor, body: int) -> bool:
    """Editors and administrators of the body may enter inquiries and write answers."""
    return may_edit_register(actor=actor, body=body)


def may_release(*, actor: Actor, body: int) -> bool:
    """Releasers and administrators of the body may release; writing and releasing can so be kept apart."""
    return actor.acts_for(body) and actor.has(Role.RELEASER, Role.ADMINISTRATOR)


def require_drafting(*, actor: Actor, body: int) -> None:
    """Refuse actors who may not write answers.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_draft(actor=actor, body=body):
        raise NotAllowed("Anfragen und Antworten bearbeitet nur, wer das Recht zur Sachbearbeitung hat.")


def require_releasing(*, actor: Actor, body: int) -> None:
    """Refuse actors who may not release answers.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_release(actor=actor, body=body):
        raise NotAllowed("Antworten gibt nur frei, wer das Recht zur Freigabe hat.")
