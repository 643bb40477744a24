"""The synonyms and abbreviations of search, kept by staff; a change takes effect with the next search."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gremienwerk.accounts.doors import signed_in
from gremienwerk.accounts.models import User
from gremienwerk.bodies.actions import add_synonym, change_synonym, remove_synonym
from gremienwerk.bodies.models import Synonym
from gremienwerk.bodies.rules import may_edit_synonyms
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import sort_key
from gremienwerk.desk.forms import SynonymForm


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def synonyms(request: HttpRequest) -> HttpResponse:
    """All synonyms, and a form for one more."""
    user = _editor(request)
    form = SynonymForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _done(
        form, lambda: add_synonym(body=user.body, by=user.actor, **form.cleaned_data)
    ):
        messages.success(request, _("Das Synonym ist eingetragen und gilt ab der nächsten Suche."))
        return redirect("desk:synonyms")
    kept = sorted(Synonym.objects.filter(body=user.body_id), key=lambda synonym: sort_key(synonym.term))
    context = {"form": form, "synonyms": kept}
    return render(request, "desk/synonyms.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def synonym(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change or remove one."""
    user = _editor(request)
    kept = get_object_or_404(Synonym, body=user.body_id, uid=uid)
    if request.method == "POST" and "entfernen" in request.POST:
        remove_synonym(synonym=kept, by=user.actor)
        messages.success(request, _("Das Synonym ist entfernt."))
        return redirect("desk:synonyms")
    initial = {"term": kept.term, "equivalents": "\n".join(kept.equivalents)}
    form = SynonymForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and _done(
        form, lambda: change_synonym(synonym=kept, by=user.actor, **form.cleaned_data)
    ):
        messages.success(request, _("Das Synonym ist geändert und gilt ab der nächsten Suche."))
        return redirect("desk:synonyms")
    context = {"form": form, "term": kept.term}
    return render(request, "desk/synonym.html", context, status=400 if form.errors else 200)


def _editor(request: HttpRequest) -> User:
    user = signed_in(request)
    if not may_edit_synonyms(actor=user.actor, body=user.body_id):
        raise PermissionDenied
    return user


def _done(form: SynonymForm, action: Callable[[], object]) -> bool:
    """Act if the form is filled in rightly; what the action refuses stands beside its field."""
    if not form.is_valid():
        return False
    try:
        action()
    except UserFacingError as error:
        form.add_error(error.field, error.message)
        return False
    return True
