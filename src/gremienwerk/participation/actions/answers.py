"""What somebody answers by a one-time link."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from gremienwerk.audit.change import change
from gremienwerk.committees.actions import confirm_committee
from gremienwerk.committees.models import Committee
from gremienwerk.core.actor import Actor, ActorKind
from gremienwerk.core.errors import UserFacingError
from gremienwerk.mailing.actions import use_link
from gremienwerk.mailing.models import OneTimeLink
from gremienwerk.participation.models import Proposal, Reminder
from gremienwerk.participation.proposing import ProposedChange

BY_LINK = Actor(kind=ActorKind.SYSTEM, name="Einmal-Link")


def confirm_by_link(*, link: OneTimeLink, at: datetime) -> None:
    """Everything is still true; the committee counts as confirmed from today.

    Raises:
        UserFacingError: if the link has been used or is over.
    """
    committee, on = committee_of(link), timezone.localtime(at).date()
    with change(by=BY_LINK, body=link.body_id):
        use_link(link=link, at=at)
        confirm_committee(
            committee=committee,
            on=on,
            confirmed_by=_answered(committee, link, on) or "Einmal-Link",
            by=BY_LINK,
        )


def propose_by_link(
    *,
    link: OneTimeLink,
    kind: Proposal.Kind,
    changes: tuple[ProposedChange, ...],
    text: str,
    ended_on: date | None,
    name: str,
    at: datetime,
) -> Proposal:
    """Something has changed, or the committee is no more: a proposal that staff decide about.

    Args:
        link: good for the committee.
        kind: what it is.
        changes: fields with their value now and the proposed one.
        text: what does not fit a field.
        ended_on: for ``GONE`` the last day, if it is known.
        name: who answers, for questions; may be empty.
        at: now, with time zone.

    Raises:
        UserFacingError: if nothing is proposed, or the link has been used or is over.
    """
    if kind == Proposal.Kind.CHANGE and not changes and not text:
        raise UserFacingError("Bitte ändern Sie eine Angabe oder schreiben Sie, was sich geändert hat.")
    committee, on = committee_of(link), timezone.localtime(at).date()
    proposal = Proposal(
        body_id=link.body_id,
        committee=committee,
        kind=kind,
        changes={one.field: [one.before, one.after] for one in changes},
        text=text,
        ended_on=ended_on,
        name=name,
        proposed_on=on,
    )
    with change(by=BY_LINK, body=link.body_id) as made:
        use_link(link=link, at=at)
        proposal.receiver = _answered(committee, link, on)
        made.create(proposal, action="participation.propose")
    return proposal


def committee_of(link: OneTimeLink) -> Committee:
    """The committee that a link is good for."""
    return Committee.objects.select_related("body", "kind").get(body=link.body_id, uid=link.object_uid)


def _answered(committee: Committee, link: OneTimeLink, on: date) -> str:
    """Note the answer with the reminders that wait for it; whose address it was."""
    receiver = ""
    for row in Reminder.objects.filter(committee=committee, address=link.address, answered_on__isnull=True):
        receiver = row.receiver
        Reminder.objects.filter(pk=row.pk).update(answered_on=on)
    return receiver
