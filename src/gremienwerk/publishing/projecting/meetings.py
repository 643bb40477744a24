"""Public meetings of the register's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from gremienwerk.meetings.models import Meeting, MeetingMove, Minutes
from gremienwerk.publishing import gate
from gremienwerk.publishing.projecting.projected import FacetValue, Projected, TitleSpan, iso
from gremienwerk.publishing.search_sources import meeting_sources

_COLUMNS = (
    "id", "uid", "title", "starts_at", "ends_at", "timezone", "place", "is_online", "public_online_url", "is_public",
    "state", "cancelled_reason", "public_note", "sequence",
)  # fmt: skip
_MINUTES = (
    "meeting_id", "state", "withheld_reason", "published_on", "public_file__name", "public_file__media_type",
    "public_file__size", "public_file__sha256",
)  # fmt: skip
_TALKED_ABOUT = (Minutes.State.APPROVED, Minutes.State.PUBLISHED, Minutes.State.WITHHELD)


def project_meetings(*, body: int, keys: Collection[int] | None) -> list[Projected]:
    """The public ones among meetings, as the public may know them; three queries.

    Args:
        body: primary key of the body.
        keys: only these primary keys; all of the body if None.
    """
    rows = Meeting.objects.filter(body=body, committees__visibility=gate.PUBLIC_VISIBILITY)
    rows = rows.exclude(state__in=gate.HIDDEN_MEETING_STATES)
    if keys is not None:
        rows = rows.filter(pk__in=keys)
    found = list(rows.order_by("pk").distinct().values_list(*_COLUMNS))
    wanted = [row[0] for row in found]
    moves, minutes = _moves(wanted), _minutes(wanted)
    return [
        _project(body, dict(zip(_COLUMNS, row, strict=True)), moves.get(row[0], []), minutes.get(row[0]))
        for row in found
    ]


def _moves(keys: list[int]) -> dict[int, list[tuple[datetime, str]]]:
    found: dict[int, list[tuple[datetime, str]]] = defaultdict(list)
    rows = MeetingMove.objects.filter(meeting__in=keys).order_by("moved_at", "id")
    for meeting, before, reason in rows.values_list("meeting_id", "starts_at", "reason"):
        found[meeting].append((before, reason))
    return found


def _minutes(keys: list[int]) -> dict[int, dict[str, Any]]:
    """What is said of minutes in public: that they are approved, the published file, or why they are withheld."""
    rows = Minutes.objects.filter(meeting__in=keys, state__in=_TALKED_ABOUT).values_list(*_MINUTES)
    found = {}
    for meeting, state, reason, published_on, name, media_type, size, sha256 in rows:
        kept: dict[str, Any] = {"state": state, "reason": reason}
        if state == Minutes.State.PUBLISHED:
            kept |= {
                "published_on": iso(published_on),
                "file_name": name,
                "media_type": media_type,
                "size": size,
                "sha256": sha256,
            }
        found[meeting] = kept
    return found


def _project(
    body: int,
    value: dict[str, Any],
    moves: list[tuple[datetime, str]],
    minutes: dict[str, Any] | None,
) -> Projected:
    is_public = value["is_public"]
    title = value["title"] if is_public else ""
    day = value["starts_at"].astimezone(ZoneInfo(value["timezone"])).date()
    content = _content(value, moves, minutes)
    published = minutes.get("published_on") if minutes else None
    return Projected(
        noun="meeting",
        source_key=value["id"],
        uid=value["uid"],
        title=title,
        short_title="",
        kinds=(),
        content=content,
        folded="",
        titles=(TitleSpan(title, "", None, None),),
        facets=(
            FacetValue("state", value["state"]),
            FacetValue("publicness", "public" if is_public else "not_public"),
        ),
        turns=frozenset({datetime.fromisoformat(published).date()} if published else ()),
        search=meeting_sources(body=body, uid=value["uid"], title=title, content=content),
        starts_at=value["starts_at"],
        day=day,
    )


def _content(
    value: dict[str, Any], moves: list[tuple[datetime, str]], minutes: dict[str, Any] | None
) -> dict[str, Any]:
    """Of a meeting that is not public the time, the state, the reasons given for everybody, and its minutes."""
    is_public = value["is_public"]
    moved_from, moved_reason = moves[-1] if moves else (None, "")
    return {
        "title": value["title"] if is_public else "",
        "ends_at": value["ends_at"].isoformat() if value["ends_at"] else None,
        "timezone": value["timezone"],
        "place": value["place"] if is_public else "",
        "is_online": value["is_online"] if is_public else False,
        "online_url": value["public_online_url"] if is_public else "",
        "is_public": is_public,
        "state": value["state"],
        "moved_from": moved_from.isoformat() if moved_from else None,
        "moved_reason": moved_reason,
        "cancelled_reason": value["cancelled_reason"],
        "sequence": value["sequence"],
        "note": value["public_note"] if is_public else "",
        "minutes": minutes,
    }
