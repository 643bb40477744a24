"""What committees are called in lists: in the page's language where the office has written it, else in German."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from gremienwerk.core.languages import DEFAULT
from gremienwerk.publishing import queries
from gremienwerk.publishing.records import CommitteeRow, MeetingRow, Reference, TranslatedName

Named = TypeVar("Named", Reference, CommitteeRow)


def called_meetings(rows: Iterable[MeetingRow], *, body: int, language: str) -> tuple[MeetingRow, ...]:
    """Meetings whose committees bear their names in a language.

    Args:
        rows: the meetings.
        body: primary key of the body.
        language: BCP 47 code of the page.
    """
    meetings = tuple(rows)
    names = _names(body, (one.uid for row in meetings for one in row.committees), language)
    if not names:
        return meetings
    return tuple(
        row._replace(committees=tuple(_called(one, names, language) for one in row.committees))
        for row in meetings
    )


def called_committees(rows: Iterable[Named], *, body: int, language: str) -> tuple[Named, ...]:
    """Committees with their names in a language; arguments as for meetings."""
    committees = tuple(rows)
    names = _names(body, (one.uid for one in committees), language)
    return tuple(_called(one, names, language) for one in committees)


def _names(body: int, uids: Iterable[UUID], language: str) -> dict[UUID, TranslatedName]:
    wanted = set(uids)
    if language == DEFAULT.code or not wanted:
        return {}
    return queries.translated_names(body=body, uids=wanted, language=language)


def _called(one: Named, names: dict[UUID, TranslatedName], language: str) -> Named:
    """A name of the past stays German: the translation is of the present one."""
    found = names.get(one.uid)
    if found is None or found.german != one.name:
        return one
    return one._replace(name=found.text, language=language)
