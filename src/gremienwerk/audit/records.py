"""The base of every record of the register: written only inside ``change``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, TypeVar

from django.db import models

from gremienwerk.audit.change import current_change
from gremienwerk.core.classification import Classification

Record = TypeVar("Record", bound="Recorded", covariant=True)


class CrossBodyReference(RuntimeError):
    """A record of one body points at a record of another."""


class RecordedQuerySet(models.QuerySet[Record]):
    """A queryset whose mass writes, too, happen only inside ``change``."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Insert many rows; they must belong together as single rows must."""
        current_change()
        rows = list(objs)
        for row in rows:
            row.check_neighbours()
        return super().bulk_create(rows, *args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        """Change many rows inside ``change``."""
        current_change()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Remove many rows inside ``change``."""
        current_change()
        return super().delete()


class Recorded(models.Model):
    """A record that refuses to be saved or deleted outside ``change`` (style.md, 3)."""

    objects: ClassVar[RecordedQuerySet[Any]] = RecordedQuerySet.as_manager()  # type: ignore[assignment]
    classification: ClassVar[dict[str, Classification]]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the record as part of the current change."""
        current_change()
        self.check_neighbours()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove the record as part of the current change."""
        current_change()
        return super().delete(*args, **kwargs)

    def check_neighbours(self) -> None:
        """Refuse a reference to a record of another body.

        Raises:
            CrossBodyReference: if a foreign key leads to a record of another body.
        """
        own = getattr(self, "body_id", None)
        if own is None:
            return
        for field in self._meta.concrete_fields:
            if not field.is_relation or field.name == "body" or getattr(self, field.attname) is None:
                continue
            neighbour = getattr(self, field.name)
            other = getattr(neighbour, "body_id", own)
            if other != own:
                raise CrossBodyReference(
                    f"{self._meta.label}.{field.name} leads to a record of another body."
                )
