"""From which day on the released answer may be seen."""

from __future__ import annotations

from datetime import date

from gremienwerk.audit.change import change
from gremienwerk.core.actor import Actor
from gremienwerk.core.dates import write_day
from gremienwerk.core.errors import UserFacingError
from gremienwerk.inquiries.models import Inquiry, Release
from gremienwerk.inquiries.rules import require_releasing


class AlreadyDispatched(UserFacingError):
    """What has been public cannot be taken back by a later day."""


def schedule_dispatch(*, inquiry: Inquiry, on: date, today: date, by: Actor) -> None:
    """Set the day of dispatch; before it nothing of the answer is public, in no version.

    Args:
        inquiry: whose answer.
        on: the first day on which a released version may be seen.
        today: the present day.
        by: a releaser or administrator.

    Raises:
        NotAllowed: if the actor may not release.
        AlreadyDispatched: if a version is public already and the new day lies ahead.
    """
    require_releasing(actor=by, body=inquiry.body_id)
    with change(by=by, body=inquiry.body_id) as made:
        current = Inquiry.objects.select_for_update().get(pk=inquiry.pk)
        seen_since = public_since(inquiry=current)
        if seen_since is not None and seen_since <= today < on:
            raise AlreadyDispatched(
                f"Die Antwort ist seit dem {write_day(seen_since)} zu sehen; ihr Versand lässt sich nicht mehr "
                "verschieben.",
                field="dispatch_on",
            )
        made.update(current, action="inquiries.schedule_dispatch", dispatch_on=on)
    inquiry.dispatch_on = on


def make_public(*, inquiry: Inquiry, on: date, today: date, by: Actor) -> None:
    """Let a released paper that was not public be seen from a day on.

    Args:
        inquiry: whose answer.
        on: the first day on which it may be seen.
        today: the present day.
        by: a releaser or administrator.

    Raises:
        NotAllowed: if the actor may not release.
    """
    require_releasing(actor=by, body=inquiry.body_id)
    with change(by=by, body=inquiry.body_id) as made:
        schedule_dispatch(inquiry=inquiry, on=on, today=today, by=by)
        made.update(inquiry, action="inquiries.publicness", is_public=True)


def public_since(*, inquiry: Inquiry) -> date | None:
    """The first day on which a released version may be seen; None if there is none or the paper is not public."""
    first: date | None = (
        Release.objects.filter(inquiry=inquiry)
        .order_by("released_on")
        .values_list("released_on", flat=True)
        .first()
    )
    if first is None or not inquiry.is_public:
        return None
    return max(first, inquiry.dispatch_on) if inquiry.dispatch_on else first
