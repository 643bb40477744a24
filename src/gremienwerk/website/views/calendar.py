"""The calendar, one meeting, and published minutes."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from gremienwerk.publishing import queries
from gremienwerk.website.calendar_page import calendar_page
from gremienwerk.website.door import Place, public_page, show
from gremienwerk.website.meeting_page import meeting_page
from gremienwerk.website.structured import meeting_data


@public_page
def calendar(request: HttpRequest, place: Place) -> HttpResponse:
    """Meetings ahead, past ones, or a month as a table."""
    page = calendar_page(edition=place.edition, given=dict(request.GET.lists()))
    feed = reverse("opendata:calendar", kwargs={"language": place.language.segment}) + page.feed_query
    return show(request, "website/calendar.html", {"page": page, "feed_url": feed})


@public_page
def meeting(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """One meeting under its permanent address."""
    page = meeting_page(body=place.body.key, uid=uid, today=place.today, language=place.language.code)
    if page is None:
        raise Http404
    found = page.meeting
    title = found.title or " + ".join(one.name or _("Gruppe ohne Namen") for one in found.committees)
    url = request.build_absolute_uri(request.path)
    event = meeting_data(meeting=found, name=title, url=url)
    return show(request, "website/meeting.html", {"page": page, "title": title, "event": event})


@public_page
def minutes(_request: HttpRequest, place: Place, uid: UUID, name: str) -> HttpResponse:
    """The published minutes of a meeting, shown in the browser where it can."""
    stored = queries.minutes_file(body=place.body.key, uid=uid, today=place.today)
    if stored is None or stored.name != name:
        raise Http404
    response = HttpResponse(stored.content, content_type=stored.media_type)
    header = content_disposition_header(as_attachment=False, filename=stored.name)
    response.headers["Content-Disposition"] = header or "inline"
    return response
