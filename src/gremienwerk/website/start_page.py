"""What the start page shows: what is next, who looks for people, what is new."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from gremienwerk.core.german import sort_key
from gremienwerk.core.spoken_languages import name_of_key
from gremienwerk.publishing import queries
from gremienwerk.publishing.records import (
    AnswerRow,
    CommitteeChoice,
    CommitteeRow,
    FacetOption,
    MeetingChoice,
    MeetingRow,
    Reference,
)
from gremienwerk.website.called import called_committees, called_meetings
from gremienwerk.website.editions import Edition
from gremienwerk.website.overview import committee_overview, directory_overview

_NEXT = 6
_OPEN = 6
_ANSWERS = 3
_CHANGED = 5
_CHANGED_WITHIN = timedelta(days=90)


class StartPage(NamedTuple):
    """What stands on the start page."""

    meetings: tuple[MeetingRow, ...]
    open_committees: tuple[CommitteeRow, ...]
    open_total: int
    committee_total: int
    topics: tuple[FacetOption, ...]
    directory_total: int
    spoken: tuple[tuple[str, str], ...]
    answers: tuple[AnswerRow, ...]
    changed: tuple[Reference, ...]


def start_page(*, edition: Edition, language: str) -> StartPage:
    """The start page of a day; a constant number of queries. ``spoken`` is named in ``language`` (BCP 47)."""
    body, on, today = edition.body, edition.on, edition.today
    choice = MeetingChoice(states=("scheduled", "invited"), only_public=True)
    meetings = queries.meetings(body=body, today=today, first=on, choice=choice, size=_NEXT)
    every = committee_overview(edition)
    welcoming = queries.committees(
        body=body,
        on=on,
        choice=CommitteeChoice(guests=("yes",), status=("active",)),
        size=_OPEN,
        with_facets=False,
    )
    directory = directory_overview(edition)
    return StartPage(
        meetings=called_meetings(meetings.rows, body=body, language=language),
        open_committees=called_committees(welcoming.rows, body=body, language=language),
        open_total=welcoming.total,
        committee_total=every.total,
        topics=tuple(every.facets.get("topic", ())),
        directory_total=directory.total,
        spoken=_spoken(directory.facets.get("language", ()), language),
        answers=queries.answers(body=body, on=on, today=today, size=_ANSWERS).rows,
        changed=called_committees(_changed(body, on, today), body=body, language=language),
    )


def _spoken(options: Iterable[FacetOption], language: str) -> tuple[tuple[str, str], ...]:
    """Keys and names of languages, in the order of their names."""
    named = ((option.value, name_of_key(key=option.value, language=language)) for option in options)
    return tuple(sorted(named, key=lambda pair: sort_key(pair[1])))


def _changed(body: int, on: date, today: date) -> tuple[Reference, ...]:
    """Committees that were written last, the newest first."""
    since = datetime.combine(today - _CHANGED_WITHIN, time.min, UTC)
    newest = queries.changed(
        body=body, since=since, today=today, noun="committee", limit=_CHANGED * 4, newest_first=True
    )
    uids = [one.uid for one in newest if one.withdrawn_at is None]
    names = queries.names_on(body=body, on=on, uids=set(uids))
    return tuple(names[uid] for uid in uids if uid in names and names[uid].name)[:_CHANGED]
