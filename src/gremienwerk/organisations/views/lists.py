"""The list of organisations; the page of one also shows its seats and stands in ``committees``."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.core.as_of import PARAMETER, read_as_of
from gremienwerk.core.filters import read_filters
from gremienwerk.core.paging import page_number, page_of
from gremienwerk.organisations import listing
from gremienwerk.organisations.queries import organisations_on, tree_on
from gremienwerk.organisations.rules import may_edit_register

PAGE_SIZE = 50


@require_safe
@login_required
def organisation_list(request: HttpRequest) -> HttpResponse:
    """All organisations of a day, filtered, a page at a time."""
    user = signed_in(request)
    body = user.body_id
    as_of = read_as_of(given=request.GET.get(PARAMETER), today=timezone.localdate())
    everything = organisations_on(body=body, on=as_of.day)
    tree = tree_on(body=body, on=as_of.day)
    choices = listing.filter_choices(organisations=everything.values())
    filters = read_filters(given=request.GET.dict(), choices=choices, kept=[PARAMETER], text_label=_("Suche"))
    found = listing.matching(organisations=everything.values(), filters=filters, on=as_of.day)
    page = page_of(found, number=page_number(request.GET.get("seite")), size=PAGE_SIZE)
    context = {
        "as_of": as_of,
        "filters": filters,
        "sentence": listing.describe(organisations=found),
        "page": page,
        "rows": [
            listing.row(organisation=one, organisations=everything, tree=tree, on=as_of.day)
            for one in page.items
        ],
        "is_empty": not everything,
        "may_edit": may_edit_register(actor=user.actor, body=body),
    }
    return render(request, "organisations/list.html", context)
