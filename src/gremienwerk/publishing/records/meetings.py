"""Public meetings."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from gremienwerk.publishing.records.listing import Reference


class MeetingChoice(NamedTuple):
    """What a reader has chosen in the calendar; empty means no limit.

    ``committees`` and ``organisation`` are identifiers (an organisation's meetings are those of committees in
    which it holds a seat on the meeting's day), ``topics``, ``kinds`` and ``levels`` belong to the committees,
    ``states`` are keys of the meeting's state; cancelled meetings are part of every list unless left out here.
    """

    committees: tuple[UUID, ...] = ()
    organisation: UUID | None = None
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    only_public: bool = False
    open_to_guests: bool = False


class MeetingMinutes(NamedTuple):
    """What became of the minutes. ``state`` as the meeting says; a file only when published, a reason only when withheld."""

    state: str
    file_name: str = ""
    media_type: str = ""
    size: int = 0
    reason: str = ""


class MeetingRow(NamedTuple):
    """A meeting of one or several public committees.

    Times are aware, in the meeting's own zone; ``day`` is the local one. Of a meeting that is not public only
    its time, committees, state, reasons and minutes are known: title, place, address and note are empty.
    ``title`` is empty where the meeting is called like its committees; ``cancelled_reason`` and
    ``moved_reason`` (of the latest move, as is ``moved_from``) are written for everybody.
    """

    uid: UUID
    committees: tuple[Reference, ...]
    starts_at: datetime
    ends_at: datetime | None
    day: date
    timezone: str
    place: str
    is_online: bool
    online_url: str
    is_public: bool
    state: str
    moved_from: datetime | None
    sequence: int
    note: str
    minutes: MeetingMinutes
    created_at: datetime
    modified_at: datetime
    title: str = ""
    cancelled_reason: str = ""
    moved_reason: str = ""
