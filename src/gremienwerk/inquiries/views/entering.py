"""The clerk decides on day, blocks and texts."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gremienwerk.accounts.doors import signed_in
from gremienwerk.core.errors import ChangedMeanwhile, UserFacingError
from gremienwerk.inquiries.actions import (
    assign_number,
    draft_answer,
    edit_item,
    set_climate,
)
from gremienwerk.inquiries.answer_page import answer_page
from gremienwerk.inquiries.forms import DraftForm, ItemForm, seen_anew
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem
from gremienwerk.inquiries.queries.state import state_of_draft, state_of_item
from gremienwerk.inquiries.rules import may_draft
from gremienwerk.inquiries.views.inquiries import find_inquiry, refuse_unless
from gremienwerk.inquiries.views.units import chosen_unit, units_to_choose


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def item(request: HttpRequest, uid: UUID, position: int) -> HttpResponse:
    """Decide how one item is answered, with the present answer beside."""
    user = signed_in(request)
    refuse_unless(may_draft(actor=user.actor, body=user.body_id))
    inquiry = find_inquiry(request, uid)
    found = get_object_or_404(
        InquiryItem.objects.select_related("assigned_unit"), inquiry=inquiry, position=position
    )
    initial = {
        "seen": state_of_item(item=found),
        "block_confirmed": found.block_confirmed,
        "block": found.block,
        "answer_text": found.answer_text,
        "due_on": found.due_on,
        "assigned_unit": str(found.assigned_unit.uid) if found.assigned_unit else "",
    }
    form = ItemForm(
        request.POST if request.method == "POST" else None,
        units=units_to_choose(user.body),
        restricted=bool(found.restriction),
        initial=initial,
    )
    if request.method == "POST" and form.is_valid():
        try:
            _store_item(request, found, form)
        except ChangedMeanwhile as error:
            form.add_error(None, error.message)
            seen_anew(form=form, seen=initial["seen"])
        else:
            words = _("Die Antwort auf Punkt %(number)s ist gespeichert.")
            messages.success(request, words % {"number": found.number or found.position})
            return redirect("inquiries:inquiry", uid=uid)
    page = answer_page(inquiry=inquiry, today=timezone.localdate())
    shown = next(one for one in page.items if one.position == position)
    context = {"inquiry": inquiry, "form": form, "item": shown, "page": page}
    return render(request, "inquiries/item.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def draft(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Choose day, unit, chart and number, and fill in the climate check."""
    user = signed_in(request)
    refuse_unless(may_draft(actor=user.actor, body=user.body_id))
    inquiry = find_inquiry(request, uid)
    present = AnswerDraft.objects.get(inquiry=inquiry)
    initial = {
        "seen": state_of_draft(inquiry=inquiry, draft=present),
        "as_of": present.as_of,
        "reporting_unit": str(inquiry.reporting_unit.uid),
        "number": inquiry.number,
        "due_on": inquiry.due_on,
        "not_public": not inquiry.is_public,
        "whole_structure": present.whole_structure,
        "climate_effect": present.climate_effect,
        "climate_reason": present.climate_reason,
    }
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


def _store_item(request: HttpRequest, item: InquiryItem, form: ItemForm) -> None:
    user, given = signed_in(request), form.cleaned_data
    assigned = chosen_unit(user.body_id, given["assigned_unit"]) if given["assigned_unit"] else None
    edit_item(
        item=item,
        by=user.actor,
        block=given["block"],
        answer_text=given["answer_text"],
        assigned_unit=assigned,
        due_on=given["due_on"],
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
    assign_number(inquiry=inquiry, number=given["number"], by=actor)
    if given.get("climate_effect"):
        warning = set_climate(
            inquiry=inquiry, effect=given["climate_effect"], reason=given["climate_reason"], by=actor
        )
        if warning:
            messages.warning(request, warning)
