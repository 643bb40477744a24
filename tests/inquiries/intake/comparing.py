"""Comparing parsed questions with references that a person wrote down by reading.

The references of real documents hold no sentence of them, only checksum, length and the outer words of
each text in normal form (single blanks).
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

REFERENCES: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "references.json").read_text(encoding="utf-8")
)
REAL = sorted(REFERENCES)


def real_file(inputs: Path, name: str) -> Path:
    """The path of a real document."""
    folder = inputs if name.startswith("antwort-2022") else inputs / "anfragen"
    return folder / f"{name}.txt"


def normal(text: str) -> str:
    """The text with single blanks."""
    return re.sub(r"\s+", " ", text).strip()


def differences(name: str, questions: list[dict[str, Any]]) -> list[str]:
    """What differs from the reference, one readable line each; empty if all is equal."""
    expected = REFERENCES[name]
    if len(expected) != len(questions):
        return [
            f"{len(questions)} questions instead of {len(expected)}: {[one['number'] for one in questions]}"
        ]
    found: list[str] = []
    for want, got in zip(expected, questions, strict=True):
        place = f"{name}, {want['number']}"
        found += [
            f"{place} {key}: {got[key]!r} instead of {want[key]!r}"
            for key in ("number", "kind")
            if want[key] != got[key]
        ]
        found += _of_text(f"{place} text", want["text"], got["text"])
        found += _of_text(f"{place} answer", want["answer"], got["answer"])
        if [one["number"] for one in want["parts"]] != [one["number"] for one in got["parts"]]:
            found.append(f"{place} parts: {[one['number'] for one in got['parts']]}")
            continue
        for part, other in zip(want["parts"], got["parts"], strict=True):
            found += _of_text(f"{place} part {part['number']}", part["text"], other["text"])
    return found


def _of_text(place: str, want: dict[str, Any] | None, got: str | None) -> list[str]:
    if want is None or got is None:
        return (
            []
            if want is None and got is None
            else [f"{place}: {'missing' if got is None else f'unexpected {got[:60]!r}'}"]
        )
    text = normal(got)
    # Where the source has a blank behind a hyphen ("Baden- W…"), a new line break there loses it.
    readings = [text, *(f"{text[:at]} {text[at:]}" for at in range(1, len(text)) if text[at - 1] == "-")]
    if want["sha256"] in {hashlib.sha256(one.encode()).hexdigest() for one in readings}:
        return []
    edges = f"„{want['first']} … {want['last']}“ ({want['length']} signs)"
    return [f"{place}: „{text[:40]} … {text[-40:]}“ ({len(text)} signs) instead of {edges}"]
