"""What happens to a committee: it is renamed, founded, rests, meets again, ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gremienwerk.committees.actions import (
    end_committee,
    establish_committee,
    pause_committee,
    rename_committee,
    resume_committee,
)
from gremienwerk.committees.forms import EndCommitteeForm, EstablishForm, PauseForm, RenameForm, ResumeForm
from gremienwerk.committees.models import Committee
from gremienwerk.committees.queries.state import state_of_committee
from gremienwerk.committees.views.doors import committee_to_change, form_page
from gremienwerk.core.forms import Choices, PlainForm, store
from gremienwerk.core.german import sort_key


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def rename(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A new name from a day on."""
    user, committee = committee_to_change(request, uid)
    stored = {"name": committee.name, "short_name": committee.short_name} | _seen(committee)
    form = RenameForm(request.POST if request.method == "POST" else None, initial=stored)

    def act() -> None:
        rename_committee(committee=committee, by=user.actor, **form.cleaned_data)

    words = (_("Gremium umbenennen"), _("Für die Zeit davor bleibt der bisherige Name. War er nur falsch geschrieben, gilt die Umbenennung ab dem Tag, den Sie nennen."), _("Neuen Namen eintragen"))  # fmt: skip
    return _answer(
        request,
        committee,
        form=form,
        act=act,
        stored=stored,
        words=words,
        done=_("Der neue Name ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def establish(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A planned committee has been founded."""
    user, committee = committee_to_change(request, uid)
    stored = {"name": committee.name} | _seen(committee)
    form = EstablishForm(request.POST if request.method == "POST" else None, initial=stored)

    def act() -> None:
        establish_committee(committee=committee, by=user.actor, **form.cleaned_data)

    words = (_("Gründung eintragen"), _("Das geplante Gremium besteht ab dann; geplant gewesen zu sein bleibt in seiner Geschichte."), _("Gründung eintragen"))  # fmt: skip
    return _answer(
        request,
        committee,
        form=form,
        act=act,
        stored=stored,
        words=words,
        done=_("Die Gründung ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def pause(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A committee does not meet for a while."""
    user, committee = committee_to_change(request, uid)
    form = PauseForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        given = form.cleaned_data
        until = given["last"] + timedelta(days=1) if given["last"] else None
        pause_committee(
            committee=committee, on=given["on"], until=until, reason=given["reason"], by=user.actor
        )

    words = (_("Gremium ruht"), _("Es besteht weiter, trifft sich aber nicht. Sitze bleiben erhalten."), _("Ruhen eintragen"))  # fmt: skip
    return _answer(
        request,
        committee,
        form=form,
        act=act,
        stored={"seen": ""},
        words=words,
        done=_("Das Ruhen ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def resume(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A committee that rested meets again."""
    user, committee = committee_to_change(request, uid)
    form = ResumeForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        resume_committee(committee=committee, on=form.cleaned_data["on"], by=user.actor)

    words = (_("Gremium tagt wieder"), _("Das Ruhen endet am Tag davor."), _("Wieder tagen lassen"))
    return _answer(
        request,
        committee,
        form=form,
        act=act,
        stored={"seen": ""},
        words=words,
        done=_("Das Gremium tagt wieder."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def end(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A committee has ended."""
    user, committee = committee_to_change(request, uid)
    stored = _seen(committee)
    choices = _others(committee)
    form = EndCommitteeForm(
        request.POST if request.method == "POST" else None, committees=choices, initial=stored
    )

    def act() -> None:
        given = form.cleaned_data
        chosen = given.pop("successor")
        successor = get_object_or_404(Committee, body=user.body_id, uid=chosen) if chosen else None
        end_committee(committee=committee, successor=successor, by=user.actor, **given)

    words = (_("Gremium beenden"), _("Das Gremium bleibt für die Zeit davor erhalten. Seine offenen Sitze und Vertretungen enden mit ihm, wenn Sie einen Tag nennen."), _("Ende des Gremiums eintragen"))  # fmt: skip
    return _answer(
        request,
        committee,
        form=form,
        act=act,
        stored=stored,
        words=words,
        done=_("Das Ende ist eingetragen."),
    )


def _seen(committee: Committee) -> dict[str, object]:
    return {"seen": state_of_committee(committee=committee)}


def _others(committee: Committee) -> Choices:
    rows = Committee.objects.filter(body=committee.body_id).exclude(pk=committee.pk)
    return [(str(one.uid), str(one)) for one in sorted(rows, key=lambda one: sort_key(str(one)))]


def _answer(
    request: HttpRequest,
    committee: Committee,
    *,
    form: PlainForm,
    act: Callable[[], object],
    stored: dict[str, object],
    words: tuple[str, str, str],
    done: str,
) -> HttpResponse:
    """Act on a form that was sent and go back to the committee, or show it."""
    if request.method == "POST" and store(form=form, act=act):
        messages.success(request, done)
        return redirect("desk:committee", uid=committee.uid)
    return form_page(
        request, "committees/form.html", form=form, stored=stored, words=words, committee=committee
    )
