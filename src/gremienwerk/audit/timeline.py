"""What was recorded of some records, with personal values and with what else happened in the same act."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Q

from gremienwerk.audit.models import AuditEvent


class Entry(NamedTuple):
    """One event about one record; ``changes`` maps a field to its value before and after, personal ones included."""

    key: int
    at: datetime
    actor_key: str
    actor_name: str
    action: str
    noun: str
    object_key: int
    why: str
    changes: dict[str, tuple[Any, Any]]


class Act(NamedTuple):
    """What one actor did at one moment: the entries that were recorded together, in order."""

    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """The entry that says when, who and why."""
        return self.entries[0]


def acts_about(
    *,
    body: int,
    objects: Collection[tuple[str, int]],
    removed: Iterable[tuple[str, str, int]] = (),
    limit: int,
) -> list[Act]:
    """The newest acts about some records, the newest first; two queries.

    Args:
        body: primary key of the body.
        objects: records by label in lower case and key.
        removed: (label, field, key): also events in which this field of a record that is gone led to the key.
        limit: how many events are read at most.
    """
    nouns: dict[str, list[int]] = {}
    for noun, key in objects:
        nouns.setdefault(noun, []).append(key)
    found = Q(pk__in=())
    for noun, keys in nouns.items():
        found |= Q(noun=noun, object_key__in=keys)
    for noun, field, key in removed:
        found |= Q(noun=noun, **{f"changes__{field}__0": key}) | Q(noun=noun, **{f"changes__{field}__1": key})
    rows = AuditEvent.objects.filter(found, body_key=body).prefetch_related("personal_values")
    return _acts(rows.order_by("-pk")[:limit])


def act_of(*, body: int, key: int) -> Act | None:
    """Everything that was recorded together with an event, about whatever records; None if it is too old to say."""
    acts = AuditEvent.objects.filter(pk=key, body_key=body, act__isnull=False).values("act")
    same = AuditEvent.objects.filter(body_key=body, act__in=acts).prefetch_related("personal_values")
    found = _acts(same.order_by("-pk"))
    return found[0] if found else None


def newer_about(*, body: int, act: Act) -> bool:
    """Whether anything was recorded about the records of an act after it."""
    last = max(entry.key for entry in act.entries)
    found = Q(pk__in=())
    for entry in act.entries:
        found |= Q(noun=entry.noun, object_key=entry.object_key)
    return AuditEvent.objects.filter(found, body_key=body, pk__gt=last).exists()


def _acts(events: Iterable[AuditEvent]) -> list[Act]:
    together = groupby(events, key=lambda one: one.act or (one.recorded_at, one.actor_key, one.why))
    return [Act(tuple(reversed([_entry(event) for event in same]))) for _, same in together]


def _entry(event: AuditEvent) -> Entry:
    values = {name: (pair[0], pair[1]) for name, pair in event.changes.items()}
    values |= {one.field: (one.before, one.after) for one in event.personal_values.all()}
    return Entry(
        event.pk, event.recorded_at, event.actor_key, event.actor_name, event.action, event.noun,
        event.object_key, event.why, values,
    )  # fmt: skip
