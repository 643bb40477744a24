"""Items are given to the units that answer them, and talked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from gremienwerk.audit.change import change
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.inquiries.actions.telling import tell_assigned
from gremienwerk.inquiries.models import Inquiry, InquiryItem, ItemComment
from gremienwerk.inquiries.rules import require_delivering, require_drafting
from gremienwerk.organisations.models import Organisation


def assign_items(
    *,
    inquiry: Inquiry,
    items: Sequence[InquiryItem],
    unit: Organisation | None,
    due_on: date | None,
    at: datetime,
    by: Actor,
) -> None:
    """Give items to a unit, which is told by mail; or take them back.

    Args:
        inquiry: whose items.
        items: the questions and motions; those that the unit has already are not told again.
        unit: who writes their answers; None takes them back.
        due_on: by when it delivers.
        at: now, with time zone.
        by: who assigns.

    Raises:
        NotAllowed: if the actor may not draft.
        UserFacingError: if no item is named, or one of another inquiry.
    """
    require_drafting(actor=by, body=inquiry.body_id)
    if not items or any(item.inquiry_id != inquiry.pk for item in items):
        raise UserFacingError("Bitte mindestens einen Punkt dieser Anfrage wählen.", field="items")
    with change(by=by, body=inquiry.body_id) as made:
        Inquiry.objects.select_for_update().get(pk=inquiry.pk)
        told = [
            item
            for item in items
            if made.update(item, action="inquiries.assign_item", assigned_unit=unit, due_on=due_on)
        ]
        if unit is not None and told:
            tell_assigned(inquiry=inquiry, items=told, unit=unit, due_on=due_on, at=at)


def comment_item(*, item: InquiryItem, text: str, at: datetime, by: Actor) -> ItemComment:
    """Say something about an item to those who work on it; it is never part of an answer.

    Raises:
        NotAllowed: if the actor neither drafts nor speaks for the unit of the item.
        UserFacingError: if nothing is said.
    """
    require_delivering(actor=by, body=item.body_id, unit=item.assigned_unit_id)
    if not text.strip():
        raise UserFacingError("Bitte den Kommentar eintragen.", field="text")
    with change(by=by, body=item.body_id) as made:
        comment = ItemComment(
            body_id=item.body_id, item=item, text=text.strip(), author=by.name, written_at=at
        )
        made.create(comment, action="inquiries.comment_item")
    return comment
