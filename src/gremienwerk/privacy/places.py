"""Where in the register somebody is named: every text of every record of a body, whichever package keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models

from gremienwerk.bodies.models import OfBody
from gremienwerk.inquiries.models import FrozenRecord
from gremienwerk.organisations.models import Consent, Person
from gremienwerk.privacy.naming import Naming

#: Names of what is no person: they stay, whoever they were named after.
NAMES_OF_INSTITUTIONS = {
    "organisations.organisation": {"name", "short_name"},
    "organisations.organisationname": {"name", "short_name"},
    "committees.committee": {"name", "short_name"},
    "committees.committeename": {"name", "short_name"},
}
_DERIVED = {"publishing"}
_OF_THE_PERSON = (Person, Consent)
_PLAIN_ONLY = (models.EmailField, models.URLField)


class Place(NamedTuple):
    """A field of a record in which somebody is named; ``after`` is its value without them."""

    model: type[OfBody]
    key: int
    field: str
    before: Any
    after: Any


def places(*, body: int, naming: Naming) -> Iterator[Place]:
    """Every field of a record that names the person, besides the person's own; one query a kind of record.

    What is public is made of these records and not looked at; released answers are frozen and looked at apart.
    """
    for model in _kinds():
        fields = _texts(model)
        rows = model._default_manager.filter(body=body).values_list("pk", *fields)
        for key, *values in rows.iterator(chunk_size=2000):
            for field, before in zip(fields, values, strict=True):
                after = naming.redact(before)
                if after != before:
                    yield Place(model, key, field, before, _fitting(model, field, after))


def _kinds() -> list[type[OfBody]]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, OfBody)
        and not issubclass(model, (FrozenRecord, *_OF_THE_PERSON))
        and model._meta.app_label not in _DERIVED
        and _texts(model)
    ]


def _texts(model: type[models.Model]) -> list[str]:
    kept = NAMES_OF_INSTITUTIONS.get(model._meta.label_lower, set())
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, (models.CharField, models.TextField, models.JSONField))
        and not field.choices
        and field.name not in kept
    ]


def _fitting(model: type[models.Model], name: str, after: Any) -> Any:
    """An address that names somebody is none any more; a text must not outgrow its column."""
    field = model._meta.get_field(name)
    if isinstance(field, _PLAIN_ONLY):
        return ""
    limit = getattr(field, "max_length", None)
    return after[:limit] if limit and isinstance(after, str) else after
