"""Public seats and lines are brought to the state of the register; only what differs is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from gremienwerk.publishing.models import PublicLink, PublicName, PublicRecord, PublicSeat, PublicTurn
from gremienwerk.publishing.projecting.links import OWN, LinkValue, project_links
from gremienwerk.publishing.projecting.seats import NameValue, SeatValue
from gremienwerk.publishing.projecting.writing import batches, touch

_SEAT = (
    "source_key", "uid", "committee_id", "organisation_id", "role", "seats", "voting", "valid_from", "from_precision",
    "valid_until", "until_precision",
)  # fmt: skip
_LINK = ("source_id", "target_id", "meaning", "valid_from", "valid_until")
Links = dict[LinkValue, list[UUID]]


def write_seats(*, body: int, keys: Collection[int] | None, seats: Iterable[SeatValue]) -> None:
    """Write the seats that differ from what is stored and remove those that are gone.

    Args:
        body: primary key of the body.
        keys: primary keys of the memberships looked at; all of the body if None.
        seats: those of them that are public.
    """
    wanted = {seat.source_key: seat for seat in seats}
    stored = stored_seats(body=body, keys=keys)
    gone = [seat for key, seat in stored.items() if wanted.get(key) != seat]
    fresh = [seat for key, seat in wanted.items() if stored.get(key) != seat]
    for batch in batches([seat.uid for seat in gone]):
        PublicTurn.objects.filter(owner__in=batch).delete()
        PublicSeat.objects.filter(uid__in=batch).delete()
    for some in batches(fresh):
        PublicSeat.objects.bulk_create([_seat_row(body, seat) for seat in some])
        PublicName.objects.bulk_create(
            [PublicName(body_id=body, seat_id=seat.uid, **n._asdict()) for seat in some for n in seat.names],
            batch_size=500,
        )
        PublicTurn.objects.bulk_create(
            [PublicTurn(body_id=body, owner=s.uid, day=day) for s in some for day in sorted(s.turns)],
            batch_size=500,
        )
    ends = {end for seat in (*gone, *fresh) for end in (seat.committee, seat.organisation)}
    touch(body=body, uids=(end for end in ends if end is not None))


def stored_seats(*, body: int, keys: Collection[int] | None) -> dict[int, SeatValue]:
    """The public seats as they are stored, by primary key of the membership."""
    rows = PublicSeat.objects.filter(body=body)
    names = PublicName.objects.filter(body=body)
    if keys is not None:
        rows = rows.filter(source_key__in=list(keys))
        names = names.filter(seat__source_key__in=list(keys))
    found: dict[UUID, list[NameValue]] = {}
    for seat, *name in names.values_list("seat_id", *NameValue._fields):
        found.setdefault(seat, []).append(NameValue(*name))
    return {
        row[0]: SeatValue(*row)._replace(names=tuple(sorted(found.get(row[1], ()), key=repr)))
        for row in rows.values_list(*_SEAT)
    }


def write_links(*, body: int, noun: str, keys: Collection[int] | None) -> None:
    """Write the lines at records of a noun that differ from what is stored and remove those that are gone.

    Args:
        body: primary key of the body.
        noun: whose own lines (``links.OWN``).
        keys: primary keys of the records looked at; all of the body if None.
    """
    wanted = _between_public(body, project_links(body=body, noun=noun, keys=keys))
    stored = stored_links(body=body, noun=noun, keys=keys)
    gone = [uid for value, uids in stored.items() for uid in (uids if value not in wanted else uids[1:])]
    fresh = [value for value in wanted if value not in stored]
    for batch in batches(gone):
        PublicTurn.objects.filter(owner__in=batch).delete()
        PublicLink.objects.filter(uid__in=batch).delete()
    rows = [_link_row(body, value) for value in fresh]
    for some in batches(rows):
        PublicLink.objects.bulk_create(some)
        PublicTurn.objects.bulk_create(
            [
                PublicTurn(body_id=body, owner=row.uid, day=day)
                for row in some
                for day in (row.valid_from, row.valid_until)
                if day is not None
            ],
            batch_size=500,
        )
    changed = [value for value in stored if value not in wanted] + fresh
    touch(body=body, uids=(end for value in changed for end in value[:2]))


def stored_links(*, body: int, noun: str, keys: Collection[int] | None) -> Links:
    """The lines at records of a noun as they are stored, with their rows' identifiers."""
    rows = PublicLink.objects.filter(body=body, meaning__in=OWN[noun], source__noun=noun)
    if keys is not None:
        at = list(keys)
        rows = rows.filter(source__source_key__in=at) | rows.filter(
            target__noun=noun, target__source_key__in=at
        )
    found: Links = {}
    for uid, *value in rows.values_list("uid", *_LINK):
        found.setdefault(LinkValue(*value), []).append(uid)
    return found


def differing_links(*, body: int, noun: str) -> int:
    """How many lines stand differently in public than in the register; for the check."""
    wanted = _between_public(body, project_links(body=body, noun=noun, keys=None))
    return len(wanted ^ set(stored_links(body=body, noun=noun, keys=None)))


def _between_public(body: int, links: Iterable[LinkValue]) -> set[LinkValue]:
    found = set(links)
    uids = sorted({end for value in found for end in value[:2]})
    public: set[UUID] = set()
    for batch in batches(uids):
        rows = PublicRecord.objects.filter(body=body, uid__in=batch, withdrawn_at__isnull=True)
        public.update(rows.values_list("uid", flat=True))
    return {value for value in found if value.source in public and value.target in public}


def _seat_row(body: int, seat: SeatValue) -> PublicSeat:
    values: dict[str, Any] = dict(zip(_SEAT, seat[: len(_SEAT)], strict=True))
    return PublicSeat(body_id=body, role_order=seat.role_order, **values)


def _link_row(body: int, value: LinkValue) -> PublicLink:
    values: dict[str, Any] = dict(zip(_LINK, value, strict=True))
    return PublicLink(body_id=body, **values)
