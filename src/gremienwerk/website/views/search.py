"""Search over everything public, and suggestions while typing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from gremienwerk.website.door import Place, public_page, show
from gremienwerk.website.search_page import search_page
from gremienwerk.website.search_page import suggestions as suggested

#: Longer questions are cut; the field in the frame takes no more.
LONGEST = 200


@public_page
def search(request: HttpRequest, place: Place) -> HttpResponse:
    """Hits by kind, each with the reason why it was found."""
    page = search_page(place=place, asked=_asked(request), only=request.GET.get("nur", ""))
    return show(request, "website/search.html", {"page": page})


@public_page
def suggestions(request: HttpRequest, place: Place) -> HttpResponse:
    """A piece of HTML with what may be meant, for the script of the search field."""
    rows = suggested(place=place, asked=_asked(request))
    return show(request, "website/suggestions.html", {"rows": rows})


def _asked(request: HttpRequest) -> str:
    return request.GET.get("text", "").strip()[:LONGEST]
