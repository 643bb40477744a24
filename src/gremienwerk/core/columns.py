"""A vague date in three plain columns, so that both databases can compare its days."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from gremienwerk.core.dates import Precision, VagueDate


class VagueDateColumns:
    """Reads and writes ``<name>_earliest``, ``<name>_latest`` and ``<name>_precision`` as one value."""

    def __set_name__(self, owner: type[models.Model], name: str) -> None:
        """Remember the columns' common stem."""
        self.name = name

    def __get__(self, record: Any, owner: type[models.Model] | None = None) -> VagueDate | None:
        """The date, or None where none is recorded."""
        if record is None:
            return None
        return stored_vague_date(
            getattr(record, f"{self.name}_earliest"),
            getattr(record, f"{self.name}_latest"),
            getattr(record, f"{self.name}_precision"),
        )

    def __set__(self, record: Any, value: VagueDate | None) -> None:
        """Split the date into its columns."""
        for column, content in vague_columns(self.name, value).items():
            setattr(record, column, content)


def vague_columns(name: str, value: VagueDate | None) -> dict[str, date | str | None]:
    """The three column values of a vague date, by column name."""
    return {
        f"{name}_earliest": value.earliest if value else None,
        f"{name}_latest": value.latest if value else None,
        f"{name}_precision": value.precision.value if value else "",
    }


def stored_vague_date(earliest: date | None, latest: date | None, precision: str) -> VagueDate | None:
    """The vague date in three column values, None if there is none."""
    return VagueDate(earliest, latest, Precision(precision)) if latest is not None else None


def precision_column() -> models.CharField[str, str]:
    """The column that holds how exactly a date is known; empty without a date."""
    choices = [(p.value, p.value) for p in Precision]
    return models.CharField(max_length=8, choices=choices, blank=True, default="", editable=False)


def vague_date_check(name: str, *, table: str) -> models.CheckConstraint:
    """The latest day never lies before the earliest, and a date has a precision."""
    earliest, latest = f"{name}_earliest", f"{name}_latest"
    nothing = Q(**{f"{latest}__isnull": True, f"{earliest}__isnull": True, f"{name}_precision": ""})
    ordered = Q(**{f"{earliest}__isnull": True}) | Q(**{f"{earliest}__lte": F(latest)})
    something = Q(**{f"{latest}__isnull": False}) & ~Q(**{f"{name}_precision": ""}) & ordered
    return models.CheckConstraint(condition=nothing | something, name=f"{table}_{name}_in_order")
