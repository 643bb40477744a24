"""Which meetings need somebody: to be agreed or prepared, and minutes to be added, approved or published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from gremienwerk.committees.models import Committee
from gremienwerk.core.dates import write_day
from gremienwerk.core.needs import Asking, Need, NeedGroup
from gremienwerk.meetings.models import Meeting, Minutes
from gremienwerk.meetings.rules import may_change_meeting

AHEAD = timedelta(days=14)
"""How long before a meeting it has to be prepared."""
BACK = timedelta(days=365)
"""How long after a meeting its minutes are still asked for."""
_PLACE = "turnus"


def needs(asking: Asking) -> Iterator[NeedGroup]:
    """Meetings ahead that are not invited to, and past ones without published minutes; four queries at most."""
    start = datetime.combine(asking.on, time(), tzinfo=ZoneInfo("Europe/Berlin"))
    ahead = Meeting.objects.filter(
        body=asking.body,
        state__in=(Meeting.State.DRAFT, Meeting.State.SCHEDULED),
        starts_at__gte=start,
        starts_at__lt=start + AHEAD,
    )
    yield NeedGroup("sitzungen", _("Sitzungen vorbereiten"), _lines(asking, ahead, _to_prepare))
    past = Meeting.objects.filter(
        body=asking.body,
        state__in=(Meeting.State.HELD, Meeting.State.CLOSED),
        starts_at__gte=start - BACK,
        starts_at__lt=start,
    ).exclude(minutes__state__in=(Minutes.State.PUBLISHED, Minutes.State.WITHHELD))
    published = past.filter(committees__minutes=Committee.Minutes.PUBLIC).distinct()
    rows = published.select_related("minutes")
    yield NeedGroup("protokolle", _("Protokolle veröffentlichen"), _lines(asking, rows, _to_publish))


def _lines(
    asking: Asking, rows: QuerySet[Meeting], line: Callable[[Meeting, str, str], Need]
) -> tuple[Need, ...]:
    kept = Committee.objects.select_related("kind").order_by("name", "pk")
    found: Iterable[Meeting] = rows.order_by("starts_at", "pk").prefetch_related(Prefetch("committees", kept))
    lines = []
    for meeting in found:
        met = list(meeting.committees.all())
        if met and may_change_meeting(actor=asking.actor, meeting=meeting):
            address = f"{reverse('desk:committee', kwargs={'uid': met[0].uid})}#{_PLACE}"
            lines.append(line(meeting, ", ".join(map(str, met)), address))
    return tuple(lines)


def _to_prepare(meeting: Meeting, name: str, address: str) -> Need:
    day = meeting.starts_at.astimezone(ZoneInfo(meeting.timezone)).date()
    is_draft = meeting.state == Meeting.State.DRAFT
    return Need(
        title=name,
        below=_("vorgeschlagener Termin") if is_draft else meeting.place,
        action=_("Termin bestätigen") if is_draft else _("vorbereiten"),
        url=address,
        due=day,
        said=_("Sitzung am %(day)s") % {"day": write_day(day)},
    )


def _to_publish(meeting: Meeting, name: str, address: str) -> Need:
    day = meeting.starts_at.astimezone(ZoneInfo(meeting.timezone)).date()
    minutes = getattr(meeting, "minutes", None)
    return Need(
        title=name,
        below=minutes.get_state_display() if minutes else _("noch kein Protokoll"),
        action=_("Protokoll ansehen"),
        url=address,
        said=_("Sitzung am %(day)s") % {"day": write_day(day)},
    )
