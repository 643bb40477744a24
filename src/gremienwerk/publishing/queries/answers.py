"""Public inquiries with their released answers."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from gremienwerk.core.german import fold
from gremienwerk.publishing.models import PublicRecord
from gremienwerk.publishing.queries.files import stored_bytes
from gremienwerk.publishing.queries.reading import cut, day, records, references, shown
from gremienwerk.publishing.records import (
    AnswerFile,
    AnswerItem,
    AnswerRecord,
    AnswerRow,
    AnswerVersion,
    Listing,
    StoredBytes,
)


def answers(
    *, body: int, on: date, today: date, text: str = "", page: int = 1, size: int = 50
) -> Listing[AnswerRow]:
    """Public inquiries whose answer is shown, the newest first; three queries, no facets.

    Args:
        body: primary key of the body.
        on: only answers that were shown by this day.
        today: the present day; nothing is shown before its own day comes.
        text: words in title, number or text.
        page: which page, from 1.
        size: answers on a page; 0 gives all.
    """
    rows = records(body=body, noun=PublicRecord.Noun.ANSWER).filter(shown(on=on, today=today))
    for word in fold(text).split():
        rows = rows.filter(folded__contains=word)
    at = cut(rows.count(), page=page, size=size)
    ordered = rows.order_by("-shown_from", "-day", "uid")
    found = list(
        ordered.values_list("uid", "title", "content", "created_at", "modified_at")[at.start : at.stop]
    )
    names = references(body=body, on=on, uids=(_unit(row[2]) for row in found))
    listed = []
    for uid, title, content, _created, modified in found:
        latest = versions_shown(content, on=on, today=today)[0]
        unit = _unit(content)
        listed.append(
            AnswerRow(
                uid=uid,
                title=title,
                kind=content["kind"],
                number=content["number"],
                received_on=date.fromisoformat(content["received_on"]),
                reporting_unit=names.get(unit) if unit else None,
                version=latest.number,
                as_of=latest.as_of,
                released_on=latest.released_on,
                modified_at=modified,
            )
        )
    return Listing(tuple(listed), at.total, at.page, at.pages, {})


def answer(*, body: int, uid: UUID, on: date, today: date) -> AnswerRecord | None:
    """One public inquiry with the newest answer shown; None if none is."""
    rows = records(body=body, noun=PublicRecord.Noun.ANSWER).filter(shown(on=on, today=today), uid=uid)
    row = rows.values_list("title", "content", "created_at", "modified_at").first()
    if row is None:
        return None
    title, content, created, modified = row
    versions = versions_shown(content, on=on, today=today)
    text = next(one for one in content["versions"] if one["number"] == versions[0].number)
    unit = _unit(content)
    names = references(body=body, on=on, uids=[unit])
    return AnswerRecord(
        uid=uid,
        title=title,
        kind=content["kind"],
        number=content["number"],
        dated=day(content["dated"]),
        received_on=date.fromisoformat(content["received_on"]),
        session_committee=content["session_committee"],
        session_date=day(content["session_date"]),
        reporting_unit=names.get(unit) if unit else None,
        versions=versions,
        items=tuple(_item(one) for one in text["items"]),
        annexes=tuple((number, name) for number, name in text["annexes"]),
        climate_effect=text["climate_effect"],
        climate_reason=text["climate_reason"],
        paper=text["paper"],
        created_at=created,
        modified_at=modified,
    )


def answer_file(*, body: int, uid: UUID, version: int, name: str, today: date) -> StoredBytes | None:
    """A file of a version that is shown today, by its name; None if there is none.

    Raises:
        UserFacingError: if the storage has lost the file.
    """
    rows = records(body=body, noun=PublicRecord.Noun.ANSWER).filter(shown(on=today, today=today), uid=uid)
    content = rows.values_list("content", flat=True).first()
    if content is None:
        return None
    for one in versions_shown(content, on=today, today=today):
        for file in one.files:
            if one.number == version and file.name == name:
                return stored_bytes(body=body, sha256=file.sha256, name=file.name, media_type=file.media_type)
    return None


def answers_naming(*, body: int, uid: UUID, on: date, today: date) -> tuple[tuple[UUID, str], ...]:
    """Answers shown whose frozen tables name a record: (identifier, title), the newest first; one query."""
    found = (
        records(body=body, noun=PublicRecord.Noun.ANSWER)
        .filter(shown(on=on, today=today), Q(facets__facet="names", facets__value=str(uid)))
        .order_by("-shown_from", "uid")
    )
    return tuple(found.values_list("uid", "title"))


def versions_shown(content: dict[str, Any], *, on: date, today: date) -> tuple[AnswerVersion, ...]:
    """The versions in a stored answer that are shown, the newest first."""
    latest = min(on, today)
    found = [
        AnswerVersion(
            number=one["number"],
            as_of=date.fromisoformat(one["as_of"]),
            released_on=date.fromisoformat(one["released_on"]),
            shown_from=date.fromisoformat(one["shown_from"]),
            checksum=one["checksum"],
            files=tuple(AnswerFile(*file) for file in one["files"]),
        )
        for one in content["versions"]
        if date.fromisoformat(one["shown_from"]) <= latest
    ]
    return tuple(sorted(found, key=lambda one: -one.number))


def _unit(content: dict[str, Any]) -> UUID | None:
    return UUID(content["reporting_unit"]) if content["reporting_unit"] else None


def _item(stored: dict[str, Any]) -> AnswerItem:
    return AnswerItem(
        number=stored["number"],
        kind=stored["kind"],
        question=stored["question"],
        parts=tuple((number, text) for number, text in stored["parts"]),
        answer=tuple(stored["answer"]),
    )
