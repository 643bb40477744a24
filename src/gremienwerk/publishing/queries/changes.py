"""What has changed in public, what was withdrawn, and when something changes next without a write."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from gremienwerk.audit.queries import revision_of
from gremienwerk.publishing.models import PublicRecord, PublicTurn
from gremienwerk.publishing.queries.reading import of_body
from gremienwerk.publishing.records import Changed

_COLUMNS = ("noun", "uid", "modified_at", "created_at", "withdrawn_at")


def revision(*, body: int) -> int:
    """The number of the body's last change."""
    return revision_of(body=body)


def turn(*, body: int, after: date) -> date | None:
    """The next day after ``after`` on which something public becomes or ceases to be true or visible; one query."""
    found: date | None = (
        of_body(PublicTurn, body=body)
        .filter(day__gt=after)
        .order_by("day")
        .values_list("day", flat=True)
        .first()
    )
    return found


def changed(
    *, body: int, since: datetime, today: date, noun: str = "", limit: int = 1000, newest_first: bool = False
) -> tuple[Changed, ...]:
    """Public records written or withdrawn at or after an instant, the earliest change first.

    Args:
        body: primary key of the body.
        since: aware instant.
        today: the present day; what is not shown yet, or no longer, is left out.
        noun: only this one; all if empty.
        limit: at most so many.
        newest_first: begin with the latest change instead.
    """
    rows = _rows(body, noun).filter(modified_at__gte=since).filter(_shown_once(today))
    order = ("-modified_at", "-uid") if newest_first else ("modified_at", "uid")
    return tuple(Changed(*row) for row in rows.order_by(*order).values_list(*_COLUMNS)[:limit])


def withdrawn(
    *, body: int, since: datetime, today: date, noun: str = "", limit: int = 1000
) -> tuple[Changed, ...]:
    """Records that were public and are so no more, withdrawn at or after an instant, the earliest first.

    Args:
        body: primary key of the body.
        since: aware instant.
        today: the present day.
        noun: only this one; all if empty.
        limit: at most so many.
    """
    rows = _rows(body, noun).filter(withdrawn_at__gte=since).filter(_shown_once(today))
    return tuple(Changed(*row) for row in rows.order_by("withdrawn_at", "uid").values_list(*_COLUMNS)[:limit])


def _rows(body: int, noun: str) -> QuerySet[Any]:
    rows: QuerySet[Any] = of_body(PublicRecord, body=body)
    return rows.filter(noun=noun) if noun else rows


def _shown_once(today: date) -> Q:
    """What was never shown is never spoken of, not even as withdrawn."""
    return Q(shown_from__isnull=True) | Q(shown_from__lte=today)
