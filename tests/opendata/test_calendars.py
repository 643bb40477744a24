"""Calendar files: read back by the library, by libical, and the same for the same meetings."""

from __future__ import annotations

import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from gremienwerk.core.languages import DEFAULT
from gremienwerk.opendata.calendars import Entry, Feed, write_calendar
from gremienwerk.publishing.records import MeetingRow
from tests.conftest import skip_or_fail
from tests.opendata.rows import BERLIN, COMMITTEE, OTHER, STARTS, UID, meeting_row

FEED = Feed(
    name="Sitzungen: Musterstadt",
    description="Sitzungen von Gremien",
    source="https://gremien.example/de/kalender/kalender.ics",
    page="https://gremien.example/de/kalender/",
    language=DEFAULT,
)
PAGE = f"https://gremien.example/de/kalender/{UID}/"


def written(*meetings: MeetingRow) -> bytes:
    return write_calendar(feed=FEED, entries=[Entry(meeting, PAGE, ("Teilhabe",)) for meeting in meetings])


def event(meeting: MeetingRow) -> Event:
    (found,) = Calendar.from_ical(written(meeting)).events
    return found


def text(found: Event) -> str:
    return str(found["DESCRIPTION"])


def test_an_event_says_when_where_and_what() -> None:
    found = event(meeting_row())

    assert found["UID"] == str(UID)
    assert (found.start, found.end) == (STARTS, STARTS.replace(hour=19))
    assert found["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert (found["SUMMARY"], found["LOCATION"]) == ("Runder Tisch gegen Rassismus", "Bürgerhaus Färberhof")
    assert (found["STATUS"], found["SEQUENCE"], found["URL"]) == ("CONFIRMED", 0, PAGE)
    assert "Öffentliche Sitzung" in text(found)


def test_a_moved_meeting_keeps_its_uid_and_says_when_it_was() -> None:
    before = event(meeting_row())
    after = event(
        meeting_row(
            starts_at=STARTS.replace(day=8),
            ends_at=None,
            moved_from=STARTS,
            moved_reason="Der Saal ist belegt.",
            sequence=1,
        )
    )

    assert after["UID"] == before["UID"]
    assert (after["SEQUENCE"], after.start) == (1, STARTS.replace(day=8))
    assert after.end == STARTS.replace(day=8, hour=19)
    assert "Verschoben vom 1. Dezember 2026, 17:00 Uhr" in text(after)
    assert "Der Saal ist belegt." in text(after)


def test_a_cancelled_meeting_stays_and_says_so_in_every_way_that_programs_look_for() -> None:
    found = event(meeting_row(state="cancelled", cancelled_reason="Sturmwarnung", sequence=1))

    assert (found["STATUS"], found["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    assert found["SUMMARY"] == "Abgesagt: Runder Tisch gegen Rassismus"
    assert "Abgesagt: Sturmwarnung" in text(found)


def test_a_joint_meeting_names_all_and_an_online_one_how_to_take_part() -> None:
    joint = event(meeting_row(committees=(OTHER, COMMITTEE)))
    online = event(
        meeting_row(place="", is_online=True, online_url="https://treffen.example/x", title="Elternabend")
    )

    assert joint["SUMMARY"] == "Netzwerk Antidiskriminierung und Runder Tisch gegen Rassismus"
    assert (online["SUMMARY"], online["LOCATION"]) == ("Elternabend", "Online")
    assert "https://treffen.example/x" in text(online)
    assert COMMITTEE.name in text(online)


def test_the_same_meetings_give_the_same_bytes() -> None:
    rows = [meeting_row(), meeting_row(uid=COMMITTEE.uid, starts_at=STARTS.replace(year=2025), ends_at=None)]

    assert written(*rows) == written(*rows)


@pytest.mark.parametrize(
    "moment", [date(2026, 1, 15), date(2026, 7, 15), date(2026, 3, 29), date(2026, 10, 25)]
)
def test_times_are_right_in_winter_in_summer_and_on_the_days_between(moment: date) -> None:
    starts = datetime(moment.year, moment.month, moment.day, 10, tzinfo=BERLIN)

    file = written(meeting_row(starts_at=starts, ends_at=None))

    (zone,) = Calendar.from_ical(file).timezones
    assert starts.utcoffset() == zone.to_tz().utcoffset(starts.replace(tzinfo=None))


def test_the_zone_begins_summer_time_in_the_offset_before_and_covers_only_the_years_needed() -> None:
    file = written(
        meeting_row(), meeting_row(uid=OTHER.uid, starts_at=STARTS.replace(year=2027), ends_at=None)
    ).decode()

    zone = file[file.index("BEGIN:VTIMEZONE") : file.index("END:VTIMEZONE")]
    assert "DTSTART:20260329T020000\r\nRDATE:20270328T020000" in zone
    assert "DTSTART:20261025T030000\r\nRDATE:20271031T030000" in zone
    assert "2025" not in zone and "2028" not in zone


def test_an_empty_calendar_is_one() -> None:
    calendar = Calendar.from_ical(written())

    assert calendar.events == []
    assert calendar["X-WR-CALNAME"] == "Sitzungen: Musterstadt"
    assert calendar["REFRESH-INTERVAL"].to_ical() == b"PT6H"


CHECK = """
import sys, gi
gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib
calendar = ICalGLib.Component.new_from_string(open(sys.argv[1], encoding="utf-8").read())
print(int(calendar.check_restrictions()), calendar.count_errors())
"""


def test_libical_finds_no_error(tmp_path: Path) -> None:
    python = Path("/usr/bin/python3")
    ready = (
        python.exists()
        and not subprocess.run(
            [python, "-c", "import gi; gi.require_version('ICalGLib', '3.0')"],
            capture_output=True,
            check=False,
        ).returncode
    )
    if not ready:
        skip_or_fail("libical is missing; install the Debian package gir1.2-ical-3.0.")
    path = tmp_path / "kalender.ics"
    rows = [
        meeting_row(moved_from=STARTS.replace(day=2), moved_reason="Grund; mit, Zeichen\nund Zeile"),
        meeting_row(uid=OTHER.uid, state="cancelled", sequence=2),
        meeting_row(uid=COMMITTEE.uid, is_online=True, online_url="https://treffen.example/x?y=1,2;3"),
    ]
    path.write_bytes(written(*rows))

    said = subprocess.run([python, "-c", CHECK, path], capture_output=True, text=True, check=True).stdout

    assert said.split() == ["1", "0"]
