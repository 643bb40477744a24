"""An item as the source has it: its wording, and its place among the others."""

from __future__ import annotations

import re
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gremienwerk.accounts.doors import signed_in
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.inquiries.actions import merge_item, move_item, remove_item, reword_item, split_item
from gremienwerk.inquiries.forms import WordingForm, seen_anew
from gremienwerk.inquiries.models import InquiryItem
from gremienwerk.inquiries.queries.state import state_of_items
from gremienwerk.inquiries.rules import may_draft
from gremienwerk.inquiries.views.inquiries import find_inquiry, refuse_unless


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def wording(request: HttpRequest, uid: UUID, position: int) -> HttpResponse:
    """Change an item as the source has it; which step is meant says the button."""
    user = signed_in(request)
    refuse_unless(may_draft(actor=user.actor, body=user.body_id))
    inquiry = find_inquiry(request, uid)
    item = get_object_or_404(InquiryItem, inquiry=inquiry, position=position)
    seen = state_of_items(inquiry=inquiry)
    form = WordingForm(
        request.POST if request.method == "POST" else None,
        initial={"number": item.number, "kind": item.kind, "text": item.text, "seen": seen},
    )
    if request.method == "POST" and form.is_valid():
        try:
            _do(request.POST.get("step", ""), item, form, user.actor)
        except UserFacingError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
            seen_anew(form=form, seen=seen)
        else:
            messages.success(request, _("Die Punkte der Anfrage sind gespeichert."))
            return redirect("inquiries:inquiry", uid=uid)
    context = {"inquiry": inquiry, "form": form, "item": item, "is_last": position == inquiry.items.count()}
    return render(request, "inquiries/wording.html", context, status=400 if form.errors else 200)


def _do(step: str, item: InquiryItem, form: WordingForm, actor: Actor) -> None:
    given = form.cleaned_data
    seen = given["seen"]
    match step:
        case "up" | "down":
            move_item(item=item, up=step == "up", by=actor, seen=seen)
        case "split":
            split_item(item=item, texts=re.split(r"\n\s*\n", given["text"]), by=actor, seen=seen)
        case "merge":
            merge_item(item=item, by=actor, seen=seen)
        case "remove":
            remove_item(item=item, by=actor, seen=seen)
        case _:
            reword_item(
                item=item,
                number=given["number"],
                kind=given["kind"],
                text=given["text"],
                by=actor,
                seen=seen,
            )
