"""Searching, and suggestions while typing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from gremienwerk.publishing.search.records import Found, Suggestion


def find(
    *, body: int, text: str, language: str, on: date, limit: int, nouns: Collection[str] | None = None
) -> Found:
    """Look for what somebody typed.

    Args:
        body: primary key of the body.
        text: anything; never an error.
        language: the reader's language (BCP 47); titles are given in it where they exist.
        on: the day to look at; records are found only while they are shown.
        limit: most hits per group.
        nouns: only these groups; None for all.
    """
    raise NotImplementedError


def suggest(*, body: int, text: str, on: date, limit: int) -> list[Suggestion]:
    """What might be meant by a text that is still being typed, the likeliest first."""
    raise NotImplementedError
