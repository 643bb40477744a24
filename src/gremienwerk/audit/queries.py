"""Reading what was recorded."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from gremienwerk.audit.models import AuditEvent, BodyRevision


class Event(NamedTuple):
    """One recorded change of a record; ``changes`` maps a field to its value before and after."""

    at: datetime
    actor_name: str
    action: str
    noun: str
    object_key: int
    why: str
    changes: dict[str, tuple[Any, Any]]


def events_of(*, objects: list[tuple[str, int]], limit: int = 200) -> list[Event]:
    """The newest events of the records named by (label in lower case, key), without personal values."""
    if not objects:
        return []
    nouns: dict[str, list[int]] = {}
    for noun, key in objects:
        nouns.setdefault(noun, []).append(key)
    found = AuditEvent.objects.none()
    for noun, keys in nouns.items():
        found = found | AuditEvent.objects.filter(noun=noun, object_key__in=keys)
    rows = found.order_by("-id").values_list(
        "recorded_at", "actor_name", "action", "noun", "object_key", "why", "changes"
    )
    return [Event(*row[:6], {n: (v[0], v[1]) for n, v in row[6].items()}) for row in rows[:limit]]


def revision_of(*, body: int) -> int:
    """The number of the body's last change; 0 if nothing was ever changed."""
    return BodyRevision.objects.filter(pk=body).values_list("number", flat=True).first() or 0
