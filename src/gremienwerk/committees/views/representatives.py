"""Which person fills a seat."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from gremienwerk.committees.actions import delegate, end_delegation
from gremienwerk.committees.forms import DelegateForm, NewcomerForm, RecallForm
from gremienwerk.committees.models import Membership, Representative
from gremienwerk.committees.seat_page import seat_line
from gremienwerk.committees.views.doors import (
    committee_to_change,
    form_page,
    persons_to_choose,
    seat_of,
)
from gremienwerk.core.actor import Actor
from gremienwerk.core.forms import PlainForm, store
from gremienwerk.organisations.actions import register_person
from gremienwerk.organisations.models import Person
from gremienwerk.organisations.rules import may_edit_register, require_editor

_SENTENCE = _lazy(
    "Der Sitz gehört der Organisation; diese Person füllt ihn aus. Ihr Name ist nicht öffentlich, solange es dafür "
    "keine Einwilligung gibt."
)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def delegate_person(request: HttpRequest, uid: UUID, seat: UUID) -> HttpResponse:
    """A person whom the register knows comes to fill a seat."""
    user, committee = committee_to_change(request, uid)
    found = seat_of(committee, seat)
    form = DelegateForm(
        request.POST if request.method == "POST" else None, persons=persons_to_choose(body=user.body_id)
    )

    def act() -> None:
        given = form.cleaned_data
        person = get_object_or_404(Person, body=user.body_id, uid=given["person"])
        _delegate(found, person, form, user.actor)

    if request.method == "POST" and store(form=form, act=act):
        return _done(request, uid)
    may_register = may_edit_register(actor=user.actor, body=user.body_id)
    words = (_("Jemand vertritt diesen Sitz"), _SENTENCE, _("Vertretung eintragen"))
    return _page(request, found, form, words, may_register=may_register)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def delegate_newcomer(request: HttpRequest, uid: UUID, seat: UUID) -> HttpResponse:
    """A person whom the register does not know yet comes to fill a seat: she is entered and sent, both or nothing."""
    user, committee = committee_to_change(request, uid)
    require_editor(actor=user.actor, body=user.body_id)
    found = seat_of(committee, seat)
    form = NewcomerForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        named = {name: form.cleaned_data[name] for name in ("title", "given_name", "family_name")}
        with transaction.atomic():
            person = register_person(body=user.body, by=user.actor, **named)
            _delegate(found, person, form, user.actor)

    if request.method == "POST" and store(form=form, act=act):
        return _done(request, uid)
    words = (_("Eine neue Person vertritt diesen Sitz"), _SENTENCE, _("Person und Vertretung eintragen"))
    return _page(request, found, form, words)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def recall(request: HttpRequest, uid: UUID, seat: UUID, filled: UUID) -> HttpResponse:
    """A person no longer fills a seat."""
    user, committee = committee_to_change(request, uid)
    found = seat_of(committee, seat)
    row = get_object_or_404(Representative.objects.select_related("person"), membership=found, uid=filled)
    form = RecallForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        given = form.cleaned_data
        row.membership = found
        end_delegation(
            representative=row, on=given["last"] + timedelta(days=1), by=user.actor, why=given["why"]
        )

    if request.method == "POST" and store(form=form, act=act):
        messages.success(request, _("Das Ende der Vertretung ist eingetragen."))
        return redirect("committees:seats", uid=uid)
    words = (_("Eine Vertretung endet"), _("%(name)s füllt den Sitz nicht mehr aus. Der Sitz selbst bleibt.") % {"name": row.person}, _("Ende eintragen"))  # fmt: skip
    return _page(request, found, form, words)


def _page(
    request: HttpRequest,
    seat: Membership,
    form: PlainForm,
    words: tuple[object, object, object],
    *,
    may_register: bool = False,
) -> HttpResponse:
    line = seat_line(membership=seat, on=timezone.localdate())
    return form_page(
        request,
        "committees/seat.html",
        form=form,
        stored={"seen": ""},
        committee=seat.committee,
        words=words,
        seat=line,
        may_register=may_register,
    )


def _done(request: HttpRequest, uid: UUID) -> HttpResponse:
    messages.success(request, _("Die Vertretung ist eingetragen."))
    return redirect("committees:seats", uid=uid)


def _delegate(seat: Membership, person: Person, form: PlainForm, actor: Actor) -> None:
    given = form.cleaned_data
    position = Representative.Position(given["position"])
    delegate(membership=seat, person=person, on=given["on"], position=position, by=actor)
