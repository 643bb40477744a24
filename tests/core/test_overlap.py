"""The overlap constraint survives table remakes and can be taken away."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations.base import Operation

from gremienwerk.audit.change import change
from gremienwerk.core.overlap import NoOverlap
from gremienwerk.organisations.actions import found_organisation
from gremienwerk.organisations.models import Placement
from tests.support.cast import SETUP, make_body


def overlapping_places(body: object) -> None:
    root, other, unit = (found_organisation(body=body, name=n, by=SETUP) for n in ("A", "B", "C"))  # type: ignore[arg-type]
    with change(by=SETUP, body=unit.body_id):
        Placement(body_id=unit.body_id, organisation=unit, parent=root, valid_from=date(2024, 1, 1)).save()
        Placement(body_id=unit.body_id, organisation=unit, parent=other, valid_from=date(2025, 1, 1)).save()


def perform(*operations: Operation, without: Operation | None = None) -> None:
    """Run operations on the real tables as a migration would, after one that was run before."""
    state = MigrationExecutor(connection).loader.project_state()
    if without is not None:
        without.state_forwards("organisations", state)
    for operation in operations:
        after = state.clone()
        operation.state_forwards("organisations", after)
        with connection.schema_editor() as editor:
            operation.database_forwards("organisations", editor, state, after)
        state = after


@pytest.mark.django_db(transaction=True)
def test_a_table_remake_keeps_the_constraint() -> None:
    field = migrations.AddField("placement", "extra", models.IntegerField(default=0))
    perform(field, migrations.RemoveField("placement", "extra"))
    with pytest.raises(IntegrityError, match="placement_no_overlap"), transaction.atomic():
        overlapping_places(make_body())


@pytest.mark.django_db(transaction=True)
def test_the_constraint_can_be_removed_and_added_again() -> None:
    constraint = next(c for c in Placement._meta.constraints if isinstance(c, NoOverlap))
    remove = migrations.RemoveConstraint("placement", constraint.name)
    perform(remove)
    with transaction.atomic():
        overlapping_places(make_body())
        transaction.set_rollback(True)
    perform(migrations.AddConstraint("placement", constraint), without=remove)
    with pytest.raises(IntegrityError, match="placement_no_overlap"), transaction.atomic():
        overlapping_places(make_body())


@pytest.mark.django_db
def test_a_form_hears_of_it_before_the_database_does() -> None:
    body = make_body()
    root, other, unit = (found_organisation(body=body, name=n, by=SETUP) for n in ("A", "B", "C"))
    with change(by=SETUP, body=body.pk):
        Placement(body=body, organisation=unit, parent=root, valid_from=date(2024, 1, 1)).save()
    second = Placement(
        body=body, organisation=unit, parent=other, valid_from=date(2023, 1, 1), valid_until=date(2024, 1, 2)
    )
    with pytest.raises(ValidationError):
        second.validate_constraints()
    second.valid_until = date(2024, 1, 1)
    second.validate_constraints()
