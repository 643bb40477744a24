"""A rhythm as the plain values of a JSON column, and back; the wording is stored beside it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from gremienwerk.committees.rhythm.model import Exclusion, Kind, Rhythm

_PARSED_APART = frozenset({"text"})


def as_stored(rhythm: Rhythm) -> dict[str, Any]:
    """The reading without its wording, ready for JSON: times as "HH:MM", tuples as lists."""
    values = {
        f.name: getattr(rhythm, f.name) for f in dataclasses.fields(rhythm) if f.name not in _PARSED_APART
    }
    return {name: _plain(value) for name, value in values.items() if value not in (None, (), False)}


def from_stored(stored: dict[str, Any] | None, *, text: str) -> Rhythm:
    """The rhythm of a wording and its stored reading; without a reading its kind is unknown."""
    values = dict(stored or {})
    values["kind"] = Kind(values.get("kind", Kind.UNKNOWN))
    values["excluded"] = tuple(Exclusion(name) for name in values.get("excluded", ()))
    for name in ("months", "notes"):
        values[name] = tuple(values.get(name, ()))
    for name in ("time_from", "time_until"):
        values[name] = dt.time.fromisoformat(values[name]) if values.get(name) else None
    known = {f.name for f in dataclasses.fields(Rhythm)}
    return Rhythm(text=text, **{name: value for name, value in values.items() if name in known})


def _plain(value: Any) -> Any:
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return [_plain(part) for part in value] if isinstance(value, tuple) else value
