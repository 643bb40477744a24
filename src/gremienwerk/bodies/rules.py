"""Who may change what a body says of itself."""

from __future__ import annotations

from gremienwerk.core.actor import Actor, ActorKind, Role
from gremienwerk.core.errors import NotAllowed


def may_set_up_bodies(*, actor: Actor) -> bool:
    """Only commands of the installation create bodies: nobody who works for one body makes another."""
    return actor.kind is not ActorKind.USER


def require_installation(*, actor: Actor) -> None:
    """Refuse everybody who signs in.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_set_up_bodies(actor=actor):
        raise NotAllowed("Körperschaften legt nur an, wer diese Installation betreibt.")


def may_keep_vocabulary(*, actor: Actor, body: int) -> bool:
    """Administrators keep kinds and topics; editors add those that a table they import brings along."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR, Role.EDITOR)


def require_vocabulary_keeper(*, actor: Actor, body: int) -> None:
    """Refuse everybody else.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_keep_vocabulary(actor=actor, body=body):
        raise NotAllowed("Arten und Themen pflegen nur Administration und Sachbearbeitung Ihrer Stadt.")


def may_edit_site_texts(*, actor: Actor, body: int) -> bool:
    """Administrators of the body may write the texts that the law asks for; commands may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR)


def require_site_text_editor(*, actor: Actor, body: int) -> None:
    """Refuse everybody else.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_edit_site_texts(actor=actor, body=body):
        raise NotAllowed("Die Pflichtseiten schreibt nur die Administration Ihrer Stadt.")


def may_edit_synonyms(*, actor: Actor, body: int) -> bool:
    """Administrators and editors of the body keep the synonyms of its search; commands may."""
    return actor.acts_for(body) and actor.has(Role.ADMINISTRATOR, Role.EDITOR)


def require_synonym_editor(*, actor: Actor, body: int) -> None:
    """Refuse everybody else.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_edit_synonyms(actor=actor, body=body):
        raise NotAllowed("Synonyme der Suche pflegen nur Administration und Redaktion Ihrer Stadt.")
