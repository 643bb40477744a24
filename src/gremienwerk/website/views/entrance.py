"""Addresses without a language: the way in, and what machines ask for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from gremienwerk.website.choice import best_language


@require_safe
def entrance(request: HttpRequest) -> HttpResponse:
    """Lead to the start page in the language that suits the browser best."""
    segment = best_language(request).segment
    response = HttpResponseRedirect(reverse("website:start", kwargs={"language": segment}))
    response.headers["Vary"] = "Accept-Language"
    response.headers["Cache-Control"] = "no-cache"
    return response
