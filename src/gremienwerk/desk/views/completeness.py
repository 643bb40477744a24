"""The report of missing facts."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.committees.queries import committees_on
from gremienwerk.core.as_of import PARAMETER, read_as_of
from gremienwerk.desk.completeness_page import ANCHORS, completeness_page


@require_safe
@login_required
def completeness(request: HttpRequest) -> HttpResponse:
    """What is missing for questions 1 to 6, by question and by committee."""
    as_of = read_as_of(given=request.GET.get(PARAMETER), today=timezone.localdate())
    given = request.GET.get("frage", "")
    question = int(given) if given.isdecimal() and int(given) in ANCHORS else None
    committees = committees_on(body=signed_in(request).body_id, on=as_of.day)
    page = completeness_page(committees=committees, question=question)
    context = {
        "as_of": as_of,
        "page": page,
        "question": question,
        "anchors": ANCHORS,
        "is_empty": not committees,
    }
    return render(request, "desk/completeness.html", context)
