"""Lines between public records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from gremienwerk.committees.models import Committee, Initiator, Superordination
from gremienwerk.inquiries.models import Inquiry
from gremienwerk.meetings.models import Meeting
from gremienwerk.organisations.models import DirectoryProfile, Organisation, Placement
from gremienwerk.publishing.models import PublicLink

Meaning = PublicLink.Meaning
#: Which lines are looked at again when a record of a noun has changed.
OWN = {
    "committee": (Meaning.REPORTS_TO, Meaning.BELONGS_TO, Meaning.SUCCEEDED_BY, Meaning.INITIATED_BY),
    "organisation": (Meaning.PART_OF, Meaning.SUCCEEDED_BY),
    "meeting": (Meaning.MEETING_OF,),
    "profile": (Meaning.PROFILE_OF,),
    "answer": (Meaning.ANSWERED_BY,),
}


class LinkValue(NamedTuple):
    """A line from one record to another; whether both are public is settled when it is written."""

    source: UUID
    target: UUID
    meaning: str
    valid_from: date | None = None
    valid_until: date | None = None


def project_links(*, body: int, noun: str, keys: Collection[int] | None) -> Iterator[LinkValue]:
    """All lines of a noun's own meanings that begin or end at its records.

    Args:
        body: primary key of the body.
        noun: as in ``PublicRecord.Noun``.
        keys: only lines at records with these primary keys; all of the body if None.
    """
    rows = _ROWS[noun](body, keys)
    for row in rows:
        if row[0] is not None and row[1] is not None:
            yield LinkValue(*row)


def _at(keys: Collection[int] | None, *ends: str) -> Q:
    """That one of the ends is among the records."""
    wanted = Q()
    if keys is not None:
        for end in ends:
            wanted |= Q(**{f"{end}__in": list(keys)})
    return wanted


def _of_committees(body: int, keys: Collection[int] | None) -> Iterator[tuple[Any, ...]]:
    yield from Superordination.objects.filter(_at(keys, "committee", "superordinate"), body=body).values_list(
        "committee__uid", "superordinate__uid", "meaning", "valid_from", "valid_until"
    )
    followed = Committee.objects.filter(_at(keys, "pk", "successor"), body=body, successor__isnull=False)
    yield from _meaning(followed.values_list("uid", "successor__uid"), Meaning.SUCCEEDED_BY)
    started = Initiator.objects.filter(_at(keys, "committee"), body=body, organisation__isnull=False)
    yield from _meaning(started.values_list("committee__uid", "organisation__uid"), Meaning.INITIATED_BY)


def _of_organisations(body: int, keys: Collection[int] | None) -> Iterator[tuple[Any, ...]]:
    placed = Placement.objects.filter(_at(keys, "organisation", "parent"), body=body)
    for child, parent, start, end in placed.values_list(
        "organisation__uid", "parent__uid", "valid_from", "valid_until"
    ):
        yield child, parent, Meaning.PART_OF.value, start, end
    followed = Organisation.objects.filter(_at(keys, "pk", "successor"), body=body, successor__isnull=False)
    yield from _meaning(followed.values_list("uid", "successor__uid"), Meaning.SUCCEEDED_BY)


def _of_meetings(body: int, keys: Collection[int] | None) -> Iterator[tuple[Any, ...]]:
    through = Meeting.committees.through.objects.filter(_at(keys, "meeting"), meeting__body=body)
    yield from _meaning(through.values_list("meeting__uid", "committee__uid"), Meaning.MEETING_OF)


def _of_profiles(body: int, keys: Collection[int] | None) -> Iterator[tuple[Any, ...]]:
    rows = DirectoryProfile.objects.filter(_at(keys, "pk"), body=body)
    yield from _meaning(rows.values_list("uid", "organisation__uid"), Meaning.PROFILE_OF)


def _of_answers(body: int, keys: Collection[int] | None) -> Iterator[tuple[Any, ...]]:
    rows = Inquiry.objects.filter(_at(keys, "pk"), body=body)
    yield from _meaning(rows.values_list("uid", "reporting_unit__uid"), Meaning.ANSWERED_BY)


def _meaning(rows: Iterable[tuple[Any, ...]], meaning: Meaning) -> Iterator[tuple[Any, ...]]:
    for source, target in rows:
        yield source, target, meaning.value


_ROWS = {
    "committee": _of_committees,
    "organisation": _of_organisations,
    "meeting": _of_meetings,
    "profile": _of_profiles,
    "answer": _of_answers,
}
