"""Writing that can be taken back: every step is kept with what was there before and what is there since.

Steps name records by label and key, so that records of packages above this one can follow, too (ADR 0038).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from gremienwerk.audit.change import Change

Step = dict[str, Any]


class Journal:
    """Writes through a change and keeps each step, in order, as plain JSON."""

    def __init__(self, made: Change) -> None:
        self.made = made
        self.steps: list[Step] = []

    def update(self, record: models.Model, *, action: str, **values: Any) -> None:
        """Set fields; those that stay are kept, too, because taking back rests on them as well."""
        before = {name: plain_value(record, name) for name in values}
        self.made.update(record, action=action, **values)
        pairs = {name: [before[name], plain_value(record, name)] for name in values}
        self.steps.append(_step("update", record, fields=pairs))

    def create(self, record: models.Model, *, action: str) -> None:
        """Insert a record."""
        self.made.create(record, action=action)
        self.steps.append(_step("create", record))

    def remove(self, record: models.Model, *, action: str) -> None:
        """Delete a record; what would go with it goes first, so that it can come back, too."""
        for relation in owned_relations(record):
            for part in relation.related_model._default_manager.filter(**{relation.field.name: record}):
                self.remove(part, action=action)
        many = {
            field.name: sorted(getattr(record, field.name).values_list("pk", flat=True))
            for field in record._meta.many_to_many
        }
        values = {field.attname: plain_value(record, field.name) for field in record._meta.concrete_fields}
        step = _step("remove", record, values=values, many=many)
        self.made.remove(record, action=action)
        self.steps.append(step)

    def add_to(self, record: models.Model, name: str, others: Sequence[Any], *, action: str) -> None:
        """Add to what a record is linked with by a many-to-many field."""
        linked = getattr(record, name)
        present = set(linked.values_list("pk", flat=True))
        added = [one for one in others if one.pk not in present]
        if added:
            linked.add(*added)
            words = [sorted(map(str, linked.exclude(pk__in=[one.pk for one in added]))), sorted(map(str, linked.all()))]  # fmt: skip
            self.made.note(record, action=action, values={name: (words[0], words[1])})
            self.steps.append(_step("link", record, name=name, added=sorted(one.pk for one in added)))


def owned_relations(record: models.Model) -> Iterator[Any]:
    """Every foreign key of any package that leads to records of this kind, hidden ones included."""
    for relation in record._meta.get_fields(include_hidden=True):
        is_key = (
            relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one)
        )
        if is_key and not relation.related_model._meta.auto_created:  # type: ignore[union-attr]
            yield relation


def obstacles(steps: Sequence[Step]) -> list[str]:
    """Why the steps cannot be taken back, in German; empty if they can. Writes nothing."""
    found: dict[str, None] = {}
    checked: set[tuple[str, int, str]] = set()
    gone = {(step["label"], step["key"]) for step in steps if step["do"] == "remove"}
    for step in reversed(steps):
        at = (step["label"], step["key"])
        if step["do"] == "update" and at not in gone:
            names = [name for name in step["fields"] if (*at, name) not in checked]
            checked.update((*at, name) for name in names)
            found |= dict.fromkeys(_moved_on(step, names))
        elif step["do"] == "remove":
            found |= dict.fromkeys(_missing_neighbours(step, gone))
    return list(found)


def take_back(steps: Sequence[Step], *, made: Change, action: str) -> None:
    """Take the steps back, the last first; ask ``obstacles`` before."""
    for step in reversed(steps):
        model = apps.get_model(step["label"])
        record: Any = model._default_manager.filter(pk=step["key"]).first()
        if step["do"] == "remove":
            _put_back(step, model, made, action)
        elif record is None:
            continue
        elif step["do"] == "update":
            values = {name: _referred(model, name, pair[0]) for name, pair in step["fields"].items()}
            made.update(record, action=action, **values)
        elif step["do"] == "create":
            made.remove(record, action=action)
        else:
            getattr(record, step["name"]).remove(*step["added"])
            made.note(record, action=action, values={})


def plain_value(record: models.Model, name: str) -> Any:
    """The value of a field as JSON has it; of a reference its key."""
    field: Any = record._meta.get_field(name)
    value = getattr(record, field.attname)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _step(do: str, record: models.Model, **more: Any) -> Step:
    return {"do": do, "label": record._meta.label_lower, "key": record.pk, **more}


def _value(model: type[models.Model], name: str, stored: Any) -> Any:
    field: Any = model._meta.get_field(name)
    return stored if stored is None or field.is_relation else field.to_python(stored)


def _referred(model: type[models.Model], name: str, stored: Any) -> Any:
    """A stored value as a field takes it; of a reference the record, so that it is noted under the field's name."""
    field: Any = model._meta.get_field(name)
    if stored is None or not field.is_relation:
        return _value(model, name, stored)
    return field.related_model._default_manager.get(pk=stored)


def _put_back(step: Step, model: type[models.Model], made: Change, action: str) -> None:
    record = model()
    for field in model._meta.concrete_fields:
        setattr(record, field.attname, _value(model, field.name, step["values"][field.attname]))
    made.create(record, action=action)
    for name, keys in step["many"].items():
        present = model._meta.get_field(name).related_model._default_manager.filter(pk__in=keys)  # type: ignore[union-attr]
        getattr(record, name).set(present)


def _moved_on(step: Step, names: Sequence[str]) -> Iterator[str]:
    """What has become of an updated record since: it is gone, or somebody set one of these fields again."""
    model = apps.get_model(step["label"])
    record = model._default_manager.filter(pk=step["key"]).first()
    if record is None:
        words = {"kind": model._meta.verbose_name}
        yield _("%(kind)s: ein umgezogener Eintrag besteht nicht mehr.") % words
        return
    for name in names:
        if plain_value(record, name) != step["fields"][name][1]:
            words = {"kind": model._meta.verbose_name, "record": record, "field": model._meta.get_field(name).verbose_name}  # fmt: skip
            yield _("%(kind)s „%(record)s“: „%(field)s“ wurde seitdem geändert.") % words


def _missing_neighbours(step: Step, gone: set[tuple[str, int]]) -> Iterator[str]:
    """What a removed record pointed at must still be there, or come back as well."""
    model: Any = apps.get_model(step["label"])
    for field in model._meta.concrete_fields:
        key = step["values"][field.attname]
        if not field.is_relation or key is None:
            continue
        other = field.related_model
        if (other._meta.label_lower, key) in gone or other._default_manager.filter(pk=key).exists():
            continue
        words = {"kind": model._meta.verbose_name, "field": field.verbose_name}
        yield _("%(kind)s: „%(field)s“ besteht nicht mehr.") % words
