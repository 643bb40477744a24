"""Pages made to stand in a frame of another site, the script that puts them there, and how to use it."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from gremienwerk.publishing import queries
from gremienwerk.publishing.choosing import meeting_choice
from gremienwerk.website.called import called_meetings
from gremienwerk.website.door import Place, public_page, show
from gremienwerk.website.views.directory import list_context
from gremienwerk.website.views.policies import allow_embedding, allow_tiles

#: How far the embedded calendar looks ahead, and how many meetings it shows at most.
_AHEAD, _MOST = timedelta(days=180), 12


@public_page
def directory(request: HttpRequest, place: Place) -> HttpResponse:
    """The list of migrant organisations with its filters, without the frame of the site."""
    settled = queries.directory_terms(body=place.body.key)
    response = show(request, "website/embedded/directory.html", list_context(request, place, settled))
    return allow_embedding(allow_tiles(response, settled), settled)


@public_page
def calendar(request: HttpRequest, place: Place) -> HttpResponse:
    """The next public meetings, as the calendar's parameters choose them."""
    settled = queries.directory_terms(body=place.body.key)
    choice = meeting_choice(given=dict(request.GET.lists()))._replace(only_public=True)
    found = queries.meetings(
        body=place.body.key,
        today=place.today,
        first=place.today,
        last=place.today + _AHEAD,
        choice=choice,
        size=_MOST,
    )
    meetings = called_meetings(found.rows, body=place.body.key, language=place.language.code)
    context = {"meetings": meetings, "settled": settled}
    return allow_embedding(show(request, "website/embedded/calendar.html", context), settled)


@public_page
def instructions(request: HttpRequest, place: Place) -> HttpResponse:
    """What to copy into the own site, and which sites may."""
    names = {"directory": "website:embedded_directory", "calendar": "website:embedded_calendar"}
    language = {"language": place.language.segment}
    context = {
        "hosts": queries.directory_terms(body=place.body.key).embedding_hosts,
        "script": request.build_absolute_uri(reverse("website:embedding_script", kwargs=language)),
        "addresses": {
            key: request.build_absolute_uri(reverse(name, kwargs=language)) for key, name in names.items()
        },
    }
    return show(request, "website/embedding.html", context)


@public_page
def script(request: HttpRequest, place: Place) -> HttpResponse:  # noqa: ARG001 - the door gives every view its place
    """The script that other sites include: under an address that stays, whatever release is installed."""
    path = finders.find("website/einbetten.js")
    with open(str(path), encoding="utf-8") as source:  # noqa: PTH123 - finders give a string
        return HttpResponse(source.read(), content_type="text/javascript; charset=utf-8")
