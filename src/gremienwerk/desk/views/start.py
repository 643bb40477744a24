"""The start page: what needs you."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.core.as_of import PARAMETER, read_as_of
from gremienwerk.core.needs import Asking
from gremienwerk.desk.start_page import start_page
from gremienwerk.inquiries.rules import may_draft
from gremienwerk.inquiries.shared_work import own_units


@require_safe
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """What needs the signed-in user, and what is next for their office."""
    as_of = read_as_of(given=request.GET.get(PARAMETER), today=timezone.localdate())
    user = signed_in(request)
    context = {
        "as_of": as_of,
        "page": start_page(
            asking=Asking(user.actor, user.body_id, as_of.day), units=own_units(actor=user.actor)
        ),
        "may_draft": may_draft(actor=user.actor, body=user.body_id),
    }
    return render(request, "desk/start.html", context)
