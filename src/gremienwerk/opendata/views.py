"""Calendars to subscribe to: of everything, of a list as filtered, of one committee, one organisation, one meeting."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from gremienwerk.opendata.calendars import MEDIA_TYPE, Entry, Feed, write_calendar
from gremienwerk.opendata.door import Place, public_file
from gremienwerk.publishing import queries
from gremienwerk.publishing.choosing import committee_choice, meeting_choice
from gremienwerk.publishing.queries.reading import Scheme, term, terms
from gremienwerk.publishing.records import MeetingChoice, MeetingRow

#: How far back a calendar reaches: a subscriber keeps what it has, a new one wants the last year.
_BACK = timedelta(days=400)


@public_file
def calendar(request: HttpRequest, place: Place) -> HttpResponse:
    """The calendar as the page of the same address without the file name shows it, filters included."""
    choice = meeting_choice(given=dict(request.GET.lists()))
    name = _("Sitzungen: %(city)s") % {"city": place.body.name}
    return _answer(request, place, choice, name, _url(place, "website:calendar"))


@public_file
def committees(request: HttpRequest, place: Place) -> HttpResponse:
    """The meetings of the committees that a list shows, filters included."""
    chosen = committee_choice(given=dict(request.GET.lists()))
    listed = queries.committees(body=place.body.key, on=place.today, choice=chosen, size=0, with_facets=False)
    name = _("Sitzungen ausgewählter Gremien: %(city)s") % {"city": place.body.name}
    page = _url(place, "website:committees")
    uids = tuple(row.uid for row in listed.rows)
    if not uids:
        return _file(request, place, [], name, page)
    return _answer(request, place, MeetingChoice(committees=uids), name, page)


@public_file
def committee(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """The meetings of one committee."""
    found = queries.committee(body=place.body.key, uid=uid, on=place.today)
    if found is None:
        raise Http404
    page = _url(place, "website:committee", uid=uid)
    return _answer(request, place, MeetingChoice(committees=(uid,)), found.name, page)


@public_file
def organisation(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """The meetings of all committees in which an organisation holds a seat on the day they meet."""
    found = queries.organisation(body=place.body.key, uid=uid, on=place.today, today=place.today)
    if found is None:
        raise Http404
    page = _url(place, "website:organisation", uid=uid)
    name = _("Sitzungen mit %(organisation)s") % {"organisation": found.name}
    return _answer(request, place, MeetingChoice(organisation=uid), name, page)


@public_file
def meeting(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """One meeting, to be put into one's own calendar."""
    found = queries.meeting(body=place.body.key, uid=uid, today=place.today)
    if found is None:
        raise Http404
    page = _url(place, "website:meeting", uid=uid)
    return _file(request, place, [found], found.title or found.committees[0].name, page)


def _answer(request: HttpRequest, place: Place, choice: MeetingChoice, name: str, page: str) -> HttpResponse:
    found = queries.meetings(
        body=place.body.key, today=place.today, first=place.today - _BACK, choice=choice, size=0
    )
    return _file(request, place, list(found.rows), name, page)


def _file(
    request: HttpRequest, place: Place, meetings: list[MeetingRow], name: str, page: str
) -> HttpResponse:
    feed = Feed(
        name=name,
        description=_("Sitzungen von Gremien und Netzwerken, mit Verlegungen und Absagen"),
        source=place.site + request.get_full_path(),
        page=page,
        language=place.language,
    )
    keys = queries.meeting_topics(body=place.body.key, uids=[one.uid for one in meetings])
    known = terms(body=place.body.key)
    entries = [
        Entry(
            meeting=one,
            page=_url(place, "website:meeting", uid=one.uid),
            topics=tuple(term(known, Scheme.TOPIC, key).name for key in keys.get(one.uid, ())),
        )
        for one in meetings
    ]
    return HttpResponse(write_calendar(feed=feed, entries=entries), content_type=MEDIA_TYPE)


def _url(place: Place, name: str, **arguments: UUID) -> str:
    return place.site + reverse(name, kwargs={"language": place.language.segment, **arguments})
