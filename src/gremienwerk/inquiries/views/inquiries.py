"""The list of inquiries and the page of one."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.inquiries.answer_page import answer_page
from gremienwerk.inquiries.models import Inquiry
from gremienwerk.inquiries.queries import inquiry_rows
from gremienwerk.inquiries.rules import may_draft, may_release


@require_safe
@login_required
def inquiry_list(request: HttpRequest) -> HttpResponse:
    """All inquiries of the body, open ones first."""
    user = signed_in(request)
    rows = inquiry_rows(body=user.body_id)
    context = {
        "open_rows": [row for row in rows if not row.is_released],
        "released_rows": [row for row in rows if row.is_released],
        "today": timezone.localdate(),
        "may_draft": may_draft(actor=user.actor, body=user.body_id),
    }
    return render(request, "inquiries/list.html", context)


@require_safe
@login_required
def inquiry(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One inquiry with its answer as it stands."""
    user = signed_in(request)
    found = find_inquiry(request, uid)
    context = {
        "inquiry": found,
        "page": answer_page(inquiry=found, today=timezone.localdate()),
        "may_draft": may_draft(actor=user.actor, body=user.body_id),
        "may_release": may_release(actor=user.actor, body=user.body_id),
    }
    return render(request, "inquiries/inquiry.html", context)


def find_inquiry(request: HttpRequest, uid: UUID) -> Inquiry:
    """The inquiry of the signed-in user's body; another body's does not exist for them."""
    rows = Inquiry.objects.select_related("body", "reporting_unit", "original")
    return get_object_or_404(rows, body=signed_in(request).body_id, uid=uid)


def refuse_unless(allowed: bool) -> None:
    """Answer 403 where the rules do not allow the page.

    Raises:
        PermissionDenied: if not allowed.
    """
    if not allowed:
        raise PermissionDenied
