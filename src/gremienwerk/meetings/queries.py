"""How often committees have met."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from django.db.models import Count

from gremienwerk.meetings.models import Meeting

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
