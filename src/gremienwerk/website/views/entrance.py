"""Addresses without a language: the way in, and what machines ask for."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template import engines
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from gremienwerk.publishing import queries
from gremienwerk.publishing.records import CommitteeChoice
from gremienwerk.website.choice import best_language, languages_of
from gremienwerk.website.door import Place, public_page
from gremienwerk.website.sights import sight_for

#: Pages that stand in the sitemap whatever the register holds.
SECTIONS = (
    "start", "committees", "organisations", "administration", "structure", "calendar", "inquiries", "directory",
    "accessibility", "plain_language", "sign_language", "imprint", "privacy",
)  # fmt: skip


@require_safe
def entrance(request: HttpRequest) -> HttpResponse:
    """Lead to the start page in the language that suits the browser best.

    The answer carries a short page with the way in, for whoever does not follow (RFC 9110, 15.4.3).
    """
    language = best_language(request)
    sight, _today = sight_for(request)
    spoken = languages_of(sight.body) if sight else ()
    context = {"city": sight.body.name if sight else "", "best": language, "languages": spoken}
    response = HttpResponseRedirect(reverse("website:start", kwargs={"language": language.segment}))
    response.content = engines["website"].get_template("website/entrance.html").render(context).encode()
    response.headers["Vary"] = "Accept-Language"
    response.headers["Cache-Control"] = "no-cache"
    return response


@public_page
def robots(request: HttpRequest, place: Place) -> HttpResponse:  # noqa: ARG001 - the same for every body
    """Machines may read all public pages, but need not read every day of the past or every search."""
    lines = [
        "User-agent: *",
        "Disallow: /desk/",
        "Disallow: /accounts/",
        "Disallow: /*?*stand=",
        "Disallow: /*/suche/",
        "Disallow: /*/rueckmeldung/",
        f"Sitemap: {_site(request)}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public_page
def manifest(request: HttpRequest, place: Place) -> HttpResponse:  # noqa: ARG001 - a door has both
    """How a phone names and draws the site on its home screen."""
    short = place.body.short_name or place.body.name
    data = {
        "name": place.body.name,
        "short_name": short,
        "start_url": "/",
        "display": "browser",
        "icons": [
            {"src": static(f"website/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
            for size in (192, 512)
        ],
    }
    return JsonResponse(data, content_type="application/manifest+json")


@public_page
def sitemaps(request: HttpRequest, place: Place) -> HttpResponse:
    """One list of pages for each language."""
    files = (
        reverse("website:sitemap", kwargs={"language": language.segment})
        for language in languages_of(place.body)
    )
    entries = "".join(f"<sitemap><loc>{escape(_site(request) + file)}</loc></sitemap>" for file in files)
    return _xml(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>')


@public_page
def sitemap(request: HttpRequest, place: Place) -> HttpResponse:
    """All pages of one language, each with its last change where the register knows it."""
    site = _site(request)
    entries = "".join(
        f"<url><loc>{escape(site + path)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>"
        for path, day in _paths(place)
    )
    return _xml(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>')


def _paths(place: Place) -> Iterator[tuple[str, str]]:
    body, day, segment = place.body.key, place.today, place.language.segment
    for name in SECTIONS:
        yield reverse(f"website:{name}", kwargs={"language": segment}), ""
    everything = CommitteeChoice(status=("alle",))
    committees = queries.committees(body=body, on=day, choice=everything, size=0, with_facets=False)
    organisations = queries.organisations(body=body, on=day, today=day, size=0, with_facets=False)
    profiles = queries.profiles(body=body, on=day, today=day, with_facets=False)
    answers = queries.answers(body=body, on=day, today=day, size=0)
    for name, rows in (
        ("committee", committees.rows),
        ("organisation", organisations.rows),
        ("directory_entry", profiles.rows),
        ("inquiry", answers.rows),
    ):
        for row in rows:
            path = reverse(f"website:{name}", kwargs={"language": segment, "uid": row.uid})
            yield path, row.modified_at.date().isoformat()


def _xml(content: str) -> HttpResponse:
    return HttpResponse(f'<?xml version="1.0" encoding="UTF-8"?>\n{content}', content_type="application/xml")


def _site(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"
