"""The one way to write: writes, audit events, projectors and the body's revision in one transaction.

Order inside ``change`` (architecture.md): the action's writes, then the audit events, then the
projectors that higher packages registered, and last the revision of the body, because bumping it
first would make all writers of a body wait for each other from their first statement on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from django.db import models, transaction
from django.db.models import F
from django.db.models.functions import Now

from gremienwerk.audit.models import AuditEvent, AuditPersonalValue, BodyRevision
from gremienwerk.core.actor import Actor
from gremienwerk.core.classification import Classification
from gremienwerk.core.failpoints import reach


class ChangeRequired(RuntimeError):
    """A record was written outside ``change``."""


class OtherBody(RuntimeError):
    """A change of one body was begun inside a change of another, or by an actor of another."""


Projector = Callable[["Change"], None]
_projectors: list[Projector] = []
_current: ContextVar[Change | None] = ContextVar("current_change", default=None)


class Change:
    """What happens in one transaction for one body.

    ``touched`` names every written record by its label in lower case and its key; ``removed`` holds those that
    were deleted, because what they pointed at can no longer be looked up.
    """

    def __init__(self, *, by: Actor, body: int, why: str) -> None:
        self.by, self.body, self.why = by, body, why
        self._act = uuid4()
        self.touched: set[tuple[str, int]] = set()
        self.removed: list[models.Model] = []
        self._events: list[tuple[AuditEvent, dict[str, tuple[Any, Any]]]] = []

    def create(self, record: models.Model, *, action: str) -> None:
        """Insert a new record and note all its values."""
        record.save(force_insert=True)
        self._note_creation(record, action)

    def create_many(self, records: Iterable[models.Model], *, action: str) -> None:
        """Insert new records of one kind with few statements and note each."""
        rows = list(records)
        if not rows:
            return
        type(rows[0])._default_manager.bulk_create(rows, batch_size=500)
        for row in rows:
            self._note_creation(row, action)

    def update(self, record: models.Model, *, action: str, **values: Any) -> bool:
        """Set fields of a stored record and note what differs; False if nothing did."""
        before = {name: _plain(record, name) for name in values}
        for name, value in values.items():
            setattr(record, name, value)
        after = {name: _plain(record, name) for name in values}
        differing = {n: (before[n], after[n]) for n in values if before[n] != after[n]}
        if not differing:
            return False
        record.save(update_fields=list(values))
        self.note(record, action=action, values=differing)
        return True

    def remove(self, record: models.Model, *, action: str) -> None:
        """Delete a record that should never have been and note what it was."""
        values = {n: (_plain(record, n), None) for n in _field_names(record)}
        self.note(record, action=action, values=values)
        record.delete()
        self.removed.append(record)

    def note(self, record: models.Model, *, action: str, values: dict[str, tuple[Any, Any]]) -> None:
        """Record an event about a record: field name to (before, after) as plain JSON values."""
        classes: dict[str, Classification] = getattr(record, "classification", {})
        personal = {n: v for n, v in values.items() if classes.get(n) is Classification.PERSONAL}
        event = AuditEvent(
            body_key=self.body,
            actor_kind=self.by.kind,
            actor_key=self.by.key,
            actor_name=self.by.name,
            action=action,
            noun=record._meta.label_lower,
            object_key=record.pk,
            why=self.why,
            act=self._act,
            changes={n: list(v) for n, v in values.items() if n not in personal},
        )
        self._events.append((event, personal))
        self.touched.add((record._meta.label_lower, record.pk))

    def _note_creation(self, record: models.Model, action: str) -> None:
        values = {n: (None, _plain(record, n)) for n in _field_names(record)}
        self.note(
            record, action=action, values={n: v for n, v in values.items() if v[1] not in (None, "", [])}
        )

    def write_events(self) -> None:
        """Store the collected events; called once, before the projectors."""
        AuditEvent.objects.bulk_create([event for event, _ in self._events], batch_size=500)
        AuditPersonalValue.objects.bulk_create(
            [
                AuditPersonalValue(event=event, field=name, before=before, after=after)
                for event, personal in self._events
                for name, (before, after) in personal.items()
            ],
            batch_size=500,
        )
        self._events = []

    def bump_revision(self) -> None:
        """Raise the body's revision; called last."""
        if not BodyRevision.objects.filter(pk=self.body).update(number=F("number") + 1, changed_at=Now()):
            BodyRevision.objects.create(pk=self.body, number=1)


@contextmanager
def change(*, by: Actor, body: int, why: str = "") -> Iterator[Change]:
    """Open a change of one body; a change inside a change of the same body joins it.

    Args:
        by: who acts; recorded with every event.
        body: primary key of the body whose records are written.
        why: the reason in the actor's words, kept in the audit record.

    Raises:
        OtherBody: if the actor or the surrounding change belongs to another body.
    """
    if not by.acts_for(body):
        raise OtherBody(f"{by.name} does not act for body {body}.")
    surrounding = _current.get()
    if surrounding is not None:
        if surrounding.body != body:
            raise OtherBody("A change touches one body only.")
        yield surrounding
        return
    with transaction.atomic():
        opened = Change(by=by, body=body, why=why)
        token = _current.set(opened)
        try:
            yield opened
            reach("change.before-audit")
            opened.write_events()
            for projector in _projectors:
                projector(opened)
            reach("change.before-revision")
            opened.bump_revision()
        finally:
            _current.reset(token)
        reach("change.before-commit")


def current_change() -> Change:
    """The change that is open here.

    Raises:
        ChangeRequired: if there is none.
    """
    opened = _current.get()
    if opened is None:
        raise ChangeRequired("Records are written by actions only, inside audit.change().")
    return opened


def register_projector(projector: Projector) -> None:
    """Have a function called in every change after its audit events; for higher packages at start-up."""
    if projector not in _projectors:
        _projectors.append(projector)


def _field_names(record: models.Model) -> list[str]:
    return [field.name for field in record._meta.concrete_fields if not field.primary_key]


def _plain(record: models.Model, name: str) -> Any:
    field = record._meta.get_field(name)
    value = getattr(record, getattr(field, "attname", name))
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
