"""What a stored inquiry brings into its answer, as plain values; and the fingerprint of that."""

from __future__ import annotations

from datetime import date

from gremienwerk.documents.rendering.content.papers import Session
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem
from gremienwerk.inquiries.printouts.frozen import checksum_of, plain
from gremienwerk.inquiries.printouts.paper import AnswerSource, Asked


def source_of(*, inquiry: Inquiry, version: int, is_draft: bool, released_on: date) -> AnswerSource:
    """Read an inquiry, its items and its draft; two queries.

    Args:
        inquiry: the stored inquiry.
        version: the version that the paper will bear.
        is_draft: whether the paper says so.
        released_on: the day that the files' properties bear.
    """
    draft = AnswerDraft.objects.get(inquiry=inquiry)
    items = InquiryItem.objects.filter(inquiry=inquiry).select_related("assigned_unit").order_by("position")
    session = (
        Session(inquiry.session_committee, inquiry.session_date, inquiry.is_public)
        if inquiry.session_committee
        else None
    )
    return AnswerSource(
        kind=inquiry.kind,
        title=inquiry.title,
        groups=tuple(inquiry.groups),
        number=inquiry.number or None,
        dated=inquiry.dated,
        session=session,
        asked=tuple(asked_of(item=item) for item in items),
        climate_effect=draft.climate_effect or None,
        climate_reason=draft.climate_reason,
        whole_structure=draft.whole_structure,
        version=version,
        is_draft=is_draft,
        released_on=released_on,
    )


def asked_of(*, item: InquiryItem) -> Asked:
    """One item with what the clerk has decided."""
    return Asked(
        number=item.number or None,
        kind=item.kind,
        text=item.text,
        parts=tuple((part["number"] or "", part["text"]) for part in item.parts),
        block=item.block,
        answer_text=item.answer_text,
        unit=item.assigned_unit.name if item.assigned_unit else "",
        needs_confirmation=item.needs_confirmation,
    )


def fingerprint_of(*, source: AnswerSource) -> str:
    """A checksum of everything that a clerk may edit: it differs when the draft has changed meanwhile."""
    return checksum_of(plain(source))
