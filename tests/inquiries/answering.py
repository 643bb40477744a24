"""Answering a file through the command, and reading the JSON of the answer."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command


def answered(inquiry: Path, out: Path, *, as_of: str, unit: str = "") -> dict[str, Any]:
    """The answer as JSON; the files lie in ``out``."""
    words = ("--as-of", as_of, "--unit", unit, "--out", str(out))
    call_command("inquiry", "answer", str(inquiry), *words, stdout=StringIO(), stderr=StringIO())
    found: dict[str, Any] = json.loads((out / "inquiry.json").read_text(encoding="utf-8"))
    return found
