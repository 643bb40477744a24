"""The minutes of a meeting as content of a document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from gremienwerk.core.german import format_date, join_words
from gremienwerk.documents.rendering.content.minutes import MinutesPaper, MinutesSection
from gremienwerk.documents.rendering.content.papers import Letterhead
from gremienwerk.meetings.models import Meeting

_HEADING = "# "


def minutes_paper(*, meeting: Meeting, text: str, produced_at: datetime) -> MinutesPaper:
    """The minutes of a meeting from their text.

    Args:
        meeting: one that took place.
        text: points of the agenda as lines that begin with "# ", below them paragraphs with blank lines between.
        produced_at: when they were written, aware; part of the file.
    """
    names = [committee.name for committee in meeting.committees.order_by("name", "pk")]
    starts = meeting.starts_at.astimezone(ZoneInfo(meeting.timezone))
    hours = f"{starts:%H:%M}"
    if meeting.ends_at is not None:
        hours += f" bis {meeting.ends_at.astimezone(ZoneInfo(meeting.timezone)):%H:%M}"
    facts = [("Sitzung am", format_date(starts.date())), ("Zeit", f"{hours} Uhr"), ("Ort", meeting.place)]
    return MinutesPaper(
        letterhead=_letterhead(meeting),
        title=meeting.title or join_words(names),
        facts=tuple((label, words) for label, words in facts if words),
        sections=tuple(_sections(text.splitlines())),
        produced_at=produced_at,
    )


def _sections(lines: Iterable[str]) -> list[MinutesSection]:
    found: list[tuple[str, list[list[str]]]] = []
    for line in lines:
        if line.startswith(_HEADING):
            found.append((line.removeprefix(_HEADING).strip(), [[]]))
        elif not found:
            continue
        elif line.strip():
            found[-1][1][-1].append(line.strip())
        else:
            found[-1][1].append([])
    return [
        MinutesSection(heading, tuple(" ".join(part) for part in parts if part)) for heading, parts in found
    ]


def _letterhead(meeting: Meeting) -> Letterhead:
    body = meeting.body
    return Letterhead(
        city=body.name,
        office=body.office,
        department=body.department,
        street=body.street,
        postcode_city=f"{body.postcode} {body.city}".strip(),
        phone=body.phone,
        email=body.email,
        website=body.website,
        logo_svg=body.logo_svg.encode() if body.logo_svg else None,
        accent_colour=body.accent_colour,
    )
