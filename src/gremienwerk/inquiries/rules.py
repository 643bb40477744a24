"""Who may read inquiries, work on answers, sign and release them."""

from __future__ import annotations

from collections.abc import Collection

from gremienwerk.core.actor import Actor, Role
from gremienwerk.organisations.rules import NotAllowed, may_edit_register


def may_draft(*, actor: Actor, body: int) -> bool:
    """Editors and administrators of the body may enter inquiries and write answers."""
    return may_edit_register(actor=actor, body=body)


def may_release(*, actor: Actor, body: int) -> bool:
    """Releasers and administrators of the body may release; writing and releasing can so be kept apart."""
    return actor.acts_for(body) and actor.has(Role.RELEASER, Role.ADMINISTRATOR)


def may_read_all(*, actor: Actor, body: int) -> bool:
    """Every role but the unit's reads all inquiries of the body."""
    return actor.acts_for(body) and actor.has(*(role for role in Role if role is not Role.UNIT))


def may_read_asked(*, actor: Actor, body: int, units: Collection[int]) -> bool:
    """Whether the actor speaks for one of the units (primary keys) that are asked about an inquiry."""
    return actor.acts_for(body) and any(actor.speaks_for(unit) for unit in units)


def may_deliver(*, actor: Actor, body: int, unit: int | None) -> bool:
    """Whoever drafts may write the answer to an item, and whoever speaks for the unit that it was given to."""
    if may_draft(actor=actor, body=body):
        return True
    return actor.acts_for(body) and unit is not None and actor.speaks_for(unit)


def may_sign(*, actor: Actor, body: int, unit: int | None, role: str) -> bool:
    """A unit's signature is given by whoever speaks for it, a role's by whoever holds it; by nobody in their place."""
    if not actor.acts_for(body):
        return False
    if unit is not None:
        return actor.speaks_for(unit)
    return role in {one.value for one in Role} and actor.has(Role(role))


def may_keep_steps(*, actor: Actor, body: int) -> bool:
    """Administrators of the body set who signs its answers."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR)


def require_delivering(*, actor: Actor, body: int, unit: int | None) -> None:
    """Refuse actors who may not write the answer to an item that was given to this unit.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_deliver(actor=actor, body=body, unit=unit):
        raise NotAllowed(
            "Diesen Punkt beantwortet nur, wer Anfragen bearbeitet oder für die zuständige Einheit spricht."
        )


def require_signing(*, actor: Actor, body: int, unit: int | None, role: str) -> None:
    """Refuse actors who may not give this signature.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_sign(actor=actor, body=body, unit=unit, role=role):
        raise NotAllowed(
            "Hier zeichnet nur, wer für die gefragte Einheit spricht oder die gefragte Rolle hat."
        )


def require_step_keeper(*, actor: Actor, body: int) -> None:
    """Refuse actors who may not set the steps of the sign-off chain.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_keep_steps(actor=actor, body=body):
        raise NotAllowed("Die Schritte der Zeichnung legt nur die Administration fest.")


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


def may_redact(*, actor: Actor, body: int) -> bool:
    """Administrators of the body take somebody's data out of released answers; commands may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR)


def require_redacting(*, actor: Actor, body: int) -> None:
    """Refuse actors who may not redact released answers.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_redact(actor=actor, body=body):
        raise NotAllowed("Freigegebene Antworten schwärzt nur die Administration Ihrer Stadt.")
