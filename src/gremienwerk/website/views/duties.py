"""The pages that the law asks of a public site; the body writes them, the frame of each is ours."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from gremienwerk.publishing.sites import site_text
from gremienwerk.website.door import Place, public_page, show
from gremienwerk.website.markdown import render_markdown


@public_page
def accessibility(request: HttpRequest, place: Place) -> HttpResponse:
    """The accessibility statement (BITVNRW § 4): state, how to report a barrier, whom to turn to."""
    return _page(request, place, "accessibility")


@public_page
def plain_language(request: HttpRequest, place: Place) -> HttpResponse:
    """What this site is for, in Leichte Sprache (BITVNRW § 5)."""
    return _page(request, place, "plain_language")


@public_page
def sign_language(request: HttpRequest, place: Place) -> HttpResponse:
    """What this site is for, in German Sign Language: the city's video."""
    return _page(request, place, "sign_language")


@public_page
def imprint(request: HttpRequest, place: Place) -> HttpResponse:
    """Who answers for this site (DDG § 5)."""
    return _page(request, place, "imprint")


@public_page
def privacy(request: HttpRequest, place: Place) -> HttpResponse:
    """What happens with data of visitors (GDPR art. 13)."""
    return _page(request, place, "privacy")


def _page(request: HttpRequest, place: Place, page: str) -> HttpResponse:
    written = site_text(body=place.body.key, page=page, language=place.language.code)
    context = {
        "body": place.body,
        "written": written,
        "html": render_markdown(written.text) if written and written.text else "",
        "is_other_language": bool(written)
        and written is not None
        and written.language != place.language.code,
    }
    return show(request, f"website/duties/{page}.html", context)
