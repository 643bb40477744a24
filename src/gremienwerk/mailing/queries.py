"""Reading the outbox."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Case, Q, When

from gremienwerk.core.paging import Page
from gremienwerk.mailing.models import Message

_STATES = {state.value: state for state in Message.State}
_WAITING = (Message.State.FAILED, Message.State.UNCLEAR)
_COLUMNS = (
    "uid", "address", "name", "subject", "state", "reason", "attempts", "queued_at", "due_at", "settled_at",
    "message_id", "reference",
)  # fmt: skip


class Delivery(NamedTuple):
    """A message as staff see it; never what it says, because it may hold links that act."""

    uid: UUID
    address: str
    name: str
    subject: str
    state: Message.State
    reason: str
    attempts: int
    queued_at: datetime
    due_at: datetime
    settled_at: datetime | None
    message_id: str
    reference: str

    @property
    def word(self) -> str:
        """The state in German."""
        return str(self.state.label)

    @property
    def needs_somebody(self) -> bool:
        """Whether it waits for the decision of a person."""
        return self.state in _WAITING


def deliveries(*, body: int, state: str, text: str, number: int, size: int) -> Page[Delivery]:
    """A page of the body's messages, those that need somebody first, each newest first; two queries.

    Args:
        body: whose messages.
        state: only those of this state; all if empty.
        text: only those whose subject, address or name holds it.
        number: of the page, from 1.
        size: of a page.
    """
    rows = Message.objects.filter(body=body)
    if state:
        rows = rows.filter(state=state)
    if text:
        rows = rows.filter(Q(subject__icontains=text) | Q(address__icontains=text) | Q(name__icontains=text))
    total = rows.count()
    pages = max(1, -(-total // size))
    inside = min(max(1, number), pages)
    waits = Q(state__in=_WAITING)
    ordered = rows.order_by(Case(When(waits, then=0), default=1), "-queued_at", "-pk")
    found = ordered.values_list(*_COLUMNS)[(inside - 1) * size : inside * size]
    return Page([_delivery(row) for row in found], inside, pages, total)


def deliveries_about(*, body: int, references: Iterable[str]) -> dict[str, list[Delivery]]:
    """The messages about certain objects by their reference, newest first; one query."""
    found: dict[str, list[Delivery]] = {}
    rows = Message.objects.filter(body=body, reference__in=list(references)).order_by("-queued_at", "-pk")
    for row in map(_delivery, rows.values_list(*_COLUMNS)):
        found.setdefault(row.reference, []).append(row)
    return found


def stuck(*, body: int) -> int:
    """How many of the body's messages wait for the decision of a person."""
    return Message.objects.filter(body=body, state__in=_WAITING).count()


def _delivery(row: tuple[object, ...]) -> Delivery:
    value = dict(zip(_COLUMNS, row, strict=True))
    return Delivery(**{**value, "state": _STATES[str(value["state"])]})  # type: ignore[arg-type]
