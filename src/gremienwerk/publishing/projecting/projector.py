"""Public rows follow the register: called at the end of every change, or for a whole body."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from gremienwerk.audit.change import Change, change
from gremienwerk.committees.models import Initiator, Membership
from gremienwerk.core.actor import Actor
from gremienwerk.inquiries.models import Inquiry
from gremienwerk.meetings.models import Meeting
from gremienwerk.publishing.models import PublicRecord, PublicSeat
from gremienwerk.publishing.projecting.answers import project_answers
from gremienwerk.publishing.projecting.committees import project_committees
from gremienwerk.publishing.projecting.meetings import project_meetings
from gremienwerk.publishing.projecting.moves import differing_moves, write_moves
from gremienwerk.publishing.projecting.organisations import project_organisations
from gremienwerk.publishing.projecting.profiles import project_profiles
from gremienwerk.publishing.projecting.projected import Projected
from gremienwerk.publishing.projecting.seat_writing import (
    differing_links,
    stored_seats,
    write_links,
    write_seats,
)
from gremienwerk.publishing.projecting.seats import project_seats
from gremienwerk.publishing.projecting.terms import differing_terms, write_terms
from gremienwerk.publishing.projecting.tracing import Dirty, trace
from gremienwerk.publishing.projecting.writing import ForSearch, Written, stored_records, write_records
from gremienwerk.publishing.search.indexing import forget_removed_words

Noun = PublicRecord.Noun
Keys = Collection[int] | None
#: More dirty records than this are looked at as "all of the body": databases limit the length of a list.
MANY = 5000
#: The record that every erasure of a person writes; its package stands beside this one and is not imported.
_ERASURE = "privacy.erasure"
_PROJECT: dict[str, Callable[..., list[Projected]]] = {
    Noun.COMMITTEE: project_committees,
    Noun.ORGANISATION: project_organisations,
    Noun.MEETING: project_meetings,
    Noun.PROFILE: project_profiles,
    Noun.ANSWER: project_answers,
}


class Deviation(NamedTuple):
    """Something that stands differently in public than the register says; ``what`` in German."""

    noun: str
    what: str


def project(opened: Change) -> None:
    """The projector that every change calls: dirty records become public rows and search entries."""
    dirty = trace(opened)
    if not dirty:
        return
    body, index = opened.body, ForSearch()
    if dirty.terms:
        write_terms(body=body)
    if dirty.moves:
        write_moves(body=body)
    if dirty.committees:
        _project_committees(body, dirty, index)
    if dirty.memberships:
        _trace_seats(body, dirty)
    if dirty.organisations:
        _project_organisations(body, dirty, index)
    for noun, keys in (
        (Noun.MEETING, dirty.meetings),
        (Noun.PROFILE, dirty.profiles),
        (Noun.ANSWER, dirty.inquiries),
    ):
        if keys:
            _rewrite(body, noun, _limited(keys), index)
            write_links(body=body, noun=noun, keys=_limited(keys))
    if dirty.memberships:
        keys_of_seats = _limited(dirty.memberships)
        write_seats(body=body, keys=keys_of_seats, seats=project_seats(body=body, keys=keys_of_seats))
    if dirty.committees:
        write_links(body=body, noun=Noun.COMMITTEE, keys=_limited(dirty.committees))
    index.tell(body=body)
    if any(label == _ERASURE for label, _ in opened.touched):
        forget_removed_words()


def rebuild(*, body: int, by: Actor, why: str) -> None:
    """Make all public rows of a body anew; rows that are right already stay as they are.

    Args:
        body: primary key of the body.
        by: who asks for it.
        why: for the audit record.
    """
    index = ForSearch()
    with change(by=by, body=body, why=why):
        write_terms(body=body)
        write_moves(body=body)
        for noun in Noun.values:
            _rewrite(body, noun, None, index)
        write_seats(body=body, keys=None, seats=project_seats(body=body, keys=None))
        for noun in Noun.values:
            write_links(body=body, noun=noun, keys=None)
        index.tell(body=body)


def deviations(*, body: int) -> list[Deviation]:
    """Where the public rows differ from what the register gives; empty if they are right. Writes nothing."""
    found = [Deviation("term", what) for what in differing_terms(body=body)]
    found += [Deviation("move", what) for what in differing_moves(body=body)]
    for noun in Noun.values:
        wanted = {record.source_key: record for record in _PROJECT[noun](body=body, keys=None)}
        stored = stored_records(body=body, noun=noun, keys=None)
        for key, record in wanted.items():
            row = stored.get(key)
            if row is None or row.is_withdrawn:
                found.append(Deviation(noun, f"fehlt: {record.title or record.uid}"))
            elif row.checksum != record.checksum:
                found.append(Deviation(noun, f"veraltet: {record.title or record.uid}"))
        left = [row.uid for key, row in stored.items() if key not in wanted and not row.is_withdrawn]
        found += [Deviation(noun, f"nicht mehr öffentlich: {uid}") for uid in left]
        lines = differing_links(body=body, noun=noun)
        if lines:
            found.append(Deviation(noun, f"abweichende Linien: {lines}"))
    wanted_seats = {seat.source_key: seat for seat in project_seats(body=body, keys=None)}
    kept_seats = stored_seats(body=body, keys=None)
    for key in wanted_seats.keys() | kept_seats.keys():
        if wanted_seats.get(key) != kept_seats.get(key):
            found.append(Deviation("seat", f"abweichender Sitz: {key}"))
    return found


def is_empty(*, body: int) -> bool:
    """Whether nothing of a body was ever published."""
    return not PublicRecord.objects.filter(body=body).exists()


def _rewrite(body: int, noun: str, keys: Keys, index: ForSearch) -> Written:
    records = _PROJECT[noun](body=body, keys=keys)
    return write_records(body=body, noun=noun, keys=keys, records=records, index=index)


def _project_committees(body: int, dirty: Dirty, index: ForSearch) -> None:
    """A committee that appears or vanishes takes its seats, its meetings and those who sit in it with it."""
    flipped = _rewrite(body, Noun.COMMITTEE, _limited(dirty.committees), index).flipped
    if not flipped:
        return
    seats = Membership.objects.filter(body=body, committee__in=flipped)
    dirty.memberships.update(seats.values_list("pk", flat=True))
    dirty.meetings.update(
        Meeting.objects.filter(body=body, committees__in=flipped).values_list("pk", flat=True)
    )
    started = Initiator.objects.filter(body=body, committee__in=flipped, organisation__isnull=False)
    for rows in (seats.filter(organisation__isnull=False), started):
        dirty.organisations.update(rows.values_list("organisation_id", flat=True))


def _trace_seats(body: int, dirty: Dirty) -> None:
    """Organisations that may have become public, or ceased to be so, by seats."""
    keys = _limited(dirty.memberships)
    now = Membership.objects.filter(body=body, organisation__isnull=False)
    before = PublicSeat.objects.filter(body=body, organisation__isnull=False)
    if keys is not None:
        now, before = now.filter(pk__in=keys), before.filter(source_key__in=keys)
    dirty.organisations.update(now.values_list("organisation_id", flat=True))
    dirty.organisations.update(before.values_list("organisation__source_key", flat=True))


def _project_organisations(body: int, dirty: Dirty, index: ForSearch) -> None:
    keys = _limited(dirty.organisations)
    flipped = _rewrite(body, Noun.ORGANISATION, keys, index).flipped
    write_links(body=body, noun=Noun.ORGANISATION, keys=keys)
    if flipped:
        answering = Inquiry.objects.filter(body=body, reporting_unit__in=flipped)
        dirty.inquiries.update(answering.values_list("pk", flat=True))


def _limited(keys: set[int]) -> Keys:
    return keys if len(keys) <= MANY else None
