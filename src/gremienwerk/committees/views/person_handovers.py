"""Somebody leaves or is absent: the list of what they do, and who does it then; first shown, then done."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from gremienwerk.accounts.doors import signed_in
from gremienwerk.committees.actions import hand_over_person
from gremienwerk.committees.forms import PersonHandoverForm
from gremienwerk.committees.queries.handover import Outcome
from gremienwerk.committees.queries.person_handover import (
    PersonLine,
    person_handover,
    state_of_person_handover,
)
from gremienwerk.committees.views.doors import persons_to_choose
from gremienwerk.core.forms import rest_anew, store
from gremienwerk.organisations.models import Person
from gremienwerk.organisations.rules import require_editor

_WORDS = {
    Outcome.GOES_OVER: _lazy("geht über"),
    Outcome.ENDS: _lazy("endet, weil die andere Person diesen Sitz schon ausfüllt"),
    Outcome.STAYS: _lazy("bleibt: persönlicher Sitz oder Gremium des Rates"),
    Outcome.LATER: _lazy("bleibt: beginnt erst an diesem Tag oder später"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def hand_over(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What the person does today; a preview on the first press of the button, done on the second."""
    user = signed_in(request)
    require_editor(actor=user.actor, body=user.body_id)
    person = get_object_or_404(Person, body=user.body_id, uid=uid)
    others = [one for one in persons_to_choose(body=user.body_id) if one[0] != str(person.uid)]
    form = PersonHandoverForm(request.POST if request.method == "POST" else None, persons=others)

    def act() -> list[PersonLine]:
        given = _given(form)
        return hand_over_person(
            person=person,
            successor=get_object_or_404(Person, body=user.body_id, uid=given.pop("successor")),
            by=user.actor,
            **given,
        )

    wants_it_done = "uebergeben" in request.POST and bool(request.POST.get("seen"))
    if request.method == "POST" and wants_it_done and store(form=form, act=act):
        messages.success(request, _("Die Vertretungen sind übergeben."))
        return redirect("committees:hand_over_person", uid=uid)
    previewed = _preview(form, person) if form.is_bound else None
    lines = previewed
    if lines is None:
        lines = person_handover(person=person, successor=None, on=timezone.localdate())
    moving = sum(line.outcome is Outcome.GOES_OVER for line in lines)
    context = {
        "form": form,
        "person": person,
        "lines": [(line, _WORDS[line.outcome]) for line in lines],
        "is_preview": previewed is not None,
        "is_possible": previewed is not None
        and any(line.outcome in {Outcome.GOES_OVER, Outcome.ENDS} for line in lines),
        "sentence": ngettext("%(num)s Sitz geht über.", "%(num)s Sitze gehen über.", moving)
        % {"num": moving},
    }
    return render(request, "committees/person_handover.html", context, status=400 if form.errors else 200)


def _given(form: PersonHandoverForm) -> dict[str, Any]:
    given = dict(form.cleaned_data)
    return given | {"until": _until(given.pop("last"))}


def _until(last: date | None) -> date | None:
    return last + timedelta(days=1) if last else None


def _preview(form: PersonHandoverForm, person: Person) -> list[PersonLine] | None:
    """What would become of the seats; the form then rests on what is shown. None if the form does not say enough."""
    given = form.cleaned_data if form.is_valid() or form.non_field_errors() else {}
    if not given.get("successor") or not given.get("on"):
        return None
    successor = get_object_or_404(Person, body=person.body_id, uid=given["successor"])
    lines = person_handover(
        person=person, successor=successor, on=given["on"], until=_until(given.get("last"))
    )
    rest_anew(form=form, seen=state_of_person_handover(lines=lines))
    return lines
