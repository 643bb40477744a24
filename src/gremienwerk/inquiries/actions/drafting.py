"""The clerk decides: the day, the block or text of each item, the climate check."""

from __future__ import annotations

from datetime import date
from enum import Enum

from gremienwerk.audit.change import change
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import ChangedMeanwhile, UserFacingError
from gremienwerk.inquiries.models import AnswerDraft, ClimateEffect, Inquiry, InquiryItem, Release
from gremienwerk.inquiries.queries.state import state_of_draft, state_of_item
from gremienwerk.inquiries.rules import require_delivering, require_drafting, require_releasing
from gremienwerk.organisations.models import Organisation


class Kept(Enum):
    """Stands for a value that is not to be touched, where None is one."""

    KEPT = "kept"


def draft_answer(
    *,
    inquiry: Inquiry,
    as_of: date,
    by: Actor,
    whole_structure: bool = False,
    reporting_unit: Organisation | None = None,
    is_public: bool | None = None,
    due_on: date | Kept | None = Kept.KEPT,
    seen: str = "",
) -> AnswerDraft:
    """Choose for which day, for which unit and with which chart the answer speaks.

    Args:
        inquiry: what is answered.
        as_of: the day whose register answers.
        by: who drafts.
        whole_structure: whether the chart shows all committees instead of the unit's own.
        reporting_unit: the unit that answers; unchanged if None.
        is_public: whether the paper is public at all; what is not never appears on a public page. Unchanged if
            None.
        due_on: by when the answer is due; None if there is no such day.
        seen: ``state_of_draft`` on which the choice rests; empty if nobody has looked at it before.

    Raises:
        NotAllowed: if the actor may not draft, or would make a released paper public without being allowed to release.
        ChangedMeanwhile: if the draft is not in that state any more; nothing is stored then.
    """
    require_drafting(actor=by, body=inquiry.body_id)
    with change(by=by, body=inquiry.body_id) as made:
        _lock(inquiry)
        draft: AnswerDraft = AnswerDraft.objects.get(inquiry=inquiry)
        current = Inquiry.objects.get(pk=inquiry.pk)
        if seen and seen != state_of_draft(inquiry=current, draft=draft):
            raise ChangedMeanwhile(
                "Der Entwurf wurde inzwischen von anderer Seite geändert. Ihre Angaben sind noch nicht "
                "gespeichert. Bitte vergleichen Sie mit der Seite der Anfrage; noch einmal speichern ersetzt "
                "die Angaben der anderen."
            )
        made.update(draft, action="inquiries.draft", as_of=as_of, whole_structure=whole_structure)
        if reporting_unit is not None:
            made.update(inquiry, action="inquiries.assign", reporting_unit=reporting_unit)
        if is_public is not None:
            if is_public and not current.is_public and Release.objects.filter(inquiry=inquiry).exists():
                # What is released and not public would be seen at once: that is the releaser's to decide.
                require_releasing(actor=by, body=inquiry.body_id)
            made.update(inquiry, action="inquiries.publicness", is_public=is_public)
        if due_on is not Kept.KEPT:
            made.update(inquiry, action="inquiries.due", due_on=due_on)
    return draft


def edit_item(
    *,
    item: InquiryItem,
    by: Actor,
    block: str,
    answer_text: str,
    block_confirmed: bool = False,
    seen: str = "",
) -> None:
    """Decide how an item is answered: by a block of the register, or by a text that stands in its place.

    Args:
        item: the question or motion.
        by: who decides; somebody of the unit that it was given to, or a clerk.
        block: a value of ``InquiryItem.Block``; empty for none.
        answer_text: the clerk's text; empty to take the block's words.
        block_confirmed: that the block may stand although the question means only some of the committees.
        seen: ``state_of_item`` on which the decision rests; empty if nobody has looked at it before.

    Raises:
        UserFacingError: if there is no such block.
        ChangedMeanwhile: if the item is not in that state any more; nothing is stored then.
    """
    require_delivering(actor=by, body=item.body_id, unit=item.assigned_unit_id)
    if block not in InquiryItem.Block.values:
        raise UserFacingError("Diesen Antwortbaustein gibt es nicht.", field="block")
    with change(by=by, body=item.body_id) as made:
        _lock(item.inquiry)
        if seen and seen != state_of_item(item=InquiryItem.objects.get(pk=item.pk)):
            raise ChangedMeanwhile(
                "Dieser Punkt wurde inzwischen von anderer Seite geändert. Ihre Angaben sind noch nicht "
                "gespeichert. Unten steht, was zurzeit in der Antwort steht; noch einmal speichern ersetzt es."
            )
        made.update(
            item,
            action="inquiries.edit_item",
            block=block,
            block_confirmed=block_confirmed,
            answer_text=answer_text.strip(),
        )


def set_climate(*, inquiry: Inquiry, effect: str, reason: str, by: Actor) -> str:
    """Fill in the climate check; returns a German warning if a reason would be expected, else an empty text.

    Args:
        inquiry: whose answer.
        effect: a value of ``ClimateEffect``.
        reason: may be empty; with an effect it should not be.
        by: who fills it in.

    Raises:
        UserFacingError: if there is no such effect.
    """
    require_drafting(actor=by, body=inquiry.body_id)
    if effect not in ClimateEffect.values:
        raise UserFacingError("Bitte eine der drei Antworten wählen.", field="climate_effect")
    with change(by=by, body=inquiry.body_id) as made:
        _lock(inquiry)
        draft = AnswerDraft.objects.get(inquiry=inquiry)
        made.update(
            draft, action="inquiries.set_climate", climate_effect=effect, climate_reason=reason.strip()
        )
    if effect != ClimateEffect.NEUTRAL and not reason.strip():
        return "Der Klimacheck nennt Auswirkungen, aber keine Begründung. Bitte eine Begründung ergänzen."
    return ""


def _lock(inquiry: Inquiry) -> None:
    """Wait for a release of this inquiry that is being written, so that neither misses the other."""
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
