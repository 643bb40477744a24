"""Which signatures an answer has, which still count, and whose turn it is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from gremienwerk.inquiries.models import Inquiry, Signature, SignOffStep


class SignatureRow(NamedTuple):
    """A signature as a page shows it.

    ``is_valid``: agreed to what the answer says now. ``is_void``: agreed to something else. ``is_turn``: may be
    given or refused now.
    """

    uid: UUID
    name: str
    position: int
    unit: int | None
    role: str
    state: str
    due_on: date | None
    reason: str
    signed_by: str
    signed_on: date | None
    is_valid: bool
    is_void: bool
    is_turn: bool


def signatures_of(*, inquiry: Inquiry, checksum: str, is_out: bool) -> tuple[SignatureRow, ...]:
    """All signatures of an inquiry in their order; one query.

    Args:
        inquiry: whose answer.
        checksum: of what the answer says now.
        is_out: whether it is out for signing.
    """
    rows = list(Signature.objects.filter(inquiry=inquiry).select_related("unit"))
    valid = {row.pk for row in rows if row.state == Signature.State.AGREED and row.checksum == checksum}
    lacking = [row.position for row in rows if row.pk not in valid]
    return tuple(
        SignatureRow(
            uid=row.uid,
            name=str(row),
            position=row.position,
            unit=row.unit_id,
            role=row.role,
            state=row.state,
            due_on=row.due_on,
            reason=row.reason,
            signed_by=row.signed_by,
            signed_on=row.signed_on,
            is_valid=row.pk in valid,
            is_void=row.state == Signature.State.AGREED and row.pk not in valid,
            is_turn=is_out and row.pk not in valid and row.position == min(lacking),
        )
        for row in rows
    )


def chain_of(*, body: int) -> dict[int, SignOffStep]:
    """The steps of the body's chain by their position; one query."""
    return {step.position: step for step in SignOffStep.objects.filter(body=body).select_related("unit")}


def lacking_signatures(*, inquiry: Inquiry, checksum: str) -> tuple[str, ...]:
    """Names of those who have not signed what the answer says now; two queries."""
    rows = signatures_of(inquiry=inquiry, checksum=checksum, is_out=False)
    steps = chain_of(body=inquiry.body_id)
    signed = {(row.position, row.unit, row.role) for row in rows if row.is_valid}
    others = [row.name for row in rows if not row.position and not row.is_valid]
    chain = [str(step) for place, step in steps.items() if (place, step.unit_id, step.role) not in signed]
    return (*others, *chain)


def units_asked(*, inquiry: Inquiry) -> frozenset[int]:
    """Primary keys of units that answer items of an inquiry or are to sign it; two queries."""
    answering = inquiry.items.exclude(assigned_unit=None).values_list("assigned_unit_id", flat=True)
    return frozenset(answering) | units_signing(inquiry=inquiry)


def units_signing(*, inquiry: Inquiry) -> frozenset[int]:
    """Primary keys of units that are to sign; one query."""
    rows = Signature.objects.filter(inquiry=inquiry).exclude(unit=None)
    return frozenset(rows.values_list("unit_id", flat=True))
