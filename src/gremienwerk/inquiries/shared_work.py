"""What of an inquiry's page a person sees and may do, where the work is shared with other units."""

from __future__ import annotations

from typing import NamedTuple

from gremienwerk.core.actor import Actor, Role
from gremienwerk.inquiries.answer_page import AnswerPage
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem, ItemComment
from gremienwerk.inquiries.queries.signing import SignatureRow, signatures_of, units_signing
from gremienwerk.inquiries.rules import may_deliver, may_sign


class ReadableSignature(NamedTuple):
    """A signature, and whether the person who looks may give it now."""

    row: SignatureRow
    is_mine: bool


def shared_work(*, inquiry: Inquiry, page: AnswerPage, actor: Actor) -> dict[str, object]:
    """The part of the page's context that depends on who looks; three queries.

    A unit that only answers sees its items; who signs or works for the whole body sees all.
    """
    rows = InquiryItem.objects.filter(inquiry=inquiry).values_list("position", "assigned_unit")
    body = inquiry.body_id
    mine = {place for place, unit in rows if may_deliver(actor=actor, body=body, unit=unit)}
    whole = sees_whole(inquiry=inquiry, actor=actor)
    counts = dict.fromkeys((item.position for item in page.items), 0)
    for place in ItemComment.objects.filter(item__inquiry=inquiry).values_list("item__position", flat=True):
        counts[place] += 1
    return {
        "items": tuple(item for item in page.items if whole or item.position in mine),
        "mine": mine,
        "sees_whole": whole,
        "comment_counts": counts,
        "signatures": readable_signatures(inquiry=inquiry, page=page, actor=actor) if whole else (),
    }


def sees_whole(*, inquiry: Inquiry, actor: Actor) -> bool:
    """Whether somebody who may read an inquiry is shown all of its items: not a unit that only answers some."""
    units = own_units(actor=actor)
    return units is None or bool(units & units_signing(inquiry=inquiry))


def own_units(*, actor: Actor) -> frozenset[int] | None:
    """Primary keys of the units to whose inquiries lists are narrowed for the actor; None where all are shown."""
    return actor.scopes.units if actor.roles == frozenset({Role.UNIT}) else None


def readable_signatures(*, inquiry: Inquiry, page: AnswerPage, actor: Actor) -> tuple[ReadableSignature, ...]:
    """The signatures of an inquiry in their order; one query."""
    is_out = page.draft.stage == AnswerDraft.Stage.SIGNING
    return tuple(
        ReadableSignature(
            row, row.is_turn and may_sign(actor=actor, body=inquiry.body_id, unit=row.unit, role=row.role)
        )
        for row in signatures_of(inquiry=inquiry, checksum=page.checksum, is_out=is_out)
    )
