"""A database constraint on both engines: no two rows of one key may hold on the same day.

PostgreSQL has exclusion constraints for this (needs the extension ``btree_gist``). SQLite gets triggers
that are part of the constraint's own SQL, so that Django's table remakes keep them. Checking first and
inserting then would book twice under every isolation level but SQLite's IMMEDIATE (design.md, 3).
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models import Q
from django.db.models.constraints import BaseConstraint


class NoOverlap(BaseConstraint):
    """Rows with equal key columns never share a day of their half-open periods.

    Args:
        name: the constraint's name.
        keys: names of the fields that make two rows equal; null counts as a value of its own.
        start: field with the first day; null means "since unknown".
        end: field with the day on which it no longer holds; null means "open".
        only: (field, value) that a row must have to be looked at, or None for all rows.
    """

    def __init__(
        self, *, name: str, keys: tuple[str, ...], start: str, end: str, only: tuple[str, str | bool] | None = None,
        violation_error_message: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__(name=name, violation_error_message=violation_error_message)
        self.keys, self.start, self.end = tuple(keys), start, end
        self.only: tuple[str, str | bool] | None = (only[0], only[1]) if only else None

    def deconstruct(self) -> Any:
        """How a migration writes this constraint."""
        path, args, kwargs = super().deconstruct()
        return (
            path,
            args,
            {**kwargs, "keys": self.keys, "start": self.start, "end": self.end, "only": self.only},
        )

    def __eq__(self, other: object) -> bool:
        if isinstance(other, NoOverlap):
            return bool(self.deconstruct() == other.deconstruct())
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self.name, self.keys))

    def constraint_sql(
        self, model: type[models.Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """The part inside CREATE TABLE; SQLite's triggers follow after it as deferred statements."""
        assert model is not None and schema_editor is not None
        if schema_editor.connection.vendor == "postgresql":
            return f"CONSTRAINT {schema_editor.quote_name(self.name)} {self._exclusion(model, schema_editor)}"
        schema_editor.deferred_sql.extend(self._triggers(model, schema_editor))
        return ""

    def create_sql(
        self, model: type[models.Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> Any:
        """The statement that adds the constraint to an existing table."""
        assert model is not None and schema_editor is not None
        if schema_editor.connection.vendor == "postgresql":
            return Statement(
                f"ALTER TABLE %(table)s ADD CONSTRAINT {schema_editor.quote_name(self.name)} "
                f"{self._exclusion(model, schema_editor)}".replace("%", "%%").replace(
                    "%%(table)s", "%(table)s"
                ),
                table=Table(model._meta.db_table, schema_editor.quote_name),
            )
        insert, update = self._triggers(model, schema_editor)
        schema_editor.execute(insert)
        return update

    def remove_sql(
        self, model: type[models.Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> Any:
        """The statement that takes the constraint away."""
        assert model is not None and schema_editor is not None
        quote = schema_editor.quote_name
        if schema_editor.connection.vendor == "postgresql":
            return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {quote(self.name + '_insert')}")
        return f"DROP TRIGGER IF EXISTS {quote(self.name + '_update')}"

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Any = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        """Django's check before saving; the database's own check stays the one that counts."""
        if self.only and getattr(instance, self.only[0]) != self.only[1]:
            return
        start, end = getattr(instance, self.start), getattr(instance, self.end)
        others = model._default_manager.using(using).exclude(pk=instance.pk)
        for key in self.keys:
            value = getattr(instance, model._meta.get_field(key).attname)  # type: ignore[union-attr]
            others = others.filter(Q((f"{key}__isnull", True)) if value is None else Q((key, value)))
        if self.only:
            others = others.filter(Q((self.only[0], self.only[1])))
        if end is not None:
            others = others.filter(Q(**{f"{self.start}__isnull": True}) | Q(**{f"{self.start}__lt": end}))
        if start is not None:
            others = others.filter(Q(**{f"{self.end}__isnull": True}) | Q(**{f"{self.end}__gt": start}))
        if others.exists():
            raise ValidationError(self.get_violation_error_message(), code="overlap")

    def _column(self, model: type[models.Model], name: str) -> str:
        return str(model._meta.get_field(name).column)  # type: ignore[union-attr]

    def _exclusion(self, model: type[models.Model], editor: BaseDatabaseSchemaEditor) -> str:
        quote = editor.quote_name
        parts = []
        for key in self.keys:
            column = quote(self._column(model, key))
            relational = model._meta.get_field(key).is_relation
            parts.append(f"(COALESCE({column}, 0)) WITH =" if relational else f"{column} WITH =")
        start, end = quote(self._column(model, self.start)), quote(self._column(model, self.end))
        parts.append(f"(daterange({start}, {end}, '[)')) WITH &&")
        where = (
            f" WHERE ({quote(self._column(model, self.only[0]))} = {self._only_value(editor)})"
            if self.only
            else ""
        )
        return f"EXCLUDE USING gist ({', '.join(parts)}){where}"

    def _only_value(self, editor: BaseDatabaseSchemaEditor) -> str:
        assert self.only is not None
        return str(editor.quote_value(self.only[1]))

    def _triggers(self, model: type[models.Model], editor: BaseDatabaseSchemaEditor) -> list[Statement]:
        quote = editor.quote_name
        # The unary plus keeps SQLite from choosing the index of a later key: null in it may mean half the table.
        columns = [quote(self._column(model, key)) for key in self.keys]
        equal = [f"{'+' if n else ''}o.{column} IS NEW.{column}" for n, column in enumerate(columns)]
        start, end = quote(self._column(model, self.start)), quote(self._column(model, self.end))
        conditions = [
            *equal,
            f"o.{quote('id')} IS NOT NEW.{quote('id')}",
            f"(o.{start} IS NULL OR NEW.{end} IS NULL OR o.{start} < NEW.{end})",
            f"(o.{end} IS NULL OR NEW.{start} IS NULL OR o.{end} > NEW.{start})",
        ]
        if self.only:
            column = quote(self._column(model, self.only[0]))
            conditions += [f"{row}.{column} = {self._only_value(editor)}" for row in ("o", "NEW")]
        body = (
            f"WHEN EXISTS (SELECT 1 FROM %(table)s o WHERE {' AND '.join(conditions)}) "  # noqa: S608 - names of ours
            f"BEGIN SELECT RAISE(ABORT, 'constraint {self.name}'); END"
        )
        table = Table(model._meta.db_table, quote)
        return [
            Statement(
                f"CREATE TRIGGER {quote(f'{self.name}_{moment}')} BEFORE {moment.upper()} ON %(table)s {body}",
                table=table,
            )
            for moment in ("insert", "update")
        ]


def violated(error: Exception, *, name: str) -> bool:
    """Whether a database error is the violation of the constraint with this name, on either engine."""
    return name in str(error)
