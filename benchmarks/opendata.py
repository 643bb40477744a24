"""Files of open data: the directory as JSON, the calendar as iCalendar, with bare limits of the same run."""

from __future__ import annotations

import io
import os
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson

DAY = date(2026, 11, 22)
ROUNDS = int(os.environ.get("BENCHMARK_RUNS", "15"))
PLACES, EVENTS = 300, 5_000
INTEGREAT = (
    3.4  # requests a second of the Integreat CMS for 300 places, 605 queries (measured once, elsewhere)
)


def main() -> None:
    """Print each file's cost with that of its limit."""
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("GREMIENWERK_DEMO", "true")
    django.setup()
    call_command("migrate", verbosity=0)
    _calendar()
    body = _directory()
    _lists(body)
    _requests()


def _directory() -> int:
    """A body with 300 entries in its directory; its primary key."""
    from django.db import connection

    from gremienwerk.audit.change import change
    from gremienwerk.bodies.actions import add_topic
    from gremienwerk.bodies.models import Body
    from gremienwerk.organisations.models import DirectoryProfile, Organisation
    from tests.support.cast import SETUP, kind_of, make_body

    body = make_body(key="05999078")
    with change(by=SETUP, body=body.pk):
        Body.objects.filter(pk=body.pk).update(hostname="messung.example")
    topics = [
        add_topic(body=body, name=name, key=name.lower(), by=SETUP) for name in ("Bildung", "Kultur", "Sport")
    ]
    with change(by=SETUP, body=body.pk) as made:
        organisations = [
            Organisation(
                body=body, name=f"Verein {n:04}", languages=["Türkisch", "Deutsch"], street=f"Ring {n}",
                postcode="42999", city="Musterstadt", district="Altstadt", website="https://verein.example",
            )
            for n in range(PLACES)
        ]  # fmt: skip
        made.create_many(organisations, action="benchmark")
        kinds: Any = Organisation.kinds.through
        kinds.objects.bulk_create(
            kinds(organisation_id=one.pk, organisationkind_id=kind_of(body, "mso").pk)
            for one in organisations
        )
        named: Any = Organisation.topics.through
        named.objects.bulk_create(
            named(organisation_id=one.pk, topic_id=topics[n % 3].pk) for n, one in enumerate(organisations)
        )
        made.create_many(
            [
                DirectoryProfile(
                    body=body, organisation=one, description="Wir treffen uns jede Woche. " * 8,
                    offers="Beratung, Sprachkurse, Sport", published_from=date(2026, 1, 1),
                    confirmed_on=date(2026, 10, 1), opening_times="freitags 17 bis 20 Uhr",
                )
                for one in organisations
            ],
            action="benchmark",
        )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{connection.vendor}, {PLACES} entries in the directory")
    return body.pk


def _lists(body: int) -> None:
    from django.db import connection

    from gremienwerk.opendata.directory import as_json
    from gremienwerk.publishing import queries

    def ours(size: int) -> bytes:
        found = queries.profiles(body=body, on=DAY, today=DAY, size=size, with_facets=False)
        return as_json(rows=found.rows, page="https://messung.example/", licence="", city="Musterstadt")

    def bare(size: int) -> bytes:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT t.uid, t.title, r.content FROM publishing_publicrecord r "
                "JOIN publishing_publiclink l ON l.source_id = r.uid AND l.meaning = 'profile_of' "
                "JOIN publishing_publicrecord t ON t.uid = l.target_id "
                "WHERE r.body_id = %s AND r.noun = 'profile' ORDER BY t.sort_key LIMIT %s",
                [body, size],
            )
            rows = [
                {
                    "id": str(uid),
                    "name": name,
                    **(orjson.loads(content) if isinstance(content, str) else content),
                }
                for uid, name, content in cursor.fetchall()
            ]
        return orjson.dumps(rows)

    for size in (100, PLACES):
        _compare(f"JSON of {size} entries", lambda n=size: ours(n), lambda n=size: bare(n))  # type: ignore[misc]


def _requests() -> None:
    """The whole request of 300 entries: made anew each time, and kept."""
    from django.test.utils import override_settings

    with override_settings(ALLOWED_HOSTS=["*"]):
        from config.wsgi import application
        from gremienwerk.website.store import forget_pages

        def kept() -> bytes:
            return _get(application, "/de/migrantenorganisationen/liste.json")

        def anew() -> bytes:
            forget_pages()
            return kept()

        for name, call, limit in (("made anew", anew, 20), ("kept", kept, 100)):
            taken = _cpu(call)
            print(
                f"{f'GET liste.json, {PLACES} entries, {name}':>44}: {taken * 1e3:8.3f} ms   {1 / taken:8,.0f} requests/s   "
                f"{1 / taken / INTEGREAT:6,.0f} x Integreat CMS (target {limit})"
            )


def _get(application: Any, path: str) -> bytes:
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "messung.example",
        "SERVER_PORT": "80", "HTTP_HOST": "messung.example", "REMOTE_ADDR": "127.0.0.1", "SCRIPT_NAME": "",
        "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(), "wsgi.url_scheme": "http",
        "wsgi.version": (1, 0), "wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False,
    }  # fmt: skip
    answered: list[str] = []
    content = b"".join(application(environ, lambda status, _headers: answered.append(status)))
    assert answered == ["200 OK"], answered
    return content


def _calendar() -> None:
    """5,000 events of the same 14 properties, by us and object by object by the library."""
    from django.utils import translation

    from gremienwerk.core.languages import DEFAULT
    from gremienwerk.opendata import calendars
    from gremienwerk.opendata.calendars import Entry, Feed, write_calendar
    from gremienwerk.publishing.records import MeetingMinutes, MeetingRow, Reference

    berlin, written = ZoneInfo("Europe/Berlin"), datetime(2026, 1, 1, tzinfo=UTC)
    entries = [
        Entry(
            MeetingRow(
                uid=UUID(int=n + 1), committees=(Reference(UUID(int=10**9 + n % 200), f"Gremium {n % 200:06}"),),
                starts_at=datetime(2024, 1, 1, 9, tzinfo=berlin) + timedelta(hours=5 * n), ends_at=None,
                day=date(2024, 1, 1), timezone="Europe/Berlin", place="Rathaus", is_online=False, online_url="",
                is_public=True, state="scheduled", moved_from=None, sequence=0, note="", minutes=MeetingMinutes(""),
                created_at=written, modified_at=written,
            ),
            page=f"https://messung.example/de/kalender/{UUID(int=n + 1)}/",
            topics=("Bildung", "Sport"),
        )
        for n in range(EVENTS)
    ]  # fmt: skip
    feed = Feed("Sitzungen", "Alle", "https://messung.example/a.ics", "https://messung.example/", DEFAULT)

    def first() -> bytes:
        calendars._written.cache_clear()
        return write_calendar(feed=feed, entries=entries)

    with translation.override("de"):
        _compare(
            f"calendar of {EVENTS:,} events, first written",
            first,
            lambda: _by_library(entries),
            rounds=3,
        )
        _compare(
            "written again: every event is kept",
            lambda: write_calendar(feed=feed, entries=entries),
            lambda: _by_library(entries),
            rounds=3,
        )


def _by_library(entries: Sequence[Any]) -> bytes:
    from icalendar import Calendar, Event

    calendar = Calendar()
    for entry in entries:
        meeting, event = entry.meeting, Event()
        for name, value in (
            ("UID", str(meeting.uid)), ("DTSTAMP", meeting.modified_at), ("CREATED", meeting.created_at),
            ("LAST-MODIFIED", meeting.modified_at), ("SEQUENCE", meeting.sequence), ("DTSTART", meeting.starts_at),
            ("DTEND", meeting.starts_at + timedelta(hours=2)), ("SUMMARY", meeting.committees[0].name),
            ("DESCRIPTION", f"Öffentliche Sitzung\nAlles zu diesem Termin: {entry.page}"),
            ("LOCATION", meeting.place), ("CATEGORIES", list(entry.topics)), ("URL", entry.page),
            ("STATUS", "CONFIRMED"), ("TRANSP", "OPAQUE"),
        ):  # fmt: skip
            event.add(name, value)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _compare(
    name: str, ours: Callable[[], bytes], limit: Callable[[], bytes], *, rounds: int = ROUNDS
) -> None:
    size = len(ours())
    limit()
    pairs = [(_once(ours), _once(limit)) for _ in range(rounds)]
    mine, bare = (statistics.median(taken) for taken in zip(*pairs, strict=True))
    print(
        f"{name:>44}: {mine * 1e3:8.2f} ms   limit {bare * 1e3:8.2f} ms   ours / limit {mine / bare:5.2f}   "
        f"{size / 1000:,.0f} kB"
    )


def _cpu(call: Callable[[], bytes]) -> float:
    call()
    return statistics.median(_once(call) for _ in range(ROUNDS))


def _once(call: Callable[[], bytes]) -> float:
    """CPU time of this process."""
    begun = time.process_time()
    call()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
