"""Who may change committees, and which committees nobody changes here."""

from __future__ import annotations

from gremienwerk.committees.models import Committee
from gremienwerk.core.actor import SCOPED, Actor, ActorKind
from gremienwerk.core.errors import NotAllowed
from gremienwerk.organisations.rules import may_edit_register


def may_change_committee(*, actor: Actor, committee: Committee) -> bool:
    """Editors, and the office of just this committee, may change it: its facts, seats, meetings and minutes.

    Nobody may where the council information system keeps the committee: that one is read-only here.
    """
    if committee.kind.is_council and actor.kind is ActorKind.USER:
        return False
    return may_work_for_committee(actor=actor, committee=committee)


def may_work_for_committee(*, actor: Actor, committee: Committee) -> bool:
    """Editors, and the committee's own office, work for it, whoever keeps its facts."""
    if may_edit_register(actor=actor, body=committee.body_id):
        return True
    has_office = actor.has(*SCOPED) and actor.keeps(committee.pk)
    return actor.acts_for(committee.body_id) and has_office


def require_work(*, actor: Actor, committee: Committee) -> None:
    """Refuse actors who do not work for the committee.

    Raises:
        NotAllowed: with a German message.
    """
    if not may_work_for_committee(actor=actor, committee=committee):
        raise NotAllowed(_only_its_office(committee))


def require_change(*, actor: Actor, committee: Committee) -> None:
    """Refuse actors who may not change the committee.

    Raises:
        NotAllowed: if the actor does not work for the committee, or the council information system keeps it.
    """
    if may_change_committee(actor=actor, committee=committee):
        return
    if committee.kind.is_council:
        raise NotAllowed(
            f"„{committee}“ wird im Ratsinformationssystem geführt und hier nur gelesen. Bitte dort ändern."
        )
    raise NotAllowed(_only_its_office(committee))


def _only_its_office(committee: Committee) -> str:
    return (
        f"„{committee}“ ändern nur die Geschäftsstelle dieses Gremiums und die Sachbearbeitung. "
        "Die Administration Ihrer Stadt kann das Recht erteilen."
    )
