"""What import-linter cannot see in models: relations given as strings, classification, glossary."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models

from gremienwerk.audit.models import AuditEvent, AuditPersonalValue, BodyRevision
from gremienwerk.audit.records import Recorded
from gremienwerk.bodies.models import Body, OfBody
from gremienwerk.core.classification import Classification
from gremienwerk.publishing.models import SearchEntry, SearchWord
from tests.architecture.packages import PROJECT, package_ranks

# The search index is made of public rows and can be made again from them: no records, no addresses, no history.
INDEX = {SearchEntry, SearchWord}
FREE_OF_BODY = {Body, AuditEvent, AuditPersonalValue, BodyRevision}


def own_models() -> Iterator[type[models.Model]]:
    for model in apps.get_models():
        if model.__module__.startswith("gremienwerk.") and not model._meta.auto_created:
            yield model


OWN = list(own_models())


def package_of(model: type[models.Model]) -> str:
    return model.__module__.split(".")[1]


@pytest.mark.parametrize("model", OWN, ids=lambda m: m.__name__)
def test_relations_lead_downwards_only(model: type[models.Model]) -> None:
    ranks = package_ranks()
    for field in [*model._meta.fields, *model._meta.many_to_many]:
        target = field.related_model
        if isinstance(target, type) and target.__module__.startswith("gremienwerk."):
            assert ranks[package_of(target)] <= ranks[package_of(model)], f"{field} leads upwards"


@pytest.mark.parametrize("model", OWN, ids=lambda m: m.__name__)
def test_every_field_says_who_may_see_it(model: type[models.Model]) -> None:
    fields = {
        f.name
        for f in [*model._meta.fields, *model._meta.many_to_many]
        if not f.primary_key or f.name != "id"
    }
    classified = getattr(model, "classification", {})
    assert set(classified) == fields
    assert all(isinstance(value, Classification) for value in classified.values())


@pytest.mark.parametrize("model", OWN, ids=lambda m: m.__name__)
def test_every_record_belongs_to_one_body(model: type[models.Model]) -> None:
    if model in FREE_OF_BODY or model.__name__ == "User":
        return
    assert model in INDEX or issubclass(model, OfBody)
    assert not getattr(model._meta.get_field("body"), "null", True)


@pytest.mark.parametrize("model", OWN, ids=lambda m: m.__name__)
def test_every_record_is_written_inside_a_change_only(model: type[models.Model]) -> None:
    if package_of(model) in {"audit", "accounts"} or model in INDEX:
        return
    assert issubclass(model, Recorded)
    assert hasattr(model._default_manager.all(), "bulk_create")
    assert "RecordedQuerySet" in {base.__name__ for base in type(model._default_manager.all()).__mro__}


@pytest.mark.parametrize("model", OWN, ids=lambda m: m.__name__)
def test_every_model_is_in_the_glossary(model: type[models.Model]) -> None:
    glossary = (PROJECT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert f"`{model.__name__}`" in glossary
