"""Calendars to subscribe to: of everything, of a list as filtered, of one committee, one organisation, one meeting."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
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
    return _answer(request, place, choice, name)


@public_file
def committees(request: HttpRequest, place: Place) -> HttpResponse:
    """The meetings of the committees that a list shows, filters included."""
    chosen = committee_choice(given=dict(request.GET.lists()))
    listed = queries.committees(body=place.body.key, on=place.today, choice=chosen, size=0, with_facets=False)
    name = _("Sitzungen ausgewählter Gremien: %(city)s") % {"city": place.body.name}
    uids = tuple(row.uid for row in listed.rows)
    if not uids:
        return _file(request, place, [], name)
    return _answer(request, place, MeetingChoice(committees=uids), name)


@public_file
def committee(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """The meetings of one committee."""
    found = queries.committee(body=place.body.key, uid=uid, on=place.today)
    if found is None:
        raise Http404
    return _answer(request, place, MeetingChoice(committees=(uid,)), found.name)


@public_file
def organisation(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """The meetings of all committees in which an organisation holds a seat on the day they meet."""
    found = queries.organisation(body=place.body.key, uid=uid, on=place.today, today=place.today)
    if found is None:
        target = queries.moved_to(body=place.body.key, uid=uid)
        if target is None:
            raise Http404
        where = {"language": place.language.segment, "uid": target}
        return HttpResponseRedirect(reverse("opendata:organisation", kwargs=where))
    name = _("Sitzungen mit %(organisation)s") % {"organisation": found.name}
    return _answer(request, place, MeetingChoice(organisation=uid), name)


@public_file
def meeting(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """One meeting, to be put into one's own calendar."""
    found = queries.meeting(body=place.body.key, uid=uid, today=place.today)
    if found is None:
        raise Http404
    return _file(request, place, [found], found.title or found.committees[0].name or _("Gruppe ohne Namen"))


def _answer(request: HttpRequest, place: Place, choice: MeetingChoice, name: str) -> HttpResponse:
    found = queries.meetings(
        body=place.body.key, today=place.today, first=place.today - _BACK, choice=choice, size=0
    )
    return _file(request, place, list(found.rows), name)


def _file(request: HttpRequest, place: Place, meetings: list[MeetingRow], name: str) -> HttpResponse:
    feed = Feed(
        name=name,
        description=_("Sitzungen von Gremien und Netzwerken, mit Verlegungen und Absagen"),
        source=place.site + request.get_full_path(),
        page=place.site + _above(request.path),
        language=place.language,
    )
    keys = queries.meeting_topics(body=place.body.key, uids=[one.uid for one in meetings])
    known = terms(body=place.body.key)
    entries = [
        Entry(
            meeting=one,
            page=_page_of(place, one),
            topics=tuple(term(known, Scheme.TOPIC, key).name for key in keys.get(one.uid, ())),
        )
        for one in meetings
    ]
    return HttpResponse(write_calendar(feed=feed, entries=entries), content_type=MEDIA_TYPE)


def _page_of(place: Place, meeting: MeetingRow) -> str:
    language = place.language.segment
    return place.site + _above(reverse("opendata:meeting", kwargs={"language": language, "uid": meeting.uid}))


def _above(path: str) -> str:
    """The page that a file belongs to: files lie below their pages (design.md, 8)."""
    return path[: path.rindex("/") + 1]
