"""The start page: what is next, and three ways in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from gremienwerk.website.door import Place, public_page, show


@public_page
def start(request: HttpRequest, place: Place) -> HttpResponse:
    """What is next for everybody."""
    return show(request, "website/start.html", {"body": place.body})
