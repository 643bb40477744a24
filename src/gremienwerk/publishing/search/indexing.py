"""Writing the index, in the transaction of the change that it follows."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from gremienwerk.publishing.search.records import SearchSource


def write(sources: Iterable[SearchSource]) -> None:
    """Put records into the index; what was stored of a named record, in any language, is replaced.

    Args:
        sources: all languages of each record that is named; a language left out is no longer found.
    """
    raise NotImplementedError


def withdraw(*, body: int, keys: Iterable[tuple[str, UUID]]) -> None:
    """Take records out of the index, in all languages, with every word that only they held.

    Args:
        body: primary key of the body.
        keys: (noun, uid) of each record; unknown ones are passed over.
    """
    raise NotImplementedError
