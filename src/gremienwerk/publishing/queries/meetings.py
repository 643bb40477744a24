"""Public meetings: the calendar with its choices, and published minutes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet

from gremienwerk.core.german import sort_key
from gremienwerk.publishing.models import PublicFacet, PublicLink, PublicRecord, PublicSeat
from gremienwerk.publishing.queries.files import stored_bytes
from gremienwerk.publishing.queries.plain import HELD, among, as_uid, fetched, identifiers
from gremienwerk.publishing.queries.reading import cut, day, of_body, records
from gremienwerk.publishing.records import (
    Listing,
    MeetingChoice,
    MeetingMinutes,
    MeetingRow,
    Reference,
    StoredBytes,
)

NOTHING_CHOSEN = MeetingChoice()
_COLUMNS = ("uid", "content", "starts_at", "day", "created_at", "modified_at")
_GUESTS = ("yes", "on_request")


def meetings(
    *,
    body: int,
    today: date,
    first: date | None = None,
    last: date | None = None,
    choice: MeetingChoice = NOTHING_CHOSEN,
    newest_first: bool = False,
    page: int = 1,
    size: int = 50,
) -> Listing[MeetingRow]:
    """Public meetings in a range of days, both ends included, by time; three queries, no facets.

    Args:
        body: primary key of the body.
        today: the present day; committees bear today's names, minutes are shown from their day of publication.
        first: first local day; from the beginning if None.
        last: last local day; open if None.
        choice: what the reader chose.
        newest_first: latest meeting first, for lists of past ones.
        page: which page, from 1.
        size: meetings on a page; 0 gives all.
    """
    rows = records(body=body, noun=PublicRecord.Noun.MEETING)
    if first is not None:
        rows = rows.filter(day__gte=first)
    if last is not None:
        rows = rows.filter(day__lte=last)
    rows = _chosen(rows, body, choice)
    at = cut(rows.count(), page=page, size=size)
    order = ("-day", "-starts_at", "uid") if newest_first else ("day", "starts_at", "uid")
    found = list(rows.order_by(*order).values_list(*_COLUMNS)[at.start : at.stop])
    met = _committees(today, [row[0] for row in found])
    listed = tuple(_row(row, met.get(row[0], ()), today) for row in found)
    return Listing(listed, at.total, at.page, at.pages, {})


def meeting(*, body: int, uid: UUID, today: date) -> MeetingRow | None:
    """One public meeting; None if there is none with this identifier."""
    row = records(body=body, noun=PublicRecord.Noun.MEETING).filter(uid=uid).values_list(*_COLUMNS).first()
    return _row(row, _committees(today, [uid]).get(uid, ()), today) if row else None


def minutes_file(*, body: int, uid: UUID, today: date) -> StoredBytes | None:
    """The published minutes of a public meeting; None unless they are published by today.

    Raises:
        UserFacingError: if the storage has lost the file.
    """
    rows = records(body=body, noun=PublicRecord.Noun.MEETING).filter(uid=uid)
    content = rows.values_list("content", flat=True).first()
    kept = content and content["minutes"]
    if not kept or not _is_published(kept, today):
        return None
    return stored_bytes(
        body=body, sha256=kept["sha256"], name=kept["file_name"], media_type=kept["media_type"]
    )


def meeting_topics(*, body: int, uids: list[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Keys of the topics of each meeting's committees; one query."""
    rows = (
        of_body(PublicFacet, body=body)
        .filter(
            facet="topic",
            record__links_in__source__in=uids,
            record__links_in__meaning=PublicLink.Meaning.MEETING_OF,
        )
        .values_list("record__links_in__source_id", "value")
    )
    found: dict[UUID, set[str]] = {}
    for uid, topic in rows:
        found.setdefault(uid, set()).add(topic)
    return {uid: tuple(sorted(topics)) for uid, topics in found.items()}


def _chosen(rows: QuerySet[Any], body: int, choice: MeetingChoice) -> QuerySet[Any]:
    lines = of_body(PublicLink, body=body).filter(
        source=OuterRef("uid"), meaning=PublicLink.Meaning.MEETING_OF
    )
    if choice.committees:
        # Not by EXISTS: that asks every meeting of the body about its committees.
        met = of_body(PublicLink, body=body).filter(
            target__in=choice.committees, meaning=PublicLink.Meaning.MEETING_OF
        )
        rows = rows.filter(uid__in=met.values("source"))
    if choice.organisation:
        seats = of_body(PublicSeat, body=body).filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=OuterRef("source__day")),
            Q(valid_until__isnull=True) | Q(valid_until__gt=OuterRef("source__day")),
            organisation=choice.organisation,
            committee=OuterRef("target"),
        )
        rows = rows.filter(Exists(lines.filter(Exists(seats))))
    guests = _GUESTS if choice.open_to_guests else ()
    for facet, values in (
        ("topic", choice.topics),
        ("kind", choice.kinds),
        ("level", choice.levels),
        ("guests", guests),
    ):
        if values:
            fitting = (
                of_body(PublicFacet, body=body)
                .filter(noun="committee", facet=facet, value__in=values)
                .values("record")
            )
            rows = rows.filter(Exists(lines.filter(target__in=fitting)))
    if choice.states:
        states = PublicFacet.objects.filter(record=OuterRef("uid"), facet="state", value__in=choice.states)
        rows = rows.filter(Exists(states))
    if choice.only_public:
        public = PublicFacet.objects.filter(record=OuterRef("uid"), facet="publicness", value="public")
        rows = rows.filter(Exists(public))
    return rows


_MET = f"""
    SELECT l.source_id, l.target_id, t.title, t.short_title
    FROM publishing_publiclink l
    JOIN publishing_publictitle t ON t.record_id = l.target_id AND {HELD.format("t")}
    WHERE l.meaning = 'meeting_of' AND l.source_id
"""  # noqa: S608 - put together from constants only


def _committees(today: date, uids: list[UUID]) -> dict[UUID, tuple[Reference, ...]]:
    """The committees of meetings under today's names; one bare statement."""
    if not uids:
        return {}
    found: dict[UUID, list[Reference]] = {}
    known: dict[Any, Reference] = {}
    for source, target, title, short_title in fetched(_MET + among(), (today, today, identifiers(uids))):
        if target not in known:
            known[target] = Reference(as_uid(target), title, short_title)
        found.setdefault(as_uid(source), []).append(known[target])
    return {
        uid: tuple(sorted(committees, key=lambda one: sort_key(one.name)))
        for uid, committees in found.items()
    }


def _row(row: tuple[Any, ...], committees: tuple[Reference, ...], today: date) -> MeetingRow:
    uid, content, starts_at, local_day, created, modified = row
    zone = ZoneInfo(content["timezone"])
    return MeetingRow(
        uid=uid,
        committees=committees,
        starts_at=starts_at.astimezone(zone),
        ends_at=_instant(content["ends_at"], zone),
        day=local_day,
        timezone=content["timezone"],
        moved_from=_instant(content["moved_from"], zone),
        minutes=_minutes(content["minutes"], today),
        created_at=created,
        modified_at=modified,
        **{name: content[name] for name in _PLAIN},
    )


_PLAIN = (
    "place", "is_online", "online_url", "is_public", "state", "sequence", "note", "title", "cancelled_reason",
    "moved_reason",
)  # fmt: skip


def _minutes(kept: dict[str, Any] | None, today: date) -> MeetingMinutes:
    if not kept:
        return MeetingMinutes("")
    if kept["state"] == "published" and not _is_published(kept, today):
        return MeetingMinutes("approved")
    if kept["state"] != "published":
        return MeetingMinutes(kept["state"], reason=kept["reason"])
    return MeetingMinutes("published", kept["file_name"], kept["media_type"], kept["size"])


def _is_published(kept: dict[str, Any], today: date) -> bool:
    published = day(kept.get("published_on"))
    return kept["state"] == "published" and published is not None and published <= today


def _instant(stored: str | None, zone: ZoneInfo) -> datetime | None:
    return datetime.fromisoformat(stored).astimezone(zone) if stored else None
