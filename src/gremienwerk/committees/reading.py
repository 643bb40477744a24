"""The wording of a rhythm, read once when it is written so that lists need not read it again."""

from __future__ import annotations

from typing import Any

from gremienwerk.committees.rhythm.parsing import parse
from gremienwerk.committees.rhythm.storing import as_stored


def read_rhythm(text: str) -> dict[str, Any] | None:
    """The stored reading of a wording; None without one."""
    return as_stored(parse(text)) if text else None
