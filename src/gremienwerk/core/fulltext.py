"""An index over a column of words separated by spaces, the same on both databases: which rows hold them.

PostgreSQL gets a GIN index over the words as they are (no dictionary of its own). SQLite gets an FTS5 table that
reads its words from the column, kept in step by triggers that are made anew whenever Django remakes the table.
Which words to ask for is the business of the package that owns the column.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models import Index


class FullTextIndex(Index):
    """An index of the words of one text field; the words hold letters and digits only."""

    def create_sql(
        self,
        model: type[models.Model],
        schema_editor: BaseDatabaseSchemaEditor,
        using: str = "",
        **kwargs: Any,
    ) -> Statement:
        """The statement that makes the index; on SQLite all others follow as deferred statements."""
        table = Table(model._meta.db_table, schema_editor.quote_name)
        name, column = schema_editor.quote_name(self.name), schema_editor.quote_name(self._column(model))
        if schema_editor.connection.vendor == "postgresql":
            words = f"array_to_tsvector(string_to_array({column}, ' '))"
            return Statement(f"CREATE INDEX {name} ON %(table)s USING gin (({words}))", table=table)
        schema_editor.execute(f"DROP TABLE IF EXISTS {name}")
        # The returned statement may run before the deferred ones or among them: a trigger is indifferent to that.
        first, *others = self._triggers(table, name, column)
        search = Statement(
            f"CREATE VIRTUAL TABLE {name} USING fts5({column}, content=%(table)s, content_rowid='id', "
            "tokenize='ascii', detail=none, columnsize=0)",
            table=table,
        )
        fill = f"INSERT INTO {name}({name}) VALUES ('rebuild')"  # noqa: S608 - a name of ours
        schema_editor.deferred_sql.extend([search, *others, fill])
        return first

    def remove_sql(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor, **kwargs: Any
    ) -> str:
        """The statement that takes the index away."""
        if schema_editor.connection.vendor == "postgresql":
            return super().remove_sql(model, schema_editor, **kwargs)
        for moment in ("insert", "delete", "update"):
            schema_editor.execute(
                f"DROP TRIGGER IF EXISTS {schema_editor.quote_name(f'{self.name}_{moment}')}"
            )
        return f"DROP TABLE IF EXISTS {schema_editor.quote_name(self.name)}"

    def _column(self, model: type[models.Model]) -> str:
        return str(model._meta.get_field(self.fields[0]).column)  # type: ignore[union-attr]

    def _triggers(self, table: Table, name: str, column: str) -> list[Statement]:
        """FTS5's own recipe for a table whose words live elsewhere (sqlite.org/fts5.html, 4.4.3)."""
        put = f"INSERT INTO {name}(rowid, {column}) VALUES (new.id, new.{column});"  # noqa: S608 - names of ours
        take = f"INSERT INTO {name}({name}, rowid, {column}) VALUES ('delete', old.id, old.{column});"  # noqa: S608
        recipes = (
            ("insert", "INSERT", put),
            ("delete", "DELETE", take),
            ("update", f"UPDATE OF {column}", take + put),
        )
        return [
            Statement(
                f'CREATE TRIGGER "{self.name}_{moment}" AFTER {event} ON %(table)s BEGIN {body} END',
                table=table,
            )
            for moment, event, body in recipes
        ]
