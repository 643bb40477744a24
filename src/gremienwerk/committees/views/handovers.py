"""All seats of an organisation go over to another: first shown, then done."""

from __future__ import annotations

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
from gremienwerk.committees.actions import hand_over_seats
from gremienwerk.committees.forms import HandoverForm
from gremienwerk.committees.queries.handover import HandoverLine, Outcome, handover, state_of_handover
from gremienwerk.committees.views.doors import chosen_organisation, organisations_to_choose
from gremienwerk.core.forms import rest_anew, store
from gremienwerk.organisations.models import Organisation
from gremienwerk.organisations.rules import require_editor

_WORDS = {
    Outcome.GOES_OVER: _lazy("geht über"),
    Outcome.ENDS: _lazy("endet, weil es dort schon einen Sitz mit dieser Rolle gibt"),
    Outcome.STAYS: _lazy("bleibt: wird im Ratsinformationssystem geführt"),
    Outcome.LATER: _lazy("bleibt: beginnt erst an diesem Tag oder später"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def hand_over(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Preview on the first press of the button, done on the second; in between nothing is stored."""
    user = signed_in(request)
    require_editor(actor=user.actor, body=user.body_id)
    organisation = get_object_or_404(Organisation, body=user.body_id, uid=uid)
    choices = organisations_to_choose(body=user.body_id, on=timezone.localdate())
    others = [choice for choice in choices if choice[0] != str(organisation.uid)]
    form = HandoverForm(request.POST if request.method == "POST" else None, organisations=others)

    def act() -> list[HandoverLine]:
        given = dict(form.cleaned_data)
        successor = chosen_organisation(body=user.body_id, uid=given.pop("successor"))
        return hand_over_seats(organisation=organisation, successor=successor, by=user.actor, **given)

    wants_it_done = "uebergeben" in request.POST and bool(request.POST.get("seen"))
    if request.method == "POST" and wants_it_done and store(form=form, act=act):
        messages.success(request, _("Die Sitze sind übergeben."))
        return redirect("committees:organisation", uid=uid)
    lines = _preview(form, organisation) if form.is_bound else []
    context = {
        "form": form,
        "organisation": organisation,
        "lines": [(line, _WORDS[line.outcome]) for line in lines],
        "is_possible": any(line.outcome in {Outcome.GOES_OVER, Outcome.ENDS} for line in lines),
        "sentence": _sentence(lines),
    }
    return render(request, "committees/handover.html", context, status=400 if form.errors else 200)


def _preview(form: HandoverForm, organisation: Organisation) -> list[HandoverLine]:
    """What would become of the seats; the form then rests on what is shown."""
    given = form.cleaned_data if form.is_valid() or form.non_field_errors() else {}
    if not given.get("successor") or not given.get("on"):
        return []
    successor = chosen_organisation(body=organisation.body_id, uid=given["successor"])
    lines = handover(organisation=organisation, successor=successor, on=given["on"])
    rest_anew(form=form, seen=state_of_handover(lines=lines))
    return lines


def _sentence(lines: list[HandoverLine]) -> str:
    moving = sum(line.outcome is Outcome.GOES_OVER for line in lines)
    words = ngettext("%(num)s Sitz geht über.", "%(num)s Sitze gehen über.", moving)
    return words % {"num": moving} + " " + _("Noch ist nichts gespeichert.")
