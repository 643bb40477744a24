"""Our lines against the library's: the same bytes for any text, so that speed costs no correctness."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from gremienwerk.core.languages import DEFAULT
from gremienwerk.opendata.calendars import Entry, Feed, write_calendar
from gremienwerk.opendata.content_lines import line, local, text
from tests.opendata.rows import STARTS, meeting_row

PAGE = "https://gremien.example/de/kalender/1/"
FEED = Feed("Sitzungen", "Alle", "https://gremien.example/a.ics", "https://gremien.example/", DEFAULT)
TEXTS = st.text(st.sampled_from('aä€😀\\^,;:"\n\r N'), max_size=200)


@given(TEXTS)
def test_a_text_is_escaped_and_folded_as_by_the_library(value: str) -> None:
    event = Event()
    event.add("SUMMARY", value, {"LANGUAGE": "de"})
    theirs = event.to_ical().removeprefix(b"BEGIN:VEVENT\r\n").removesuffix(b"END:VEVENT\r\n")

    assert line(name="SUMMARY;LANGUAGE=de", value=text(value=value)) == theirs


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC", "America/New_York"])
def test_a_local_time_is_written_as_by_the_library(zone: str) -> None:
    moment = datetime(2026, 7, 1, 18, 30, tzinfo=ZoneInfo(zone))
    event = Event()
    event.add("DTSTART", moment)

    assert local(name="DTSTART", moment=moment, zone=zone) in event.to_ical()


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"state": "cancelled", "cancelled_reason": "Sturm; Eis, Schnee\\n", "sequence": 3},
        {"place": "", "is_online": True, "online_url": "https://treffen.example/x", "title": "Größe " * 30},
        {"moved_from": STARTS, "moved_reason": "Saal belegt.\r\nNeu: Rathaus", "ends_at": None},
    ],
)
def test_the_library_writes_what_it_read_from_us_byte_for_byte(values: dict[str, object]) -> None:
    file = write_calendar(
        feed=FEED, entries=[Entry(meeting_row(**values), PAGE, ("Bildung, Arbeit", "Sport"))]
    )
    (theirs,) = Calendar.from_ical(file).events

    assert file[file.index(b"BEGIN:VEVENT") : file.index(b"END:VCALENDAR")] == theirs.to_ical()
