"""The start page: what is next, and three ways in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from gremienwerk.website.door import Place, public_page, show
from gremienwerk.website.start_page import start_page
from gremienwerk.website.structured import body_data


@public_page
def start(request: HttpRequest, place: Place) -> HttpResponse:
    """What is next for everybody."""
    page = start_page(edition=place.edition, language=place.language.code)
    structured = body_data(body=place.body, url=f"{request.scheme}://{request.get_host()}{request.path}")
    return show(request, "website/start.html", {"page": page, "body": place.body, "structured": structured})
