"""An inquiry arrives: uploaded, pasted or typed; nothing is stored unless all of it can be read."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from gremienwerk.accounts.doors import signed_in
from gremienwerk.inquiries.actions import Original, receive_inquiry
from gremienwerk.inquiries.forms import ArrivalForm, PasteForm, TypedForm, UploadForm
from gremienwerk.inquiries.queries.inquiries import inquiry_with_original
from gremienwerk.inquiries.rules import may_draft
from gremienwerk.inquiries.views.inquiries import refuse_unless
from gremienwerk.inquiries.views.units import chosen_unit, units_to_choose
from gremienwerk.organisations.models.organisations import reporting_unit_of

Form = TypeVar("Form", bound=ArrivalForm)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def upload(request: HttpRequest) -> HttpResponse:
    """Take in an inquiry from its file."""
    form = _form(request, UploadForm, too_large=_was_cut_off(request))
    if request.method == "POST" and form.is_valid() and not form.cleaned_data["again"]:
        known = inquiry_with_original(body=signed_in(request).body_id, content=form.content)
        if known:
            form.refuse_known(title=known.title, received_on=known.received_on)
    return _answered(request, form, "inquiries/upload.html")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def paste(request: HttpRequest) -> HttpResponse:
    """Take in an inquiry from its text; the text is kept as a file."""
    return _answered(request, _form(request, PasteForm), "inquiries/paste.html")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def enter(request: HttpRequest) -> HttpResponse:
    """Take in an inquiry that the clerk writes down."""
    return _answered(request, _form(request, TypedForm), "inquiries/enter.html")


def _was_cut_off(request: HttpRequest) -> bool:
    """Whether the upload was too large; the mark is set while the form is read."""
    list(request.POST)
    return "GREMIENWERK_UPLOAD_TOO_LARGE" in request.META


def _form(request: HttpRequest, kind: type[Form], **options: Any) -> Form:
    user = signed_in(request)
    refuse_unless(may_draft(actor=user.actor, body=user.body_id))
    unit = reporting_unit_of(user.body)
    posted = request.method == "POST"
    return kind(
        request.POST if posted else None,
        request.FILES if posted else None,
        units=units_to_choose(user.body),
        today=timezone.localdate(),
        initial={"received_on": timezone.localdate(), "reporting_unit": str(unit.uid) if unit else ""},
        **options,
    )


def _answered(request: HttpRequest, form: ArrivalForm, template: str) -> HttpResponse:
    """The form again, or the inquiry that was stored."""
    user = signed_in(request)
    if request.method != "POST" or not form.is_valid() or form.parsed is None:
        return render(request, template, {"form": form}, status=400 if form.errors else 200)
    given = form.cleaned_data
    received = receive_inquiry(
        body=user.body,
        parsed=form.parsed,
        received_on=given["received_on"],
        reporting_unit=chosen_unit(user.body_id, given["reporting_unit"]),
        original=Original(form.content, form.name, form.media_type) if form.content else None,
        by=user.actor,
    )
    count = len(form.parsed.questions)
    words = ngettext("Eine Frage erkannt.", "%(num)s Fragen erkannt.", count) % {"num": count}
    messages.success(request, _("%(words)s Bitte prüfen Sie den Entwurf.") % {"words": words})
    for remark in form.parsed.messages:
        messages.warning(request, remark)
    return redirect("inquiries:inquiry", uid=received.uid)
