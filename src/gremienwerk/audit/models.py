"""The append-only record of changes and the revision of each body."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now

from gremienwerk.core.classification import Classification


class AppendOnlyError(RuntimeError):
    """Somebody tried to change or remove what has been recorded."""


class AuditEvent(models.Model):
    """One thing that was done to one record: who, what, when, why, before and after.

    The body is named by its key, because this package knows no noun above it. The time is the
    database's own, so no caller can choose it. Events of one change bear the same ``act``; it is empty for
    what was recorded before acts were told apart.
    """

    body_key = models.BigIntegerField()
    recorded_at = models.DateTimeField(db_default=Now())
    actor_kind = models.CharField(max_length=16)
    actor_key = models.CharField(max_length=64, blank=True)
    actor_name = models.CharField(max_length=200)
    action = models.CharField(max_length=64)
    noun = models.CharField(max_length=64)
    object_key = models.BigIntegerField()
    why = models.TextField(blank=True)
    changes = models.JSONField(default=dict)
    act = models.UUIDField(null=True, editable=False)

    classification: ClassVar[dict[str, Classification]] = {
        "body_key": Classification.INTERNAL,
        "recorded_at": Classification.INTERNAL,
        "actor_kind": Classification.INTERNAL,
        "actor_key": Classification.PERSONAL,
        "actor_name": Classification.PERSONAL,
        "action": Classification.INTERNAL,
        "noun": Classification.INTERNAL,
        "object_key": Classification.INTERNAL,
        "why": Classification.INTERNAL,
        "changes": Classification.INTERNAL,
        "act": Classification.INTERNAL,
    }

    class Meta:
        indexes = (
            models.Index(fields=["noun", "object_key", "id"], name="audit_event_object"),
            models.Index(fields=["body_key", "id"], name="audit_event_body"),
            models.Index(fields=["act"], name="audit_event_act"),
        )

    def __str__(self) -> str:
        return f"{self.action} {self.noun} {self.object_key}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new event; refuses to store one again."""
        if not self._state.adding:
            raise AppendOnlyError("An audit event is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Always refuses."""
        raise AppendOnlyError("An audit event is never removed.")


class AuditPersonalValue(models.Model):
    """A personal value before and after a change, apart so that erasure reaches it and the event stays."""

    event = models.ForeignKey(AuditEvent, on_delete=models.CASCADE, related_name="personal_values")
    field = models.CharField(max_length=64)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    classification: ClassVar[dict[str, Classification]] = {
        "event": Classification.INTERNAL,
        "field": Classification.INTERNAL,
        "before": Classification.PERSONAL,
        "after": Classification.PERSONAL,
    }

    def __str__(self) -> str:
        return self.field


class BodyRevision(models.Model):
    """A number per body that rises with every change; caches and entity tags are made of it."""

    body_key = models.BigIntegerField(primary_key=True)
    number = models.BigIntegerField(default=0)
    changed_at = models.DateTimeField(db_default=Now())

    classification: ClassVar[dict[str, Classification]] = {
        "body_key": Classification.PUBLIC,
        "number": Classification.PUBLIC,
        "changed_at": Classification.PUBLIC,
    }

    def __str__(self) -> str:
        return f"{self.body_key}: {self.number}"
