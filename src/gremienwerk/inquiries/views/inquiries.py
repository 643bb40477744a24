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
from gremienwerk.inquiries.queries.signing import units_asked
from gremienwerk.inquiries.rules import may_draft, may_read_all, may_read_asked, may_release
from gremienwerk.inquiries.shared_work import own_units, shared_work


@require_safe
@login_required
def inquiry_list(request: HttpRequest) -> HttpResponse:
    """The inquiries of the body that concern the user, open ones first."""
    user = signed_in(request)
    rows = inquiry_rows(body=user.body_id, units=own_units(actor=user.actor))
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
    page = answer_page(inquiry=found, today=timezone.localdate())
    context = {
        "inquiry": found,
        "page": page,
        **shared_work(inquiry=found, page=page, actor=user.actor),
        "may_draft": may_draft(actor=user.actor, body=user.body_id),
        "may_release": may_release(actor=user.actor, body=user.body_id),
    }
    return render(request, "inquiries/inquiry.html", context)


def find_inquiry(request: HttpRequest, uid: UUID) -> Inquiry:
    """The inquiry of the signed-in user's body; another body's does not exist for them.

    Raises:
        PermissionDenied: if the user speaks for units only, and none of them is asked.
    """
    rows = Inquiry.objects.select_related("body", "reporting_unit", "original")
    user = signed_in(request)
    found = get_object_or_404(rows, body=user.body_id, uid=uid)
    refuse_unless(
        may_read_all(actor=user.actor, body=user.body_id)
        or may_read_asked(actor=user.actor, body=user.body_id, units=units_asked(inquiry=found))
    )
    return found


def refuse_unless(allowed: bool) -> None:
    """Answer 403 where the rules do not allow the page.

    Raises:
        PermissionDenied: if not allowed.
    """
    if not allowed:
        raise PermissionDenied
