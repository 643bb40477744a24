"""What happened to a public committee, and how the register differs between two days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from gremienwerk.committees.status import Status
from gremienwerk.core.dates import VagueDate, exact
from gremienwerk.core.german import sort_key
from gremienwerk.publishing.models import PublicFacet, PublicRecord, PublicSeat
from gremienwerk.publishing.queries.reading import day, of_body, records, references, vague
from gremienwerk.publishing.queries.seats import last, since
from gremienwerk.publishing.records import Difference, Reference, TimelineEntry

_DATES = ("valid_from", "from_precision", "valid_until", "until_precision")
_STATUS_KINDS = {
    Status.ACTIVE.value: "committee_founded",
    Status.DORMANT.value: "committee_dormant",
    Status.ENDED.value: "committee_ended",
}


def timeline(*, body: int, committee: UUID, on: date) -> tuple[TimelineEntry, ...]:
    """Foundation, renamings, pauses, members coming and going, and end of a public committee, the newest first.

    Args:
        body: primary key of the body.
        committee: its identifier; empty if it is not public.
        on: the day whose names organisations bear; also events after it are listed.
    """
    content = (
        records(body=body, noun=PublicRecord.Noun.COMMITTEE)
        .filter(uid=committee)
        .values_list("content", flat=True)
        .first()
    )
    if content is None:
        return ()
    entries = [*_own_entries(content), *_seat_entries(body, committee, on)]
    return tuple(sorted(entries, key=lambda entry: (entry.when.latest, entry.kind), reverse=True))


def changed_since(*, body: int, since_day: date, on: date) -> tuple[Difference, ...]:
    """How the public register of ``on`` differs from that of an earlier day, by committee in German order.

    Args:
        body: primary key of the body.
        since_day: the earlier day, for example the "as of" of an answer.
        on: the later day; nothing differs if it is not later.
    """
    if on <= since_day:
        return ()
    found = [*_differing_states(body, since_day, on), *_differing_seats(body, since_day, on)]
    renamed = _differing_names(body, since_day, on)
    uids = {uid for _, uid, *_ in found} | {one[2] for one in found if one[2]} | set(renamed)
    names = references(body=body, on=on, uids=uids)
    committees = set(records(body=body, noun=PublicRecord.Noun.COMMITTEE).values_list("uid", flat=True))
    result = [
        Difference(kind, names[uid], names.get(other) if other else None, role)
        for kind, uid, other, role in found
        if uid in names and (other is None or other in names)
    ]
    result += [
        Difference("committee_renamed", names[uid], old_name=old)
        for uid, old in renamed.items()
        if uid in committees and uid in names
    ]
    return tuple(sorted(result, key=_order))


def _own_entries(content: dict[str, Any]) -> list[TimelineEntry]:
    entries = [
        TimelineEntry(when, kind)
        for kind in ("planned", "founded", "ended")
        if (when := vague(content[kind])) is not None
    ]
    for name, _short, _start, end, is_alias in content["other_names"]:
        ended = day(end)
        if ended is not None and not is_alias:
            entries.append(TimelineEntry(exact(ended), "renamed", text=name))
    for start, end, reason in content["dormancies"]:
        entries.append(TimelineEntry(exact(date.fromisoformat(start)), "dormant", text=reason))
        if end:
            entries.append(TimelineEntry(exact(date.fromisoformat(end)), "resumed"))
    return entries


def _seat_entries(body: int, committee: UUID, on: date) -> list[TimelineEntry]:
    rows = list(
        of_body(PublicSeat, body=body)
        .filter(committee=committee)
        .values_list("organisation_id", "role", *_DATES)
    )
    names = references(body=body, on=on, uids=(row[0] for row in rows))
    entries = []
    for organisation, role, *dates in rows:
        holder = names.get(organisation) if organisation else None
        begun, end = since(*dates), dates[2]
        if begun is not None:
            entries.append(TimelineEntry(begun, "seat_begins", holder, role))
        if end is not None:
            gone = last(*dates)
            assert gone is not None
            entries.append(TimelineEntry(_first_day_without(gone, end), "seat_ends", holder, role))
    return entries


def _first_day_without(gone: VagueDate, end: date) -> VagueDate:
    """An exact end is told by the first day without the seat; a vague one by its span."""
    return exact(end) if gone.earliest == gone.latest else gone


_Found = tuple[str, UUID, UUID | None, str]


def _differing_states(body: int, before: date, after: date) -> list[_Found]:
    rows = of_body(PublicFacet, body=body).filter(noun="committee", facet="status")
    old = dict(rows.filter(_holds(before)).values_list("record_id", "value"))
    new = dict(rows.filter(_holds(after)).values_list("record_id", "value"))
    found: list[_Found] = []
    for uid, status in new.items():
        if old.get(uid) == status or status not in _STATUS_KINDS:
            continue
        kind = _STATUS_KINDS[status]
        if status == Status.ACTIVE and old.get(uid) in (Status.DORMANT.value, Status.ENDED.value):
            kind = "committee_resumed"
        found.append((kind, uid, None, ""))
    return found


def _differing_seats(body: int, before: date, after: date) -> list[_Found]:
    rows = of_body(PublicSeat, body=body).filter(organisation__isnull=False)
    columns = ("committee_id", "organisation_id", "role")
    old = set(rows.filter(_holds(before)).values_list(*columns))
    new = set(rows.filter(_holds(after)).values_list(*columns))
    return [("seat_begun", *seat) for seat in new - old] + [("seat_ended", *seat) for seat in old - new]


def _differing_names(body: int, before: date, after: date) -> dict[UUID, str]:
    """The name of the earlier day of each committee that was renamed until the later one."""
    uids = (
        of_body(PublicRecord, body=body)
        .filter(
            noun="committee",
            titles__valid_from__gt=before,
            titles__valid_from__lt=after + timedelta(days=1),
        )
        .values_list("uid", flat=True)
        .distinct()
    )
    wanted = list(uids)
    old = references(body=body, on=before, uids=wanted)
    new = references(body=body, on=after, uids=wanted)
    return {
        uid: old[uid].name for uid in wanted if uid in old and uid in new and old[uid].name != new[uid].name
    }


def _holds(on: date) -> Q:
    return (Q(valid_from__isnull=True) | Q(valid_from__lte=on)) & (
        Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    )


def _order(difference: Difference) -> tuple[Any, ...]:
    other: Reference | None = difference.organisation
    return (
        sort_key(difference.committee.name),
        difference.kind,
        sort_key(other.name) if other else ("", ""),
        difference.role,
    )
