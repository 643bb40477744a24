"""Public rows are brought to the state of the register: what differs is written, what is gone withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.db.models.functions import Now

from gremienwerk.publishing.models import (
    PublicFacet,
    PublicLink,
    PublicRecord,
    PublicSeat,
    PublicTitle,
    PublicTurn,
)
from gremienwerk.publishing.projecting.projected import Projected, sort_bytes
from gremienwerk.publishing.search import indexing
from gremienwerk.publishing.search.records import SearchSource

Item = TypeVar("Item")
_BATCH = 500
_WRITTEN = (
    "title", "short_title", "sort_key", "kinds", "content", "folded", "checksum", "starts_at", "day", "shown_from",
    "shown_until", "modified_at", "withdrawn_at",
)  # fmt: skip


class Written(NamedTuple):
    """What became of the records of one noun, by primary keys of their sources."""

    appeared: frozenset[int]
    changed: frozenset[int]
    withdrawn: frozenset[int]

    @property
    def flipped(self) -> frozenset[int]:
        """Those that became public or ceased to be so."""
        return self.appeared | self.withdrawn


@dataclass
class ForSearch:
    """What the search index must learn; told at the end, because its writers wait for each other."""

    sources: list[SearchSource] = field(default_factory=list)
    gone: list[tuple[str, UUID]] = field(default_factory=list)

    def tell(self, *, body: int) -> None:
        """Write and withdraw what was collected."""
        if self.sources:
            indexing.write(self.sources)
        if self.gone:
            indexing.withdraw(body=body, keys=self.gone)


class Stored(NamedTuple):
    """What is stored of a record."""

    uid: UUID
    checksum: str
    is_withdrawn: bool


def write_records(
    *,
    body: int,
    noun: str,
    keys: Collection[int] | None,
    records: Sequence[Projected],
    index: ForSearch,
) -> Written:
    """Write records that differ from what is stored and withdraw those that are no longer public.

    Args:
        body: primary key of the body.
        noun: of all the records.
        keys: primary keys of the sources looked at; all of the body if None.
        records: the public ones among them.
        index: collects what search must learn of it.
    """
    stored = stored_records(body=body, noun=noun, keys=keys)
    differing = [
        record
        for record in records
        if record.source_key not in stored
        or stored[record.source_key].is_withdrawn
        or stored[record.source_key].checksum != record.checksum
    ]
    present = {record.source_key for record in records}
    gone = {key: row.uid for key, row in stored.items() if key not in present and not row.is_withdrawn}
    for batch in batches(differing):
        _write(body, batch)
    _withdraw(body, noun, list(gone.values()))
    index.sources += [source for record in differing for source in record.search]
    index.gone += [(record.noun, record.uid) for record in differing if not record.search]
    index.gone += [(noun, uid) for uid in gone.values()]
    appeared = {
        record.source_key
        for record in differing
        if record.source_key not in stored or stored[record.source_key].is_withdrawn
    }
    changed = {record.source_key for record in differing} - appeared
    return Written(frozenset(appeared), frozenset(changed), frozenset(gone))


def stored_records(*, body: int, noun: str, keys: Collection[int] | None) -> dict[int, Stored]:
    """What is stored of one noun by primary key of the source."""
    rows = PublicRecord.objects.filter(body=body, noun=noun)
    if keys is not None:
        rows = rows.filter(source_key__in=list(keys))
    return {
        key: Stored(uid, checksum, withdrawn is not None)
        for key, uid, checksum, withdrawn in rows.values_list("source_key", "uid", "checksum", "withdrawn_at")
    }


def touch(*, body: int, uids: Iterable[UUID]) -> None:
    """Note that something embedded in these records has changed: their time of modification rises."""
    for batch in batches(sorted(set(uids))):
        PublicRecord.objects.filter(body=body, uid__in=batch, withdrawn_at__isnull=True).update(
            modified_at=Now()
        )


def batches(items: Sequence[Item], size: int = _BATCH) -> Iterator[Sequence[Item]]:
    """The items in pieces that every database takes in one statement."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _write(body: int, records: Sequence[Projected]) -> None:
    uids = [record.uid for record in records]
    PublicRecord.objects.bulk_create(
        [_row(body, record) for record in records],
        update_conflicts=True,
        unique_fields=["uid"],
        update_fields=_WRITTEN,
    )
    PublicTitle.objects.filter(record__in=uids).delete()
    PublicFacet.objects.filter(record__in=uids).delete()
    PublicTurn.objects.filter(owner__in=uids).delete()
    for model, rows in (
        (PublicTitle, [row for record in records for row in _title_rows(body, record)]),
        (PublicFacet, [row for record in records for row in _facet_rows(body, record)]),
        (
            PublicTurn,
            [
                PublicTurn(body_id=body, owner=one.uid, day=day)
                for one in records
                for day in sorted(one.turns)
            ],
        ),
    ):
        model.objects.bulk_create(rows, batch_size=_BATCH)


def _title_rows(body: int, record: Projected) -> Iterator[PublicTitle]:
    for span in record.titles:
        yield PublicTitle(
            body_id=body, record_id=record.uid, sort_key=sort_bytes(span.title), **span._asdict()
        )


def _facet_rows(body: int, record: Projected) -> Iterator[PublicFacet]:
    for facet in dict.fromkeys(record.facets):
        yield PublicFacet(body_id=body, record_id=record.uid, noun=record.noun, **facet._asdict())


def _row(body: int, record: Projected) -> PublicRecord:
    values: dict[str, Any] = {
        "noun": record.noun,
        "source_key": record.source_key,
        "uid": record.uid,
        "title": record.title,
        "short_title": record.short_title,
        "sort_key": sort_bytes(record.title),
        "kinds": [list(kind) for kind in record.kinds],
        "content": record.content,
        "folded": record.folded,
        "checksum": record.checksum,
        "starts_at": record.starts_at,
        "day": record.day,
        "shown_from": record.shown_from,
        "shown_until": record.shown_until,
        "withdrawn_at": None,
    }
    return PublicRecord(body_id=body, created_at=Now(), modified_at=Now(), **values)


def _withdraw(body: int, noun: str, uids: list[UUID]) -> None:
    """Empty the rows and all that hangs on them; that they were public remains known."""
    for batch in batches(uids):
        seats = PublicSeat.objects.filter(body=body)
        doomed = seats.filter(committee__in=batch) | seats.filter(organisation__in=batch)
        links = PublicLink.objects.filter(body=body)
        cut = links.filter(source__in=batch) | links.filter(target__in=batch)
        owners = [*batch, *doomed.values_list("uid", flat=True), *cut.values_list("uid", flat=True)]
        for some in batches(owners):
            PublicTurn.objects.filter(owner__in=some).delete()
        doomed.delete()
        cut.delete()
        PublicTitle.objects.filter(record__in=batch).delete()
        PublicFacet.objects.filter(record__in=batch).delete()
        PublicRecord.objects.filter(body=body, noun=noun, uid__in=batch).update(
            title="",
            short_title="",
            sort_key=b"",
            kinds=[],
            content={},
            folded="",
            checksum="",
            starts_at=None,
            day=None,
            shown_until=None,
            modified_at=Now(),
            withdrawn_at=Now(),
        )
