"""The page of one committee."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.committees.models import Committee
from gremienwerk.committees.rules import may_change_committee, may_work_for_committee
from gremienwerk.core.as_of import PARAMETER, read_as_of
from gremienwerk.desk.committee_page import committee_page, steps_of
from gremienwerk.organisations.rules import may_read_record


@require_safe
@login_required
def committee(request: HttpRequest, uid: str) -> HttpResponse:
    """The seven questions about one committee, answered for a day."""
    user = signed_in(request)
    as_of = read_as_of(given=request.GET.get(PARAMETER), today=timezone.localdate())
    found = get_object_or_404(Committee.objects.select_related("body", "kind"), uid=uid, body=user.body_id)
    page = committee_page(committee=found, on=as_of.day)
    context = {
        "as_of": as_of,
        "page": page,
        "name": page.facts.display_name if page else str(found),
        "may_read_record": may_read_record(actor=user.actor, body=user.body_id)
        or may_work_for_committee(actor=user.actor, committee=found),
        "may_change": may_change_committee(actor=user.actor, committee=found),
        "may_work": may_work_for_committee(actor=user.actor, committee=found),
        "steps": steps_of(life=page.facts.life) if page else (),
    }
    return render(request, "desk/committee.html" if page else "desk/committee_unknown.html", context)
