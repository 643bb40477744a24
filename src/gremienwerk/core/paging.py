"""One page of a longer list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")


class Page(NamedTuple, Generic[Item]):
    """A slice of a list with its place in it; numbers start at 1."""

    items: Sequence[Item]
    number: int
    pages: int
    total: int


def page_of(items: Sequence[Item], *, number: int, size: int) -> Page[Item]:
    """The page with this number; numbers outside the list give its first or last page."""
    pages = max(1, -(-len(items) // size))
    inside = min(max(1, number), pages)
    return Page(items[(inside - 1) * size : inside * size], inside, pages, len(items))


def page_number(given: str | None) -> int:
    """The page number in an address; whatever is no number means the first page."""
    return int(given) if given and given.isdecimal() and len(given) < 7 else 1
