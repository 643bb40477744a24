"""Who may change committees, and which committees nobody changes here."""

from __future__ import annotations

from gremienwerk.committees.models import Committee
from gremienwerk.core.actor import Actor, ActorKind
from gremienwerk.core.errors import UserFacingError
from gremienwerk.organisations.rules import may_edit_register, require_editor


def may_change_committee(*, actor: Actor, committee: Committee) -> bool:
    """Editors may, except where the council information system keeps the committee: that one is read-only here."""
    if committee.kind.is_council and actor.kind is ActorKind.USER:
        return False
    return may_edit_register(actor=actor, body=committee.body_id)


def require_change(*, actor: Actor, committee: Committee) -> None:
    """Refuse actors who may not change the committee.

    Raises:
        NotAllowed: if the actor may not edit the register.
        UserFacingError: if the committee is kept by the council information system.
    """
    require_editor(actor=actor, body=committee.body_id)
    if not may_change_committee(actor=actor, committee=committee):
        raise UserFacingError(
            f"„{committee}“ wird im Ratsinformationssystem geführt und hier nur gelesen. Bitte dort ändern."
        )
