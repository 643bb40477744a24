"""Staff decide about what people without an account have proposed."""

from __future__ import annotations

from datetime import date

from gremienwerk.audit.change import change, current_change
from gremienwerk.committees.actions import confirm_committee, describe_committee, end_committee
from gremienwerk.committees.rules import require_change
from gremienwerk.core.actor import Actor
from gremienwerk.core.dates import Precision, VagueDate
from gremienwerk.core.errors import UserFacingError
from gremienwerk.participation.models import Proposal
from gremienwerk.participation.proposing import PROPOSABLE


def accept_proposal(*, proposal: Proposal, on: date, by: Actor) -> None:
    """Take a proposal over into the register; the committee counts as confirmed, or has ended.

    What was proposed only in words is not taken over by itself: the clerk enters it.

    Raises:
        NotAllowed: if the actor may not change the committee.
        UserFacingError: if it has been decided.
    """
    require_change(actor=by, committee=proposal.committee)
    why = f"Vorschlag vom {proposal.proposed_on:%d.%m.%Y}"
    with change(by=by, body=proposal.body_id, why=why):
        _decide(proposal, Proposal.State.ACCEPTED, on)
        if proposal.kind == Proposal.Kind.GONE:
            day = proposal.ended_on
            ended = VagueDate(day, day, Precision.DAY) if day else None
            end_committee(committee=proposal.committee, ended=ended, by=by, why=why)
            return
        values = {field: after for field, (_, after) in proposal.changes.items() if field in PROPOSABLE}
        if values:
            describe_committee(committee=proposal.committee, by=by, why=why, **values)
        confirm_committee(
            committee=proposal.committee, on=on, confirmed_by=proposal.receiver or "Einmal-Link", by=by
        )


def decline_proposal(*, proposal: Proposal, on: date, reason: str, by: Actor) -> None:
    """Leave the register as it is; the reason is kept with the proposal.

    Raises:
        NotAllowed: if the actor may not change the committee.
        UserFacingError: if it has been decided.
    """
    require_change(actor=by, committee=proposal.committee)
    with change(by=by, body=proposal.body_id, why=reason):
        _decide(proposal, Proposal.State.DECLINED, on, reason)


def _decide(proposal: Proposal, state: str, on: date, reason: str = "") -> None:
    """Of two who decide at once, one gets through; who proposed is forgotten."""
    undecided = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.OPEN)
    if not undecided.update(state=state, decided_on=on, reason=reason, name=""):
        raise UserFacingError("Über diesen Vorschlag wurde schon entschieden.")
    proposal.refresh_from_db()
    noted = {"state": (Proposal.State.OPEN.value, state), "reason": ("", reason)}
    current_change().note(proposal, action="participation.decide_proposal", values=noted)
