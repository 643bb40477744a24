"""What the page of one meeting shows: the meeting, its committees, and how guests take part."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from gremienwerk.publishing import queries
from gremienwerk.publishing.records import CommitteeRecord, MeetingRow
from gremienwerk.website.called import called_meetings


class MeetingPage(NamedTuple):
    """A meeting with its committees as they are today; ``title`` names it in the page's head."""

    meeting: MeetingRow
    committees: tuple[CommitteeRecord, ...]

    @property
    def is_cancelled(self) -> bool:
        """Whether it was called off."""
        return self.meeting.state == "cancelled"


def meeting_page(*, body: int, uid: UUID, today: date, language: str) -> MeetingPage | None:
    """One meeting, its committees called as in ``language`` (BCP 47); None if it is not public."""
    meeting = queries.meeting(body=body, uid=uid, today=today)
    if meeting is None:
        return None
    (meeting,) = called_meetings([meeting], body=body, language=language)
    found = (queries.committee(body=body, uid=one.uid, on=today) for one in meeting.committees)
    return MeetingPage(meeting, tuple(one for one in found if one is not None))
