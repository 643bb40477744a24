"""Erasure in the append-only record: personal values go, the events stay."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from gremienwerk.audit.change import current_change
from gremienwerk.audit.models import AuditEvent, AuditPersonalValue

Redact = Callable[[Any], Any]


def erase_values(*, body: int, objects: Collection[tuple[str, int]], redact: Redact) -> int:
    """Take a person out of what was recorded; joins the change that erases them.

    Args:
        body: primary key of the body.
        objects: records of the person, by label in lower case and key; all their personal values go.
        redact: gives any other JSON value back without the person; the same value if they are not in it.

    Returns:
        How many events and values were changed.
    """
    current_change()
    changed = 0
    mine = set(objects)
    values = AuditPersonalValue.objects.filter(event__body_key=body).select_related("event")
    for value in values.iterator(chunk_size=2000):
        if (value.event.noun, value.event.object_key) in mine:
            changed += AuditPersonalValue.objects.filter(pk=value.pk).delete()[0]
            continue
        before, after = redact(value.before), redact(value.after)
        if (before, after) != (value.before, value.after):
            changed += AuditPersonalValue.objects.filter(pk=value.pk).update(before=before, after=after)
    for event in AuditEvent.objects.filter(body_key=body).iterator(chunk_size=2000):
        texts = {"why": event.why, "actor_name": event.actor_name, "changes": event.changes}
        redacted = {name: redact(text) for name, text in texts.items()}
        if redacted != texts:
            changed += AuditEvent.objects.filter(pk=event.pk).update(**redacted)
    return changed


def events_about(
    *, body: int, objects: Collection[tuple[str, int]], mentions: Callable[[Any], bool]
) -> list[dict[str, Any]]:
    """What was recorded about a person, oldest first: events of their records, and others that mention them."""
    mine = set(objects)
    found = []
    events = AuditEvent.objects.filter(body_key=body).order_by("pk").prefetch_related("personal_values")
    for event in events.iterator(chunk_size=2000):
        values = {one.field: [one.before, one.after] for one in event.personal_values.all()}
        about = (event.noun, event.object_key) in mine
        if about or mentions([event.why, event.actor_name, event.changes, values]):
            found.append(
                {
                    "at": event.recorded_at.isoformat(),
                    "by": event.actor_name,
                    "action": event.action,
                    "record": event.noun,
                    "why": event.why,
                    "changes": event.changes | (values if about or mentions(values) else {}),
                }
            )
    return found
