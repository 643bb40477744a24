"""Time zones as calendars write them (RFC 5545, 3.6.5), only for the years that occur.

The library's own component counts the beginning of summer time in the wrong offset and reaches from 1970 to 2038
unless limited, which is longer than most calendars that it stands in.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


class _Change(NamedTuple):
    """That a zone's clock is set: from one offset to another, under a name."""

    name: str
    is_summer: bool
    before: timedelta
    after: timedelta


def timezone_component(*, zone: ZoneInfo, first_year: int, last_year: int) -> Timezone:
    """The VTIMEZONE of a zone from the beginning of one year to the end of another.

    Args:
        zone: the zone; its key becomes the TZID.
        first_year: the year of the earliest time in the calendar.
        last_year: the year of the latest.
    """
    start = datetime(first_year, 1, 1, tzinfo=zone).astimezone(UTC)
    until = datetime(last_year + 1, 1, 1, tzinfo=zone).astimezone(UTC)
    onsets: dict[_Change, list[datetime]] = {_change(zone, start, start): [start]}
    day = start
    while day < until:
        if _offset(zone, day) != _offset(zone, day + _DAY):
            moment = _moment(zone, day, day + _DAY)
            onsets.setdefault(_change(zone, moment - _MINUTE, moment), []).append(moment)
        day += _DAY
    component = Timezone()
    component.add("TZID", zone.key)
    for change, moments in onsets.items():
        component.add_component(_observance(change, moments))
    return component


def _observance(change: _Change, moments: list[datetime]) -> TimezoneDaylight | TimezoneStandard:
    """Onsets are local times in the offset that held before (RFC 5545, 3.6.5)."""
    part = TimezoneDaylight() if change.is_summer else TimezoneStandard()
    local = [(moment + change.before).replace(tzinfo=None) for moment in moments]
    part.add("DTSTART", local[0])
    if local[1:]:
        part.add("RDATE", local[1:])
    part.add("TZNAME", change.name)
    part.add("TZOFFSETFROM", change.before)
    part.add("TZOFFSETTO", change.after)
    return part


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> _Change:
    local = after.astimezone(zone)
    return _Change(local.tzname() or zone.key, bool(local.dst()), _offset(zone, before), _offset(zone, after))


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _moment(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The minute at which the offset changes between two instants."""
    offset = _offset(zone, low)
    while high - low > _MINUTE:
        middle = low + ((high - low) // 2 // _MINUTE) * _MINUTE
        low, high = (middle, high) if _offset(zone, middle) == offset else (low, middle)
    return high
