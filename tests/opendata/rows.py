"""A public meeting as the queries give it, for tests that need no database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from gremienwerk.publishing.records import MeetingMinutes, MeetingRow, Reference

BERLIN = ZoneInfo("Europe/Berlin")
UID = UUID("6f1c2a44-0f0e-4c5b-9d5b-2d4c8f4f7a10")
COMMITTEE = Reference(UUID("0b6e7a52-90ad-4f5b-8d8e-6a6fd1b7a001"), "Runder Tisch gegen Rassismus")
OTHER = Reference(UUID("0b6e7a52-90ad-4f5b-8d8e-6a6fd1b7a002"), "Netzwerk Antidiskriminierung")
STARTS = datetime(2026, 12, 1, 17, tzinfo=BERLIN)


def meeting_row(**values: Any) -> MeetingRow:
    """A public meeting on 1 December 2026 from 5 to 7 in the evening."""
    usual: dict[str, Any] = {
        "uid": UID,
        "committees": (COMMITTEE,),
        "starts_at": STARTS,
        "ends_at": STARTS.replace(hour=19),
        "day": STARTS.date(),
        "timezone": "Europe/Berlin",
        "place": "Bürgerhaus Färberhof",
        "is_online": False,
        "online_url": "",
        "is_public": True,
        "state": "scheduled",
        "moved_from": None,
        "sequence": 0,
        "note": "",
        "minutes": MeetingMinutes(""),
        "created_at": datetime(2026, 11, 1, 8, tzinfo=UTC),
        "modified_at": datetime(2026, 11, 12, 9, 30, tzinfo=UTC),
    }
    return MeetingRow(**{**usual, **values})
