"""What all pages share that change committees: who asks, about which committee, and the answer to a form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from gremienwerk.accounts.doors import signed_in
from gremienwerk.accounts.models import User
from gremienwerk.committees.models import Committee, Membership
from gremienwerk.committees.rules import require_change
from gremienwerk.core.dates import Certainty
from gremienwerk.core.forms import Choices, PlainForm, differences, rest_anew
from gremienwerk.core.german import sort_key
from gremienwerk.organisations.models import Organisation, Person
from gremienwerk.organisations.queries import organisations_on


def committee_to_change(request: HttpRequest, uid: UUID) -> tuple[User, Committee]:
    """Who asks, and the committee that they may change.

    Raises:
        Http404: if their body has no such committee.
        NotAllowed: if they may not change it.
    """
    user = signed_in(request)
    found = get_object_or_404(Committee.objects.select_related("kind", "body"), uid=uid, body=user.body_id)
    require_change(actor=user.actor, committee=found)
    return user, found


def seat_of(committee: Committee, uid: UUID) -> Membership:
    """A seat of the committee; 404 for any other."""
    rows = Membership.objects.select_related("organisation", "person", "committee__kind")
    found: Membership = get_object_or_404(rows, committee=committee, uid=uid)
    return found


def organisations_to_choose(*, body: int, on: date, also: Organisation | None = None) -> Choices:
    """Organisations that may exist on the day, by identifier, in German order; ``also`` one that stands there now."""
    present = organisations_on(body=body, on=on).values()
    chosen = [one for one in present if one.exists(on=on) is not Certainty.NO or (also and also.pk == one.id)]
    return [(str(one.uid), one.name) for one in sorted(chosen, key=lambda one: sort_key(one.name))]


def persons_to_choose(*, body: int) -> Choices:
    """The body's persons by identifier, in German order of their names."""
    known = Person.objects.filter(body=body)
    ordered = sorted(known, key=lambda one: (sort_key(one.family_name), sort_key(one.given_name)))
    return [(str(one.uid), str(one)) for one in ordered]


def chosen_organisation(*, body: int, uid: str) -> Organisation:
    """The organisation of the body with this identifier; 404 for any other."""
    return get_object_or_404(Organisation, body=body, uid=uid)


def form_page(
    request: HttpRequest,
    template: str,
    *,
    form: PlainForm,
    stored: Mapping[str, object],
    **context: Any,
) -> HttpResponse:
    """Show a form; if it rests on a state that is past, with what is stored now beside what was typed.

    Args:
        request: the request.
        template: which page.
        form: the form, bound if it was sent.
        stored: what the form shows when it is opened now; ``seen`` is the state that is stored now.
        context: what else the page shows.
    """
    given = str(form.data.get("seen", "")) if form.is_bound else ""
    moved = bool(given) and given != stored["seen"]
    differing = differences(form=form, stored=stored) if moved else []
    if moved:
        rest_anew(form=form, seen=str(stored["seen"]))
    return render(
        request,
        template,
        {"form": form, "differences": differing, **context},
        status=400 if form.errors else 200,
    )
