"""Who may answer for a person's data across the register."""

from __future__ import annotations

from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import NotAllowed


def may_answer_for_data(*, actor: Actor, body: int) -> bool:
    """Administrators of the body export, correct and erase what is kept of a person; commands may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR)


def require_answering_for_data(*, actor: Actor, body: int) -> None:
    """Refuse everybody else.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_answer_for_data(actor=actor, body=body):
        raise NotAllowed("Auskunft, Berichtigung und Löschung erledigt nur die Administration Ihrer Stadt.")
