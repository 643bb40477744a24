"""Who may change what a body says of itself."""

from __future__ import annotations

from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import UserFacingError


def may_edit_site_texts(*, actor: Actor, body: int) -> bool:
    """Administrators of the body may write the texts that the law asks for; commands may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR)


def require_site_text_editor(*, actor: Actor, body: int) -> None:
    """Refuse everybody else.

    Raises:
        UserFacingError: with a German message.
    """
    if not may_edit_site_texts(actor=actor, body=body):
        raise UserFacingError("Die Pflichtseiten schreibt nur die Administration Ihrer Stadt.")


def may_edit_synonyms(*, actor: Actor, body: int) -> bool:
    """Administrators and editors of the body keep the synonyms of its search; commands may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR, Role.EDITOR)


def require_synonym_editor(*, actor: Actor, body: int) -> None:
    """Refuse everybody else.

    Raises:
        UserFacingError: with a German message.
    """
    if not may_edit_synonyms(actor=actor, body=body):
        raise UserFacingError("Synonyme der Suche pflegen nur Administration und Redaktion Ihrer Stadt.")
