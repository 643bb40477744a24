"""A person subscribes: vdirsyncer fetches the calendar over http, khal shows it; what changes arrives there.

Needs the Debian packages ``vdirsyncer`` and ``khal``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from gremienwerk.meetings.actions import cancel_meeting, move_meeting
from tests.conftest import skip_or_fail
from tests.support.calendar import in_days, make_calendar
from tests.support.cast import SETUP

pytestmark = [pytest.mark.client, pytest.mark.django_db(transaction=True)]

SYNC = """
[general]
status_path = "{folder}/status"
[pair gremien]
a = "own"
b = "city"
collections = null
conflict_resolution = "b wins"
[storage own]
type = "filesystem"
path = "{folder}/calendar"
fileext = ".ics"
[storage city]
type = "http"
url = "{address}"
"""
SHOW = """
[calendars]
[[gremien]]
path = {folder}/calendar
readonly = True
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


class Subscriber:
    """Somebody's own calendar, in a folder of the test."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        (folder / "calendar").mkdir()
        (folder / "sync").write_text(SYNC.format(folder=folder, address=address), encoding="utf-8")
        (folder / "show").write_text(SHOW.format(folder=folder), encoding="utf-8")
        self._run("vdirsyncer", "-c", f"{folder}/sync", "discover")

    def fetch(self) -> list[str]:
        """Ask the city again; each event as "day time title"."""
        self._run("vdirsyncer", "-c", f"{self.folder}/sync", "sync")
        shown = self._run(
            "khal", "-c", f"{self.folder}/show", "list", "--day-format", "",
            "--format", "{start-date} {start-time} {title}", in_days(0).date().isoformat(), "90d",
        )  # fmt: skip
        return [line for line in shown.splitlines() if line.strip()]

    def _run(self, *words: str) -> str:
        environment = {**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "no_proxy": "*"}
        done = subprocess.run(
            words, capture_output=True, text=True, env=environment, timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def test_cancelled_and_moved_meetings_arrive_in_the_calendar_of_a_subscriber(
    live_server: LiveServer, settings: Settings, tmp_path: Path
) -> None:
    if not (shutil.which("vdirsyncer") and shutil.which("khal")):
        skip_or_fail("vdirsyncer or khal is missing; install the Debian packages of these names.")
    settings.REVISION_TRUSTED_SECONDS = 0
    calendar = make_calendar()
    first = calendar.meet(calendar.open, days=10)
    second = calendar.meet(calendar.open, calendar.closed, days=20)
    subscriber = Subscriber(tmp_path, f"{live_server.url}/de/kalender/kalender.ics")

    name, both = "Runder Tisch Ankommen", "Runder Tisch Ankommen und Steuerungskreis Teilhabe"
    assert subscriber.fetch() == [
        f"{in_days(10):%Y-%m-%d} 16:00 {name}",
        f"{in_days(20):%Y-%m-%d} 16:00 {both}",
    ]

    starts = in_days(27) + timedelta(hours=1)
    move_meeting(meeting=second, starts_at=starts, ends_at=None, reason="Saal", at=in_days(-1), by=SETUP)
    cancel_meeting(meeting=first, reason="Sturm", at=in_days(-1), by=SETUP)

    assert subscriber.fetch() == [
        f"{in_days(10):%Y-%m-%d} 16:00 Abgesagt: {name}",
        f"{in_days(27):%Y-%m-%d} 17:00 {both}",
    ]
