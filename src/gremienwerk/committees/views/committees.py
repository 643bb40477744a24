"""The list of committees."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.committees import listing
from gremienwerk.committees.queries import committees_on
from gremienwerk.core.as_of import PARAMETER, read_as_of
from gremienwerk.core.filters import read_filters
from gremienwerk.core.paging import page_number, page_of
from gremienwerk.organisations.queries import organisations_on
from gremienwerk.organisations.rules import may_edit_register

PAGE_SIZE = 50


@require_safe
@login_required
def committee_list(request: HttpRequest) -> HttpResponse:
    """All committees of a day, filtered, a page at a time."""
    user = signed_in(request)
    body = user.body_id
    as_of = read_as_of(given=request.GET.get(PARAMETER), today=timezone.localdate())
    organisations = organisations_on(body=body, on=as_of.day)
    everything = committees_on(body=body, on=as_of.day)
    choices = listing.filter_choices(committees=everything, organisations=organisations)
    filters = read_filters(given=request.GET.dict(), choices=choices, kept=[PARAMETER], text_label=_("Suche"))
    found = listing.matching(committees=everything, filters=filters, organisations=organisations)
    page = page_of(found, number=page_number(request.GET.get("seite")), size=PAGE_SIZE)
    rows = [listing.row(committee=committee, organisations=organisations) for committee in page.items]
    context = {
        "as_of": as_of,
        "filters": filters,
        "sentence": listing.describe(committees=found),
        "page": page,
        "rows": rows,
        "is_empty": not everything,
        "may_found": may_edit_register(actor=user.actor, body=body),
    }
    return render(request, "committees/list.html", context)
