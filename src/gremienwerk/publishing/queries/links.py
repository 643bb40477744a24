"""The lines at a public record on a day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from gremienwerk.core.german import sort_key
from gremienwerk.publishing.models import PublicLink
from gremienwerk.publishing.queries.reading import held, of_body, references
from gremienwerk.publishing.records import Reference


class Ends(NamedTuple):
    """The other ends of a record's lines on a day: (meaning, record), leading out of it and into it."""

    outward: tuple[tuple[str, Reference], ...]
    inward: tuple[tuple[str, Reference], ...]

    def out(self, meaning: str) -> tuple[Reference, ...]:
        """Where lines of this meaning lead to, in German order."""
        return _sorted(other for kind, other in self.outward if kind == meaning)

    def into(self, meaning: str) -> tuple[Reference, ...]:
        """Where lines of this meaning come from, in German order."""
        return _sorted(other for kind, other in self.inward if kind == meaning)


def ends_of(*, body: int, on: date, uid: UUID) -> Ends:
    """All lines at a public record on a day; two queries. Meetings are left out, there are too many."""
    rows = list(
        of_body(PublicLink, body=body)
        .filter(Q(source=uid) | Q(target=uid), held(on=on))
        .exclude(meaning=PublicLink.Meaning.MEETING_OF)
        .values_list("source_id", "target_id", "meaning")
    )
    names = references(body=body, on=on, uids=(end for row in rows for end in row[:2]))
    outward = [
        (meaning, names[target]) for source, target, meaning in rows if source == uid and target in names
    ]
    inward = [
        (meaning, names[source]) for source, target, meaning in rows if target == uid and source in names
    ]
    return Ends(tuple(outward), tuple(inward))


def _sorted(found: object) -> tuple[Reference, ...]:
    listed: list[Reference] = list(found)  # type: ignore[call-overload]
    return tuple(sorted(listed, key=lambda other: sort_key(other.name)))
