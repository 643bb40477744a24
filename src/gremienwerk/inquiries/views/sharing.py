"""Items are given to the units that answer them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gremienwerk.accounts.doors import signed_in
from gremienwerk.inquiries.actions import assign_items
from gremienwerk.inquiries.forms import AssignForm
from gremienwerk.inquiries.models import InquiryItem
from gremienwerk.inquiries.rules import may_draft
from gremienwerk.inquiries.views.inquiries import find_inquiry, refuse_unless
from gremienwerk.inquiries.views.units import chosen_unit, units_to_choose


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def assign(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Give items to a unit, with a day by which it delivers."""
    user = signed_in(request)
    refuse_unless(may_draft(actor=user.actor, body=user.body_id))
    inquiry = find_inquiry(request, uid)
    rows = {
        str(row.position): row
        for row in InquiryItem.objects.filter(inquiry=inquiry).select_related("assigned_unit")
    }
    form = AssignForm(
        request.POST if request.method == "POST" else None,
        items=[(place, _named(row)) for place, row in rows.items()],
        units=units_to_choose(user.body),
        initial={"items": request.GET.getlist("punkt"), "due_on": inquiry.due_on},
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        assign_items(
            inquiry=inquiry,
            items=[rows[place] for place in given["items"]],
            unit=chosen_unit(user.body_id, given["unit"]) if given["unit"] else None,
            due_on=given["due_on"],
            at=timezone.now(),
            by=user.actor,
        )
        messages.success(request, _("Die Zuständigkeit ist gespeichert."))
        return redirect("inquiries:inquiry", uid=uid)
    context = {"inquiry": inquiry, "form": form}
    return render(request, "inquiries/assign.html", context, status=400 if form.errors else 200)


def _named(item: InquiryItem) -> str:
    words = " ".join(item.text.split())
    short = words if len(words) <= 120 else f"{words[:119]}…"
    unit = _(" (bisher %(unit)s)") % {"unit": item.assigned_unit.name} if item.assigned_unit else ""
    return f"{item.number or item.position}: {short}{unit}"
