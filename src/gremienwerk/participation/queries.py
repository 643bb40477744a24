"""Reading what the public wrote."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from gremienwerk.participation.models import Feedback, Proposal, Reminder


class FeedbackRow(NamedTuple):
    """A message as staff see it."""

    uid: UUID
    page: str
    language: str
    text: str
    name: str
    email: str
    received_at: datetime
    settled_on: date | None


def feedback_of(*, body: int, limit: int = 200) -> list[FeedbackRow]:
    """The body's messages, open ones first, each newest first."""
    rows = Feedback.objects.filter(body=body).order_by("-received_at").values_list(*FeedbackRow._fields)
    found = [FeedbackRow(*row) for row in rows[:limit]]
    return sorted(found, key=lambda row: row.settled_on is not None)


def sent_since(*, body: int, since: datetime, sender_mark: str | None = None) -> int:
    """How many messages the body has received since an instant, from everybody or from one sender."""
    rows = Feedback.objects.filter(body=body, received_at__gte=since)
    return (rows if sender_mark is None else rows.filter(sender_mark=sender_mark)).count()


def reminders_by_committee(*, body: int) -> dict[int, list[Reminder]]:
    """All reminders of the body by committee, in the order in which they were sent; one query."""
    found: dict[int, list[Reminder]] = {}
    rows = Reminder.objects.filter(body=body).select_related("committee")
    for row in rows.order_by("sent_on", "number"):
        found.setdefault(row.committee_id, []).append(row)
    return found


def open_proposals(*, body: int) -> list[Proposal]:
    """What waits for a decision, the oldest first; one query."""
    rows = Proposal.objects.filter(body=body, state=Proposal.State.OPEN)
    return list(rows.select_related("committee__kind", "committee__body").order_by("proposed_on", "pk"))
