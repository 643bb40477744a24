"""What the page of confirmations shows to somebody: only committees that they may change."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import Committee
from gremienwerk.committees.queries import CommitteeFacts, committees_on
from gremienwerk.committees.rules import may_change_committee
from gremienwerk.core.actor import Actor
from gremienwerk.participation.actions.reminders import is_asked_about, is_due
from gremienwerk.participation.models import Proposal, Reminder, Reminding, reminding_of
from gremienwerk.participation.proposing import ShownChange, shown_changes
from gremienwerk.participation.queries import open_proposals, reminders_by_committee
from gremienwerk.participation.receivers import ReminderReceiver, receivers_of


class ProposalRow(NamedTuple):
    """A proposal with its changes in words."""

    uid: UUID
    committee: UUID
    name: str
    is_gone: bool
    changes: tuple[ShownChange, ...]
    text: str
    ended_on: date | None
    who: str
    proposed_on: date


class WaitingRow(NamedTuple):
    """A committee whose confirmation is due, and what has been done about it."""

    uid: UUID
    name: str
    confirmed_on: date | None
    receiver: ReminderReceiver | None
    sent: tuple[Reminder, ...]

    @property
    def is_without_answer(self) -> bool:
        """Whether the office has to ask, because nobody answers."""
        return bool(self.sent and self.sent[-1].escalated_on)

    @property
    def may_be_reminded(self) -> bool:
        """Whether one more letter may go out."""
        return self.receiver is not None and len(self.sent) < 2


class ConfirmationsPage(NamedTuple):
    """The page: decisions first, then committees without an answer, then those that are due."""

    settings: Reminding
    proposals: tuple[ProposalRow, ...]
    without_answer: tuple[WaitingRow, ...]
    due: tuple[WaitingRow, ...]


def confirmations_page(*, body: Body, on: date, actor: Actor) -> ConfirmationsPage:
    """The page on a day; a constant number of queries."""
    settings = reminding_of(body)
    records = Committee.objects.filter(body=body).select_related("kind")
    changeable = {one.pk for one in records if may_change_committee(actor=actor, committee=one)}
    proposals = [one for one in open_proposals(body=body.pk) if one.committee_id in changeable]
    decided = {one.committee_id for one in proposals}  # what is decided about above is not asked for below
    due = [
        one
        for one in committees_on(body=body.pk, on=on, only=changeable)
        if is_asked_about(one) and is_due(committee=one, settings=settings, on=on) and one.id not in decided
    ]
    receivers = receivers_of(body=body.pk, committees=due)
    sent = reminders_by_committee(body=body.pk)
    waiting = [_waiting(one, receivers.get(one.id), sent.get(one.id, [])) for one in due]
    return ConfirmationsPage(
        settings=settings,
        proposals=tuple(map(_proposal, proposals)),
        without_answer=tuple(row for row in waiting if row.is_without_answer),
        due=tuple(row for row in waiting if not row.is_without_answer),
    )


def _waiting(
    committee: CommitteeFacts, receiver: ReminderReceiver | None, sent: list[Reminder]
) -> WaitingRow:
    cycle = committee.confirmed_on.isoformat() if committee.confirmed_on else ""
    mine = tuple(row for row in sent if row.cycle == cycle)
    return WaitingRow(committee.uid, committee.display_name, committee.confirmed_on, receiver, mine)


def _proposal(one: Proposal) -> ProposalRow:
    return ProposalRow(
        uid=one.uid,
        committee=one.committee.uid,
        name=str(one.committee),
        is_gone=one.kind == Proposal.Kind.GONE,
        changes=shown_changes(committee=one.committee, changes=one.changes),
        text=one.text,
        ended_on=one.ended_on,
        who=", ".join(filter(None, (one.name, one.receiver))),
        proposed_on=one.proposed_on,
    )
