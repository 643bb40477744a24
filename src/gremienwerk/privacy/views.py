"""Access and erasure for the administration of a body."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.accounts.models import User
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.filters import read_filters
from gremienwerk.core.paging import page_number, page_of
from gremienwerk.organisations.models import Person
from gremienwerk.privacy.actions import erase_person
from gremienwerk.privacy.answer_to_person import answer_archive
from gremienwerk.privacy.forms import ErasureForm
from gremienwerk.privacy.preview import preview_of
from gremienwerk.privacy.queries import subject_access
from gremienwerk.privacy.record import record_of_processing
from gremienwerk.privacy.rules import may_answer_for_data

PAGE_SIZE = 50


@require_safe
@login_required
def persons(request: HttpRequest) -> HttpResponse:
    """Everybody whom the register keeps, to be searched by name or address."""
    user = _keeper(request)
    filters = read_filters(given=request.GET.dict(), choices=[], text_label=_("Suche"))
    rows = Person.objects.filter(body=user.body_id)
    for word in filters.text.split():
        rows = rows.filter(
            Q(family_name__icontains=word) | Q(given_name__icontains=word) | Q(email__icontains=word)
        )
    found = rows.order_by("family_name", "given_name", "pk")
    page = page_of(list(found), number=page_number(request.GET.get("seite")), size=PAGE_SIZE)
    return render(request, "privacy/persons.html", {"filters": filters, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def person(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What is kept of a person and what an erasure would do; a form that erases."""
    user = _keeper(request)
    found = _find(user, uid)
    form = ErasureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            done = erase_person(
                person=found,
                on=timezone.localdate(),
                reason=form.cleaned_data["reason"],
                by=user.actor,
                alone=form.cleaned_data["alone"],
            )
        except UserFacingError as error:
            form.add_error(error.field or None, str(error))
        else:
            messages.success(request, _("Die Person ist gelöscht."))
            if done.unread:
                names = ", ".join(done.unread)
                messages.warning(
                    request, _("Bitte sehen Sie diese Dateien selbst durch: %(names)s") % {"names": names}
                )
            return redirect("privacy:persons")
    alone = form.data.get("alone") == "on"
    context = {"person": found, "form": form, "preview": preview_of(person=found, alone=alone)}
    return render(request, "privacy/person.html", context, status=400 if form.errors else 200)


@require_safe
@login_required
def access(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Everything that is kept of a person, to be handed to them."""
    user = _keeper(request)
    found = subject_access(person=_find(user, uid), on=timezone.localdate())
    return _download(answer_archive(found=found), "application/zip", "auskunft.zip")


@require_safe
@login_required
def processing(request: HttpRequest) -> HttpResponse:
    """The record of processing as a table for the data protection officer."""
    _keeper(request)
    content = record_of_processing().encode("utf-8-sig")
    return _download(content, "text/csv; charset=utf-8", "verzeichnis-der-verarbeitung.csv")


def _download(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _keeper(request: HttpRequest) -> User:
    user = signed_in(request)
    if not may_answer_for_data(actor=user.actor, body=user.body_id):
        raise PermissionDenied
    return user


def _find(user: User, uid: UUID) -> Person:
    found: Person = get_object_or_404(Person.objects.select_related("body"), uid=uid, body=user.body_id)
    return found
