"""What needs the person who is signed in, and what is next for the office: inquiries and meetings."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gremienwerk.committees.queries import CommitteeFacts, committees_on
from gremienwerk.committees.status import Status
from gremienwerk.core.german import join_words
from gremienwerk.core.needs import Asking, NeedGroup, what_needs
from gremienwerk.inquiries.models import Inquiry
from gremienwerk.inquiries.queries.inquiries import concerning
from gremienwerk.meetings.queries import ComingMeeting, coming_meetings

_SHOWN = 5


class NextMeeting(NamedTuple):
    """A meeting that lies ahead, with the committees that meet."""

    meeting: ComingMeeting
    committees: tuple[CommitteeFacts, ...]


class OpenInquiry(NamedTuple):
    """An inquiry without a released answer."""

    uid: UUID
    title: str
    groups: str
    received_on: date
    due_on: date | None
    is_late: bool


class StartPage(NamedTuple):
    """The start page: what needs the person first, then what is under way."""

    sentence: str
    groups: tuple[NeedGroup, ...]
    inquiries: tuple[OpenInquiry, ...]
    meetings: tuple[NextMeeting, ...]
    is_empty: bool

    @property
    def waiting(self) -> int:
        """How many lines wait for the person."""
        return sum(len(group.needs) for group in self.groups)


def start_page(*, asking: Asking, units: Collection[int] | None = None) -> StartPage:
    """What needs a person on a day, and what is next for their body; a constant number of queries.

    Args:
        asking: who asks, for which body and day.
        units: primary keys of units; only inquiries about which they are asked. All if None.
    """
    body, on = asking.body, asking.on
    committees = committees_on(body=body, on=on)
    return StartPage(
        sentence=_sentence(committees),
        groups=what_needs(asking=asking),
        inquiries=_open_inquiries(body, on, units),
        meetings=_next_meetings(body, on, {one.id: one for one in committees}),
        is_empty=not committees,
    )


def _sentence(committees: list[CommitteeFacts]) -> str:
    existing = sum(one.status.exists for one in committees)
    planned = sum(one.status in (Status.PLANNED, Status.OVERDUE) for one in committees)
    words = ngettext("%(n)s Gremium besteht", "%(n)s Gremien bestehen", existing) % {"n": existing}
    if planned:
        more = ngettext("%(n)s ist geplant", "%(n)s sind geplant", planned) % {"n": planned}
        words = f"{words}, {more}"
    return _("%(words)s.") % {"words": words}


def _open_inquiries(body: int, on: date, units: Collection[int] | None) -> tuple[OpenInquiry, ...]:
    rows = Inquiry.objects.filter(
        concerning(units=units), body=body, received_on__lte=on, releases__isnull=True
    )
    return tuple(
        OpenInquiry(
            uid=row.uid,
            title=row.title,
            groups=join_words(row.groups),
            received_on=row.received_on,
            due_on=row.due_on,
            is_late=row.due_on is not None and row.due_on < on,
        )
        for row in sorted(rows, key=lambda row: (row.due_on or date.max, row.received_on))
    )


def _next_meetings(body: int, on: date, committees: Mapping[int, CommitteeFacts]) -> tuple[NextMeeting, ...]:
    return tuple(
        NextMeeting(meeting, tuple(committees[key] for key in meeting.committees if key in committees))
        for meeting in coming_meetings(body=body, on=on, limit=_SHOWN)
    )
