"""A city with one committee and the moments of these tests."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from gremienwerk.committees.models import Committee
from gremienwerk.documents.actions import store_file
from gremienwerk.documents.models import StoredFile
from gremienwerk.meetings.actions import record_meeting
from gremienwerk.meetings.models import Meeting
from tests.support.cast import SETUP, City, make_committee

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def moment(day: int, *, month: int = 12, hour: int = 16, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, tzinfo=BERLIN)


def round_table(city: City, **fields: Any) -> Committee:
    return make_committee(city.body, "Runder Tisch Ankommen", **fields)


def plan_meeting(city: City, committee: Committee, **fields: object) -> Meeting:
    values: dict[str, object] = {"starts_at": moment(8), "ends_at": moment(8, hour=18), "place": "Rathaus"}
    return record_meeting(body=city.body, committees=[committee], by=SETUP, **{**values, **fields})  # type: ignore[arg-type]


def a_file(city: City, name: str = "protokoll.pdf") -> StoredFile:
    return store_file(
        body=city.body, content=b"%PDF-1.7 demo", name=name, media_type="application/pdf", by=SETUP
    )
