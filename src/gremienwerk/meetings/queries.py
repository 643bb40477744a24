"""How often committees have met, and what lies ahead."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from django.db.models import Count

from gremienwerk.committees.models import Committee
from gremienwerk.meetings.models import Meeting, MeetingMove

_HELD = (Meeting.State.HELD, Meeting.State.CLOSED)


def held_in_year_before(*, body: int, on: date, timezone: str = "Europe/Berlin") -> dict[int, int]:
    """Meetings held in the twelve months up to and including the day, by committee; one query.

    Committees without any are missing from the answer: whether that means none or "not recorded" depends on
    who keeps the calendar (design.md, 2).
    """
    zone = ZoneInfo(timezone)
    end = datetime.combine(on + timedelta(days=1), time(), tzinfo=zone)
    start = datetime.combine(on + timedelta(days=1) - relativedelta(years=1), time(), tzinfo=zone)
    rows = Meeting.objects.filter(body=body, state__in=_HELD, starts_at__gte=start, starts_at__lt=end)
    counted = rows.values("committees").annotate(held=Count("id")).values_list("committees", "held")
    return {committee: held for committee, held in counted if committee is not None}


class ComingMeeting(NamedTuple):
    """A meeting that lies ahead; ``starts_at`` in the time zone in which it was agreed."""

    starts_at: datetime
    place: str
    is_online: bool
    is_public: bool
    state: str
    committees: tuple[int, ...]


def coming_meetings(
    *, body: int, on: date, committee: int | None = None, limit: int = 10, timezone: str = "Europe/Berlin"
) -> list[ComingMeeting]:
    """Scheduled meetings from the beginning of the day on, soonest first; two queries.

    Args:
        body: primary key of the body.
        on: the first day looked at.
        committee: only meetings of this committee.
        limit: at most so many.
        timezone: where the day begins.
    """
    start = datetime.combine(on, time(), tzinfo=ZoneInfo(timezone))
    wanted = (Meeting.State.SCHEDULED, Meeting.State.INVITED)
    rows = Meeting.objects.filter(body=body, state__in=wanted, starts_at__gte=start)
    if committee is not None:
        rows = rows.filter(committees=committee)
    found = rows.order_by("starts_at", "id").prefetch_related("committees")[:limit]
    return [
        ComingMeeting(
            starts_at=meeting.starts_at.astimezone(ZoneInfo(meeting.timezone)),
            place=meeting.place,
            is_online=meeting.is_online,
            is_public=meeting.is_public,
            state=meeting.state,
            committees=tuple(one.pk for one in meeting.committees.all()),
        )
        for meeting in found
    ]


def latest_meeting(*, committee: Committee) -> Meeting | None:
    """The last meeting that was agreed and neither moved nor cancelled: what the next ones are modelled on."""
    left_out = (Meeting.State.DRAFT, Meeting.State.CANCELLED)
    rows = Meeting.objects.filter(committees=committee, moves__isnull=True).exclude(state__in=left_out)
    found: Meeting | None = rows.order_by("-starts_at", "-id").first()
    return found


def days_taken(*, committee: Committee) -> set[date]:
    """The days on which the committee has a meeting in any state, had one before it was moved, or was proposed one.

    Days as they were agreed, in the time zone of each meeting.
    """
    met = Meeting.objects.filter(committees=committee)
    moved = MeetingMove.objects.filter(meeting__committees=committee)
    moments = [
        *met.values_list("starts_at", "timezone"),
        *moved.values_list("starts_at", "meeting__timezone"),
    ]
    proposed = Meeting.objects.filter(proposed_by=committee).values_list("proposed_for", flat=True)
    return {moment.astimezone(ZoneInfo(zone)).date() for moment, zone in moments} | {
        day for day in proposed if day is not None
    }
