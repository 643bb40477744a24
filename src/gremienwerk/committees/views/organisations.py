"""The page of an organisation: what it is, where it stands, where it sits."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.committees.holding import in_order, seats_held
from gremienwerk.core.as_of import PARAMETER, read_as_of
from gremienwerk.core.german import sort_key
from gremienwerk.organisations.models import Organisation
from gremienwerk.organisations.portrait import portrait_of
from gremienwerk.organisations.queries import organisations_on, tree_on
from gremienwerk.organisations.rules import may_edit_register, may_read_record


@require_safe
@login_required
def organisation_page(request: HttpRequest, uid: str) -> HttpResponse:
    """One organisation on a day, with its seats and those of the units below it."""
    user = signed_in(request)
    body = user.body_id
    as_of = read_as_of(given=request.GET.get(PARAMETER), today=timezone.localdate())
    organisation = get_object_or_404(Organisation, uid=uid, body=body)
    names = organisations_on(body=body, on=as_of.day)
    tree = tree_on(body=body, on=as_of.day)
    units = tree.subtree(organisation.pk)
    held = seats_held(body=body, on=as_of.day, holders=units, organisations=names)
    below = [row for unit, rows in held.items() if unit != organisation.pk for row in rows]
    context = {
        "as_of": as_of,
        "organisation": names[organisation.pk],
        "portrait": portrait_of(organisation=organisation, on=as_of.day, names=names),
        "path": [names[key] for key in reversed(tree.ancestors(organisation.pk))],
        "children": sorted(
            (names[key] for key in tree.children(organisation.pk)), key=lambda one: sort_key(one.name)
        ),
        "may_read_record": may_read_record(actor=user.actor, body=body),
        "may_edit": may_edit_register(actor=user.actor, body=body),
        "seats": held.get(organisation.pk, []),
        "seats_below": in_order(rows=below),
    }
    return render(request, "committees/organisation.html", context)
