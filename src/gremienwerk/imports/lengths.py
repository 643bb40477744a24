"""Values too long for their field, told before anything is written: SQLite would take them, PostgreSQL not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from gremienwerk.imports.headings import Record
from gremienwerk.imports.reports import Report


def check_lengths(
    *, model: type[models.Model], values: Mapping[str, Any], record: Record, report: Report
) -> None:
    """Report an error for every text that is longer than the field of the model may hold."""
    for name, value in values.items():
        limit = getattr(model._meta.get_field(name), "max_length", None)
        if limit is not None and isinstance(value, str) and len(value) > limit:
            report.error(record, f"Der Text „{value[:40]}…“ ist länger als {limit} Zeichen.", meaning=name)
