"""The report of missing facts."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.committees.queries import committees_on, scores_of
from gremienwerk.committees.queries.scores import month_ends
from gremienwerk.core.as_of import PARAMETER, read_as_of
from gremienwerk.desk.completeness_page import ANCHORS, completeness_page

#: How far back the page looks.
_SHOWN = timedelta(days=365)


@require_safe
@login_required
def completeness(request: HttpRequest) -> HttpResponse:
    """What is missing for questions 1 to 6, by question and by committee."""
    as_of = read_as_of(given=request.GET.get(PARAMETER), today=timezone.localdate())
    given = request.GET.get("frage", "")
    question = int(given) if given.isdecimal() and int(given) in ANCHORS else None
    body = signed_in(request).body_id
    committees = committees_on(body=body, on=as_of.day)
    page = completeness_page(committees=committees, question=question)
    context = {
        "as_of": as_of,
        "page": page,
        "question": question,
        "anchors": ANCHORS,
        "is_empty": not committees,
        "months": month_ends(scores=scores_of(body=body, since=as_of.day - _SHOWN, until=as_of.day)),
    }
    return render(request, "desk/completeness.html", context)
