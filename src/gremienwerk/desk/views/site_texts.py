"""The texts of the pages that the law asks for, written by the body's administration."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.accounts.models import User
from gremienwerk.bodies.actions import write_site_text
from gremienwerk.bodies.models import SiteText
from gremienwerk.bodies.rules import may_edit_site_texts
from gremienwerk.core.languages import LANGUAGES, language_by_code
from gremienwerk.desk.forms import SiteTextForm


@require_safe
@login_required
def site_texts(request: HttpRequest) -> HttpResponse:
    """Which page has a text in which language."""
    user = _writer(request)
    written = set(
        SiteText.objects.filter(body=user.body_id)
        .exclude(text="", video_url="")
        .values_list("page", "language")
    )
    pages = [
        (page, [(language, (page.value, language.code) in written) for language in LANGUAGES])
        for page in SiteText.Page
    ]
    return render(request, "desk/site_texts.html", {"pages": pages})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def site_text(request: HttpRequest, page: str, language: str) -> HttpResponse:
    """Write one text."""
    user = _writer(request)
    spoken = language_by_code(language)
    if page not in SiteText.Page.values or spoken is None:
        raise Http404
    present = SiteText.objects.filter(body=user.body_id, page=page, language=spoken.code).first()
    initial = {"text": present.text, "video_url": present.video_url} if present else {}
    form = SiteTextForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        write_site_text(body=user.body, page=page, language=spoken.code, by=user.actor, **form.cleaned_data)
        messages.success(
            request, _("Der Text ist gespeichert und gleich auf der öffentlichen Seite zu sehen.")
        )
        return redirect("desk:site_texts")
    context = {"form": form, "page": SiteText.Page(page), "language": spoken}
    return render(request, "desk/site_text.html", context, status=400 if form.errors else 200)


def _writer(request: HttpRequest) -> User:
    user = signed_in(request)
    if not may_edit_site_texts(actor=user.actor, body=user.body_id):
        raise PermissionDenied
    return user
