"""Records that may be one: the list of suspicions, two side by side, a merge and its undo."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.accounts.models import User
from gremienwerk.core.forms import rest_anew, store
from gremienwerk.core.paging import page_number, page_of
from gremienwerk.organisations.actions import (
    merge_organisations,
    merge_persons,
    remember_different,
    undo_merge,
    why_not_undone,
)
from gremienwerk.organisations.comparing import compare, other_kind, state_of_pair
from gremienwerk.organisations.forms import MergeForm, UndoForm
from gremienwerk.organisations.models import Merge, Mergeable
from gremienwerk.organisations.moving import count_references
from gremienwerk.organisations.queries import suspicions
from gremienwerk.organisations.rules import require_editor

PAGE_SIZE = 25
_RECENT = 10


@require_safe
@login_required
def duplicates(request: HttpRequest, kind: str) -> HttpResponse:
    """Pairs that may be one record, and the merges of late."""
    user, wanted = _editor(request), _kind(kind)
    found = suspicions(body=user.body_id, kind=wanted)
    of_kind = {f"{wanted.value}__isnull": False}
    merges = Merge.objects.filter(body=user.body_id, undone_on__isnull=True, **of_kind)
    context = {
        "kind": wanted,
        "other": other_kind(kind=wanted),
        "total": len(found),
        "page": page_of(found, number=page_number(request.GET.get("seite")), size=PAGE_SIZE),
        "merges": merges.select_related("organisation", "person").order_by("-pk")[:_RECENT],
    }
    return render(request, "organisations/duplicates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def merge(request: HttpRequest, kind: str, kept: UUID, gone: UUID) -> HttpResponse:
    """Two records side by side: which values stay, what moves; the form makes them one."""
    user, wanted = _editor(request), _kind(kind)
    one, other = _record(user, wanted, kept), _record(user, wanted, gone)
    if one.pk == other.pk:
        raise Http404
    seen = state_of_pair(one=one, other=other)
    data = request.POST if request.method == "POST" else None
    form = MergeForm(data, compared=compare(kept=one, gone=other), initial={"seen": seen})
    made: list[Merge] = []

    def act() -> None:
        act_on: Any = merge_organisations if wanted is Mergeable.ORGANISATION else merge_persons
        words = {"why": form.cleaned_data["why"], "seen": form.cleaned_data["seen"], "taken": form.taken}
        made.append(act_on(kept=one, gone=other, on=timezone.localdate(), by=user.actor, **words))

    if data is not None and store(form=form, act=act):
        messages.success(request, _("Die beiden Einträge sind zusammengeführt."))
        return redirect("organisations:merged", uid=made[0].uid)
    if data is not None and form.data.get("seen") != seen:
        rest_anew(form=form, seen=seen)
    context = {
        "kind": wanted,
        "kept": one,
        "gone": other,
        "form": form,
        "moves": count_references(source=other),
        "stays": count_references(source=one),
    }
    return render(request, "organisations/merge.html", context, status=400 if form.errors else 200)


@require_POST
@login_required
def different(request: HttpRequest, kind: str, kept: UUID, gone: UUID) -> HttpResponse:
    """Remember that two records are not one."""
    user, wanted = _editor(request), _kind(kind)
    one, other = _record(user, wanted, kept), _record(user, wanted, gone)
    remember_different(body=user.body, kind=wanted, one=one.uid, other=other.uid, by=user.actor)
    messages.success(request, _("Gemerkt: Das sind zwei verschiedene. Sie werden nicht mehr vorgeschlagen."))
    return redirect("organisations:duplicates", kind=wanted.value)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def merged(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What a merge did, and the form that takes it back, or why that cannot be done any more."""
    user = _editor(request)
    rows = Merge.objects.select_related("organisation", "person")
    found: Merge = get_object_or_404(rows, uid=uid, body=user.body_id)
    form = UndoForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        undo_merge(merge=found, on=timezone.localdate(), by=user.actor, why=form.cleaned_data["why"])

    if request.method == "POST" and store(form=form, act=act):
        messages.success(
            request, _("Die Zusammenführung ist zurückgenommen. Beide Einträge stehen wieder für sich.")
        )
        return redirect("organisations:duplicates", kind=found.kind.value)
    context = {"merge": found, "form": form, "reasons": why_not_undone(merge=found)}
    return render(request, "organisations/merged.html", context, status=400 if form.errors else 200)


def _editor(request: HttpRequest) -> User:
    user = signed_in(request)
    require_editor(actor=user.actor, body=user.body_id)
    return user


def _kind(word: str) -> Mergeable:
    if word not in Mergeable.values:
        raise Http404
    return Mergeable(word)


def _record(user: User, kind: Mergeable, uid: UUID) -> Any:
    return get_object_or_404(kind.model, uid=uid, body=user.body_id)
