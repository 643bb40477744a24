"""What happens to an organisation: it gets another name, or another place in the tree."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gremienwerk.accounts.doors import signed_in
from gremienwerk.accounts.models import User
from gremienwerk.committees.forms import MoveOrganisationForm, RenameOrganisationForm
from gremienwerk.committees.views.doors import chosen_organisation, form_page, organisations_to_choose
from gremienwerk.core.forms import PlainForm, store
from gremienwerk.organisations.actions import move_organisation, rename_organisation
from gremienwerk.organisations.models import Organisation
from gremienwerk.organisations.queries import state_of_organisation, tree_on
from gremienwerk.organisations.rules import require_editor


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def rename(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A new name from a day on."""
    user, organisation = _organisation_to_change(request, uid)
    stored = {"name": organisation.name, "short_name": organisation.short_name} | _seen(organisation)
    form = RenameOrganisationForm(request.POST if request.method == "POST" else None, initial=stored)

    def act() -> None:
        rename_organisation(organisation=organisation, by=user.actor, **form.cleaned_data)

    words = (_("Organisation umbenennen"), _("Für die Zeit davor bleibt der bisherige Name."), _("Neuen Namen eintragen"))  # fmt: skip
    done = _("Der neue Name ist eingetragen.")
    return _answer(request, organisation, form=form, act=act, stored=stored, words=words, done=done)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def move(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Another place in the tree from a day on."""
    user, organisation = _organisation_to_change(request, uid)
    above = _parent_at_last(organisation)
    choices = organisations_to_choose(body=user.body_id, on=timezone.localdate(), also=above)
    below = tree_on(body=user.body_id, on=timezone.localdate()).subtree(organisation.pk)
    own = {str(key) for key in Organisation.objects.filter(pk__in=below).values_list("uid", flat=True)}
    stored = {"parent": str(above.uid) if above else ""} | _seen(organisation)
    form = MoveOrganisationForm(
        request.POST if request.method == "POST" else None,
        organisations=[choice for choice in choices if choice[0] not in own],
        initial=stored,
    )

    def act() -> None:
        given = dict(form.cleaned_data)
        chosen = given.pop("parent")
        parent = chosen_organisation(body=user.body_id, uid=chosen) if chosen else None
        move_organisation(organisation=organisation, parent=parent, by=user.actor, **given)

    words = (_("Organisation anders zuordnen"), _("Für die Zeit davor bleibt die bisherige Stellung. Nachgeordnete Stellen und Sitze gehen mit."), _("Neue Stellung eintragen"))  # fmt: skip
    done = _("Die neue Stellung ist eingetragen.")
    return _answer(request, organisation, form=form, act=act, stored=stored, words=words, done=done)


def _organisation_to_change(request: HttpRequest, uid: UUID) -> tuple[User, Organisation]:
    user = signed_in(request)
    require_editor(actor=user.actor, body=user.body_id)
    return user, get_object_or_404(Organisation, body=user.body_id, uid=uid)


def _parent_at_last(organisation: Organisation) -> Organisation | None:
    """Where it stands in the end, also if that begins only later: the place that a move would close."""
    place = organisation.placements.filter(valid_until__isnull=True).select_related("parent").first()
    return place.parent if place else None


def _seen(organisation: Organisation) -> dict[str, object]:
    return {"seen": state_of_organisation(organisation=organisation)}


def _answer(
    request: HttpRequest,
    organisation: Organisation,
    *,
    form: PlainForm,
    act: Callable[[], object],
    stored: dict[str, object],
    words: tuple[str, str, str],
    done: str,
) -> HttpResponse:
    """Act on a form that was sent and go back to the organisation, or show it."""
    if request.method == "POST" and store(form=form, act=act):
        messages.success(request, done)
        return redirect("committees:organisation", uid=organisation.uid)
    return form_page(
        request, "committees/form.html", form=form, stored=stored, words=words, organisation=organisation
    )
