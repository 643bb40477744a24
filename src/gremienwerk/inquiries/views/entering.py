"""The clerk decides on day, blocks and texts; a unit on those of its items."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gremienwerk.accounts.doors import signed_in
from gremienwerk.core.errors import ChangedMeanwhile, UserFacingError
from gremienwerk.inquiries.actions import (
    assign_number,
    comment_item,
    draft_answer,
    edit_item,
    set_climate,
)
from gremienwerk.inquiries.answer_page import answer_page
from gremienwerk.inquiries.forms import CommentForm, DraftForm, ItemForm, seen_anew
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem
from gremienwerk.inquiries.queries.state import state_of_draft, state_of_item
from gremienwerk.inquiries.rules import may_deliver, may_draft
from gremienwerk.inquiries.views.inquiries import find_inquiry, refuse_unless
from gremienwerk.inquiries.views.units import chosen_unit, units_to_choose


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def item(request: HttpRequest, uid: UUID, position: int) -> HttpResponse:
    """Decide how one item is answered, with the present answer beside."""
    found = find_item(request, uid, position)
    seen = state_of_item(item=found)
    form = ItemForm(
        request.POST if request.method == "POST" else None,
        restricted=bool(found.restriction),
        initial={
            "seen": seen,
            "block_confirmed": found.block_confirmed,
            "block": found.block,
            "answer_text": found.answer_text,
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            _store_item(request, found, form)
        except ChangedMeanwhile as error:
            form.add_error(None, error.message)
            seen_anew(form=form, seen=seen)
        else:
            words = _("Die Antwort auf Punkt %(number)s ist gespeichert.")
            messages.success(request, words % {"number": found.number or found.position})
            return redirect("inquiries:inquiry", uid=uid)
    return item_page(request, found, form, CommentForm())


@require_POST
@login_required
def comment(request: HttpRequest, uid: UUID, position: int) -> HttpResponse:
    """Say something about an item to those who work on it."""
    found = find_item(request, uid, position)
    form = CommentForm(request.POST)
    if not form.is_valid():
        blank = ItemForm(
            restricted=bool(found.restriction),
            initial={
                "seen": state_of_item(item=found),
                "block": found.block,
                "answer_text": found.answer_text,
                "block_confirmed": found.block_confirmed,
            },
        )
        return item_page(request, found, blank, form)
    actor = signed_in(request).actor
    comment_item(item=found, text=form.cleaned_data["text"], at=timezone.now(), by=actor)
    messages.success(request, _("Der Kommentar ist gespeichert."))
    return redirect("inquiries:item", uid=uid, position=position)


def find_item(request: HttpRequest, uid: UUID, position: int) -> InquiryItem:
    """The item, for whoever may write its answer."""
    user = signed_in(request)
    inquiry = find_inquiry(request, uid)
    rows = InquiryItem.objects.select_related("assigned_unit", "inquiry")
    found = get_object_or_404(rows, inquiry=inquiry, position=position)
    refuse_unless(may_deliver(actor=user.actor, body=user.body_id, unit=found.assigned_unit_id))
    found.inquiry = inquiry
    return found


def item_page(
    request: HttpRequest, found: InquiryItem, form: ItemForm, comment_form: CommentForm
) -> HttpResponse:
    """The page of an item with both of its forms."""
    page = answer_page(inquiry=found.inquiry, today=timezone.localdate())
    context = {
        "inquiry": found.inquiry,
        "form": form,
        "comment_form": comment_form,
        "comments": found.comments.all(),
        "item": next(one for one in page.items if one.position == found.position),
        "page": page,
    }
    wrong = form.errors or comment_form.errors
    return render(request, "inquiries/item.html", context, status=400 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def draft(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Choose day, unit, chart and number, and fill in the climate check."""
    user = signed_in(request)
    refuse_unless(may_draft(actor=user.actor, body=user.body_id))
    inquiry = find_inquiry(request, uid)
    present = AnswerDraft.objects.get(inquiry=inquiry)
    initial = _present(inquiry, present)
    form = DraftForm(
        request.POST if request.method == "POST" else None,
        units=units_to_choose(user.body, inquiry.reporting_unit),
        initial=initial,
        climate_check=user.body.climate_check,
        # A released paper is made public by whoever releases, on a page of its own.
        is_closed=not inquiry.is_public and inquiry.releases.exists(),
    )
    if request.method == "POST" and form.is_valid():
        try:
            _store_draft(request, inquiry, form)
        except ChangedMeanwhile as error:
            form.add_error(None, error.message)
            seen_anew(form=form, seen=initial["seen"])
        except UserFacingError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            messages.success(request, _("Der Entwurf ist gespeichert."))
            return redirect("inquiries:inquiry", uid=uid)
    return render(
        request,
        "inquiries/draft.html",
        {"inquiry": inquiry, "form": form},
        status=400 if form.errors else 200,
    )


def _present(inquiry: Inquiry, draft: AnswerDraft) -> dict[str, Any]:
    """What the form shows before anybody types."""
    return {
        "seen": state_of_draft(inquiry=inquiry, draft=draft),
        "as_of": draft.as_of,
        "reporting_unit": str(inquiry.reporting_unit.uid),
        "number": inquiry.number,
        "council_url": inquiry.council_url,
        "due_on": inquiry.due_on,
        "not_public": not inquiry.is_public,
        "whole_structure": draft.whole_structure,
        "climate_effect": draft.climate_effect,
        "climate_reason": draft.climate_reason,
    }


def _store_item(request: HttpRequest, item: InquiryItem, form: ItemForm) -> None:
    user, given = signed_in(request), form.cleaned_data
    edit_item(
        item=item,
        by=user.actor,
        block=given["block"],
        answer_text=given["answer_text"],
        block_confirmed=given.get("block_confirmed", False),
        seen=given["seen"],
    )


def _store_draft(request: HttpRequest, inquiry: Inquiry, form: DraftForm) -> None:
    actor, given = signed_in(request).actor, form.cleaned_data
    draft_answer(
        inquiry=inquiry,
        as_of=given["as_of"],
        whole_structure=given["whole_structure"],
        reporting_unit=chosen_unit(inquiry.body_id, given["reporting_unit"]),
        is_public=not given["not_public"] if "not_public" in given else None,
        due_on=given["due_on"],
        by=actor,
        seen=given["seen"],
    )
    assign_number(inquiry=inquiry, number=given["number"], council_url=given["council_url"], by=actor)
    if given.get("climate_effect"):
        warning = set_climate(
            inquiry=inquiry, effect=given["climate_effect"], reason=given["climate_reason"], by=actor
        )
        if warning:
            messages.warning(request, warning)
