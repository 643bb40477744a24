"""Every field says who may see it; a test fails on a field that does not."""

from __future__ import annotations

from enum import StrEnum


class Classification(StrEnum):
    """Who may see a field's value."""

    PUBLIC = "public"  # may be published by `publishing` when the record itself may
    INTERNAL = "internal"  # staff of the body only
    PERSONAL = "personal"  # relates to a person: erasable, held apart in the audit record
