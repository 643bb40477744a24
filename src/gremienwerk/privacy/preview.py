"""What an erasure would reach, in words for the page that asks for it."""

from __future__ import annotations

from typing import NamedTuple

from gremienwerk.committees.models import Representative
from gremienwerk.organisations.models import Person
from gremienwerk.privacy.queries import files_naming, found_places, naming_of, records_of, releases_naming

#: How much of a text is shown.
_EXCERPT = 160


class Mention(NamedTuple):
    """A field of another record, before and after."""

    noun: str
    field: str
    before: str
    after: str


class Preview(NamedTuple):
    """What goes, what is redacted, what is restricted, and what somebody has to look at; plain values."""

    name: str
    seats: tuple[str, ...]
    mentions: tuple[Mention, ...]
    releases: tuple[str, ...]
    files: tuple[str, ...]
    unread: tuple[str, ...]


def preview_of(*, person: Person, alone: bool) -> Preview:
    """Read everything that an erasure reads, and change nothing; slow, because it opens every stored file."""
    naming = naming_of(person=person, alone=alone)
    body = person.body_id
    files = files_naming(body=body, naming=naming)
    seats = (one.membership for one in records_of(person=person) if isinstance(one, Representative))
    return Preview(
        name=str(person),
        seats=tuple(f"{seat.committee}: {seat.organisation or ''}" for seat in seats),
        mentions=tuple(
            Mention(
                str(place.model._meta.verbose_name),
                str(getattr(place.model._meta.get_field(place.field), "verbose_name", place.field)),
                str(place.before)[:_EXCERPT],
                str(place.after)[:_EXCERPT],
            )
            for place in found_places(person=person, naming=naming)
        ),
        releases=tuple(str(one) for one in releases_naming(body=body, naming=naming)),
        files=tuple(one.name for one in files.naming),
        unread=tuple(one.name for one in files.unread),
    )
