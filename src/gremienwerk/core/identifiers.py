"""Identifiers that never change and say nothing."""

from __future__ import annotations

import uuid


def new_uid() -> uuid.UUID:
    """A random identifier for a record's address (RFC 9562, version 4)."""
    return uuid.uuid4()
