"""Minutes are added, approved, published or withheld with a reason."""

from __future__ import annotations

from datetime import date

from gremienwerk.audit.change import change
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.models import StoredFile
from gremienwerk.meetings.models import Meeting, Minutes
from gremienwerk.meetings.rules import require_meeting_change


def add_minutes(*, meeting: Meeting, by: Actor, file: StoredFile | None = None) -> Minutes:
    """Give a meeting its minutes, as a draft; ``file`` is the version for the members.

    Raises:
        UserFacingError: if the meeting has minutes, or has not taken place.
    """
    require_meeting_change(actor=by, meeting=meeting)
    if meeting.state not in {Meeting.State.HELD, Meeting.State.CLOSED}:
        raise UserFacingError("Ein Protokoll gibt es erst, wenn die Sitzung stattgefunden hat.")
    if Minutes.objects.filter(meeting=meeting).exists():
        raise UserFacingError("Zu dieser Sitzung gibt es schon ein Protokoll.")
    with change(by=by, body=meeting.body_id) as made:
        minutes = Minutes(body_id=meeting.body_id, meeting=meeting, file=file)
        made.create(minutes, action="meetings.add_minutes")
    return minutes


def approve_minutes(*, minutes: Minutes, on: date, by: Actor) -> None:
    """Note the day on which the committee approved its minutes.

    Raises:
        UserFacingError: if they are published or withheld already.
    """
    require_meeting_change(actor=by, meeting=minutes.meeting)
    if minutes.state not in {Minutes.State.DRAFT, Minutes.State.IN_REVIEW}:
        raise UserFacingError("Dieses Protokoll ist schon freigegeben.")
    with change(by=by, body=minutes.body_id) as made:
        made.update(minutes, action="meetings.approve_minutes", state=Minutes.State.APPROVED, approved_on=on)


def publish_minutes(*, minutes: Minutes, on: date, by: Actor, public_file: StoredFile | None = None) -> None:
    """Publish minutes from a day on.

    Args:
        minutes: approved ones, or such as were withheld until now.
        on: the first day on which everybody may read them.
        by: who publishes.
        public_file: the version for everybody, for example a redacted one; None: the one of the members.

    Raises:
        UserFacingError: if they are not approved, or have no file.
    """
    require_meeting_change(actor=by, meeting=minutes.meeting)
    if minutes.approved_on is None:
        raise UserFacingError("Nur ein freigegebenes Protokoll lässt sich veröffentlichen.")
    file = public_file or minutes.file
    if file is None:
        raise UserFacingError("Bitte die Datei des Protokolls wählen.", field="public_file")
    with change(by=by, body=minutes.body_id) as made:
        made.update(
            minutes,
            action="meetings.publish_minutes",
            state=Minutes.State.PUBLISHED,
            public_file=file,
            published_on=on,
            withheld_reason="",
        )


def withhold_minutes(*, minutes: Minutes, reason: str, by: Actor) -> None:
    """Keep minutes from the public, or take them back, for a reason that everybody may read.

    Raises:
        UserFacingError: without a reason.
    """
    require_meeting_change(actor=by, meeting=minutes.meeting)
    if not reason.strip():
        raise UserFacingError(
            "Bitte den Grund nennen, warum das Protokoll nicht veröffentlicht wird; er ist öffentlich.",
            field="withheld_reason",
        )
    with change(by=by, body=minutes.body_id, why=reason) as made:
        made.update(
            minutes,
            action="meetings.withhold_minutes",
            state=Minutes.State.WITHHELD,
            published_on=None,
            withheld_reason=reason.strip(),
        )
