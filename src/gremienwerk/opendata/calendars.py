"""Meetings as iCalendar (RFC 5545 and 7986), for calendars that subscribe and ask again every few hours.

An event keeps its UID whatever becomes of the meeting: a moved one has new times and a higher SEQUENCE, a
cancelled one stays with STATUS:CANCELLED, because calendars forget only what they are told. Nothing in the file
depends on when it was asked for, so the same meetings give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone

from gremienwerk.core import wording
from gremienwerk.core.languages import Language
from gremienwerk.opendata.timezones import timezone_component
from gremienwerk.publishing.records import MeetingRow

MEDIA_TYPE = "text/calendar; charset=utf-8"
_REFRESH = timedelta(hours=6)
_USUAL_LENGTH = timedelta(hours=2)
_CANCELLED = "cancelled"
_END = b"END:VCALENDAR\r\n"


class Feed(NamedTuple):
    """What a calendar says of itself; ``source`` is its own address, ``page`` that of the page it belongs to."""

    name: str
    description: str
    source: str
    page: str
    language: Language


class Entry(NamedTuple):
    """A meeting with the address of its page and the names of its topics."""

    meeting: MeetingRow
    page: str
    topics: tuple[str, ...] = ()


def write_calendar(*, feed: Feed, entries: Sequence[Entry]) -> bytes:
    """The calendar as a file. Texts come in the language that is active, which is the feed's."""
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Gremienwerk//Sitzungen//DE")
    calendar.add("CALSCALE", "GREGORIAN")
    parameters = {"LANGUAGE": feed.language.cldr}
    calendar.add("NAME", feed.name, parameters)
    calendar.add("X-WR-CALNAME", feed.name)
    calendar.add("DESCRIPTION", feed.description, parameters)
    calendar.add("X-WR-CALDESC", feed.description)
    calendar.add("SOURCE", feed.source, {"VALUE": "URI"})
    calendar.add("URL", feed.page)
    calendar.add("REFRESH-INTERVAL", _REFRESH, {"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT6H")
    for component in _timezones(entry.meeting for entry in entries):
        calendar.add_component(component)
    frame = calendar.to_ical().removesuffix(_END)
    return b"".join([frame, *(_written(entry, feed.language) for entry in entries), _END])


@lru_cache(maxsize=10_000)
def _written(entry: Entry, language: Language) -> bytes:
    """One event as it stands in every file: after a change only the changed meeting is written anew."""
    return bytes(_event(entry, language).to_ical())


def _timezones(meetings: Iterable[MeetingRow]) -> Iterable[Timezone]:
    years: dict[str, set[int]] = {}
    for meeting in meetings:
        years.setdefault(meeting.timezone, set()).update({meeting.starts_at.year, _end(meeting).year})
    for name in sorted(years):
        yield timezone_component(zone=ZoneInfo(name), first_year=min(years[name]), last_year=max(years[name]))


def _event(entry: Entry, language: Language) -> Event:
    meeting, event = entry.meeting, Event()
    modified = meeting.modified_at.astimezone(UTC).replace(microsecond=0)
    parameters = {"LANGUAGE": language.cldr}
    event.add("UID", str(meeting.uid))
    event.add("DTSTAMP", modified)
    event.add("CREATED", meeting.created_at.astimezone(UTC).replace(microsecond=0))
    event.add("LAST-MODIFIED", modified)
    event.add("SEQUENCE", meeting.sequence)
    event.add("DTSTART", meeting.starts_at)
    event.add("DTEND", _end(meeting))
    event.add("SUMMARY", _summary(meeting, language), parameters)
    event.add("DESCRIPTION", "\n".join(_description(entry, language)), parameters)
    where = _where(meeting)
    if where:
        event.add("LOCATION", where, parameters)
    if entry.topics:
        event.add("CATEGORIES", list(entry.topics), parameters)
    event.add("URL", entry.page)
    is_cancelled = meeting.state == _CANCELLED
    event.add("STATUS", "CANCELLED" if is_cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if is_cancelled else "OPAQUE")
    return event


def _end(meeting: MeetingRow) -> datetime:
    return meeting.ends_at or meeting.starts_at + _USUAL_LENGTH


def _summary(meeting: MeetingRow, language: Language) -> str:
    name = meeting.title or _committees(meeting, language)
    return _("Abgesagt: %(meeting)s") % {"meeting": name} if meeting.state == _CANCELLED else name


def _committees(meeting: MeetingRow, language: Language) -> str:
    return wording.join((one.name or _("Gruppe ohne Namen") for one in meeting.committees), language.code)


def _where(meeting: MeetingRow) -> str:
    if meeting.place:
        return meeting.place
    return _("Online") if meeting.is_online else ""


def _description(entry: Entry, language: Language) -> Iterable[str]:
    meeting = entry.meeting
    if meeting.title:
        yield _committees(meeting, language)
    if meeting.state == _CANCELLED and meeting.cancelled_reason:
        yield _("Abgesagt: %(reason)s") % {"reason": meeting.cancelled_reason}
    if meeting.moved_from is not None:
        day = wording.format_day(meeting.moved_from.date(), language.code)
        time = wording.format_time(meeting.moved_from.time(), language.code)
        yield _("Verschoben vom %(day)s, %(time)s") % {"day": day, "time": time}
        yield from filter(None, (meeting.moved_reason,))
    yield _("Öffentliche Sitzung") if meeting.is_public else _("Nicht öffentliche Sitzung")
    yield from filter(None, (meeting.note,))
    if meeting.online_url:
        yield _("Online teilnehmen: %(address)s") % {"address": meeting.online_url}
    yield _("Alles zu diesem Termin: %(address)s") % {"address": entry.page}
