"""What was recorded of a committee, a seat, an organisation or a person; the last act can be taken back there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.accounts.models import User
from gremienwerk.audit.timeline import act_of
from gremienwerk.committees.actions.undoing import undo_act, why_not_taken_back
from gremienwerk.committees.forms.undoing import UndoActForm
from gremienwerk.committees.models import Committee, Membership
from gremienwerk.committees.recorded import in_words, recorded_of
from gremienwerk.committees.rules import may_work_for_committee
from gremienwerk.core.forms import store
from gremienwerk.core.paging import page_number, page_of
from gremienwerk.organisations.models import Organisation, Person
from gremienwerk.organisations.rules import may_edit_register, may_read_record, may_see_who

_NOUNS: dict[str, type[Any]] = {
    "gremium": Committee,
    "sitz": Membership,
    "organisation": Organisation,
    "person": Person,
}
PAGE_SIZE = 25


@require_safe
@login_required
def history(request: HttpRequest, noun: str, uid: UUID) -> HttpResponse:
    """The acts about a record, the newest first."""
    user, record = _to_read(request, noun, uid)
    acts = recorded_of(record=record)
    page = page_of(acts, number=page_number(request.GET.get("seite")), size=PAGE_SIZE)
    sees_who = may_see_who(actor=user.actor, body=user.body_id)
    context = {
        "record": record,
        "noun": noun,
        "back": _back(record),
        "page": page,
        "acts": in_words(acts=page.items, sees_who=sees_who, own_key=user.actor.key),
        "may_undo": bool(acts) and _may_undo(user, record),
    }
    return render(request, "committees/history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def undo(request: HttpRequest, noun: str, uid: UUID) -> HttpResponse:
    """What the newest act about a record did, and the form that takes it back, or why that cannot be."""
    user, record = _to_read(request, noun, uid)
    if not _may_undo(user, record):
        raise PermissionDenied
    acts = recorded_of(record=record)
    newest = act_of(body=user.body_id, key=acts[0].first.key) if acts else None
    if newest is None:
        raise Http404
    form = UndoActForm(request.POST if request.method == "POST" else None, initial={"act": newest.first.key})

    def act() -> None:
        given = form.cleaned_data
        undo_act(body=user.body_id, key=given["act"], by=user.actor, why=given["why"])

    if request.method == "POST" and store(form=form, act=act):
        messages.success(request, _("Die letzte Änderung ist zurückgenommen."))
        return redirect("committees:history", noun=noun, uid=uid)
    context = {
        "record": record,
        "noun": noun,
        "form": form,
        "happened": in_words(acts=[newest], sees_who=False, own_key="")[0].happened,
        "reasons": why_not_taken_back(body=user.body_id, act=newest),
    }
    return render(request, "committees/undo.html", context, status=400 if form.errors else 200)


def _may_undo(user: User, record: Any) -> bool:
    return may_edit_register(actor=user.actor, body=user.body_id) or _works_for(user, record)


def _to_read(request: HttpRequest, noun: str, uid: UUID) -> tuple[User, Any]:
    user = signed_in(request)
    if noun not in _NOUNS:
        raise Http404
    record = get_object_or_404(_NOUNS[noun], uid=uid, body=user.body_id)
    if not (may_read_record(actor=user.actor, body=user.body_id) or _works_for(user, record)):
        raise PermissionDenied
    return user, record


def _works_for(user: User, record: Any) -> bool:
    """The office of a committee reads what was recorded of it and of its seats."""
    committee = record.committee if isinstance(record, Membership) else record
    return isinstance(committee, Committee) and may_work_for_committee(actor=user.actor, committee=committee)


def _back(record: Any) -> str:
    if isinstance(record, Organisation):
        return reverse("committees:organisation", kwargs={"uid": record.uid})
    if isinstance(record, Committee):
        return reverse("desk:committee", kwargs={"uid": record.uid})
    if isinstance(record, Membership):
        return reverse("committees:seats", kwargs={"uid": record.committee.uid})
    return reverse("organisations:duplicates", kwargs={"kind": "person"})
