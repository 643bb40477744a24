"""What a form was filled in upon: a fingerprint by which an edit in between is noticed."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem


def state_of_item(*, item: InquiryItem) -> str:
    """A fingerprint of what a clerk decides about an item; it differs as soon as anybody has decided otherwise."""
    return _fingerprint(item.block, item.answer_text, item.block_confirmed)


def state_of_draft(*, inquiry: Inquiry, draft: AnswerDraft) -> str:
    """A fingerprint of what the form of the draft shows: day, unit, number, chart, climate check."""
    return _fingerprint(
        draft.as_of.isoformat(),
        inquiry.reporting_unit_id,
        inquiry.number,
        inquiry.is_public,
        _day(inquiry.due_on),
        draft.whole_structure,
        draft.climate_effect,
        draft.climate_reason,
    )


def state_of_items(*, inquiry: Inquiry) -> str:
    """A fingerprint of the items as the source has them: which, in which order, with which wording."""
    rows = InquiryItem.objects.filter(inquiry=inquiry).order_by("position")
    return _fingerprint(*(list(row) for row in rows.values_list("pk", "number", "kind", "text")))


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _fingerprint(*values: object) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()[:32]
