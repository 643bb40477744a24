"""The release of an answer, and the files that were released."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.models import StoredFile
from gremienwerk.documents.queries import read_content, restriction_of
from gremienwerk.documents.rules import require_open
from gremienwerk.inquiries.actions import make_public, schedule_dispatch
from gremienwerk.inquiries.actions import release as release_answer
from gremienwerk.inquiries.answer_page import answer_page
from gremienwerk.inquiries.forms import DispatchForm, ReleaseForm, seen_anew
from gremienwerk.inquiries.handing_over import handover_package
from gremienwerk.inquiries.models import Inquiry, Release, ReleasedFile
from gremienwerk.inquiries.models.redactions import latest_redaction
from gremienwerk.inquiries.rules import may_release
from gremienwerk.inquiries.views.inquiries import find_inquiry, refuse_unless


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def release(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say what a release does, and do it when it is confirmed."""
    user = signed_in(request)
    refuse_unless(may_release(actor=user.actor, body=user.body_id))
    inquiry = find_inquiry(request, uid)
    page = answer_page(inquiry=inquiry, today=timezone.localdate())
    form = ReleaseForm(
        request.POST if request.method == "POST" else None,
        next_version=page.next_version,
        says_the_same=page.says_the_same,
        initial={"dispatch_on": inquiry.dispatch_on or timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        try:
            row = _released(request, inquiry, form)
        except UserFacingError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            messages.success(request, _("Fassung %(version)s ist freigegeben.") % {"version": row.version})
            return redirect("inquiries:inquiry", uid=uid)
    if form.is_bound:
        seen_anew(form=form, version=page.next_version)
    context = {"inquiry": inquiry, "form": form, "page": page}
    return render(request, "inquiries/release.html", context, status=400 if form.errors else 200)


def _released(request: HttpRequest, inquiry: Inquiry, form: ReleaseForm) -> Release:
    given = form.cleaned_data
    return release_answer(
        inquiry=inquiry,
        released_on=timezone.localdate(),
        by=signed_in(request).actor,
        why=given.get("why", ""),
        version=given["version"],
        even_if_same=given.get("even_if_same", False),
        dispatch_on=given.get("dispatch_on"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def dispatch(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Set the day before which nothing of the answer is public; a paper that was not public becomes so."""
    user = signed_in(request)
    refuse_unless(may_release(actor=user.actor, body=user.body_id))
    inquiry = find_inquiry(request, uid)
    today = timezone.localdate()
    form = DispatchForm(
        request.POST if request.method == "POST" else None,
        initial={"dispatch_on": inquiry.dispatch_on or today},
    )
    if request.method == "POST" and form.is_valid():
        try:
            act = schedule_dispatch if inquiry.is_public else make_public
            act(inquiry=inquiry, on=form.cleaned_data["dispatch_on"], today=today, by=user.actor)
        except UserFacingError as error:
            form.add_error("dispatch_on", error.message)
        else:
            messages.success(request, _("Der Tag des Versands ist gespeichert."))
            return redirect("inquiries:inquiry", uid=uid)
    context = {"inquiry": inquiry, "form": form}
    return render(request, "inquiries/dispatch.html", context, status=400 if form.errors else 200)


@require_safe
@login_required
def released_file(request: HttpRequest, uid: UUID, version: int, name: str) -> HttpResponse:
    """One file of a released version as it may be seen: redacted, if somebody's data had to be erased from it."""
    inquiry = find_inquiry(request, uid)
    released = get_object_or_404(Release, inquiry=inquiry, version=version)
    redaction = latest_redaction(released)
    if redaction is None:
        found = get_object_or_404(released.files.select_related("file"), file__name=name)
        return _handed_out(request, found.file)
    named = next((one for one in redaction.content["files"] if one["name"] == name), None)
    if named is None:
        raise Http404
    rows = StoredFile.objects.filter(body=inquiry.body, sha256=named["sha256"])
    return _handed_out(request, get_list_or_404(rows)[0])


@require_safe
@login_required
def archived_file(request: HttpRequest, uid: UUID, version: int, name: str) -> HttpResponse:
    """One file of a released version as it was released, also where a redacted one is shown instead."""
    rows = ReleasedFile.objects.select_related("file")
    inquiry = find_inquiry(request, uid)
    found = get_object_or_404(rows, release__inquiry=inquiry, release__version=version, file__name=name)
    return _handed_out(request, found.file)


@require_safe
@login_required
def package(request: HttpRequest, uid: UUID, version: int) -> HttpResponse:
    """A released version as the council office takes it over."""
    inquiry = find_inquiry(request, uid)
    found = get_object_or_404(Release, inquiry=inquiry, version=version)
    content = handover_package(inquiry=inquiry, release=found)
    name = f"uebergabe-{found.released_on:%Y-%m-%d}-fassung-{version}.zip"
    return _download(content, name, "application/zip")


@require_safe
@login_required
def original(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The file of the inquiry as it arrived."""
    inquiry = find_inquiry(request, uid)
    if inquiry.original is None:
        raise Http404
    return _handed_out(request, inquiry.original)


def _handed_out(request: HttpRequest, stored: StoredFile) -> HttpResponse:
    """The file; a restricted one, with its reason, to the administrator only."""
    restriction = restriction_of(stored=stored)
    if restriction is not None:
        require_open(actor=signed_in(request).actor, body=stored.body_id, reason=restriction.reason)
    response = _download(read_content(stored=stored), stored.name, stored.media_type)
    response["ETag"] = f'"{stored.sha256}"'
    return response


def _download(content: bytes, name: str, media_type: str) -> HttpResponse:
    """The bytes as a download that no browser interprets and no shared cache keeps."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or "attachment"
    )
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    return response
