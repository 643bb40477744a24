"""What the calendar shows: a list by month, ahead or past, or one month as a table."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlencode

from dateutil.relativedelta import relativedelta
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gremienwerk.core.filters import Choice, Filters, Option, read_filters
from gremienwerk.core.german import sort_key
from gremienwerk.core.languages import DEFAULT
from gremienwerk.core.paging import Page, page_number
from gremienwerk.publishing import queries
from gremienwerk.publishing.choosing import YES, meeting_choice
from gremienwerk.publishing.records import FacetOption, MeetingRow
from gremienwerk.publishing.vocabulary import word
from gremienwerk.website.called import called_meetings
from gremienwerk.website.editions import Edition
from gremienwerk.website.overview import committee_overview, every_organisation, with_chosen

MONTH, TIME, PAGE, PAST = "monat", "zeit", "seite", "vergangen"
_KEPT = (MONTH, TIME)
_ON_A_PAGE = 30

Given = Mapping[str, Sequence[str]]


class Month(NamedTuple):
    """The meetings of a month; ``first`` is its first day."""

    first: date
    meetings: tuple[MeetingRow, ...]


class Day(NamedTuple):
    """A day of the table; ``is_outside`` belongs to the month before or after."""

    day: date
    meetings: tuple[MeetingRow, ...]
    is_outside: bool


class MonthTable(NamedTuple):
    """A month in weeks from Monday to Sunday, with the queries of the months before and after."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]
    before: date
    after: date
    before_query: str
    after_query: str


class CalendarPage(NamedTuple):
    """The page: ``table`` is None for the list; addresses are query strings of this page or of its feed."""

    filters: Filters
    months: tuple[Month, ...]
    total: int
    page: Page[MeetingRow]
    is_past: bool
    table: MonthTable | None
    feed_query: str
    ahead_query: str
    past_query: str
    month_query: str


def calendar_page(*, edition: Edition, given: Given) -> CalendarPage:
    """The calendar as an address asks for it.

    Args:
        edition: the state of the register that the page shows; meetings of its present day lie ahead.
        given: the parameters of the address; those of ``publishing.choosing.meeting_choice``, and ``monat``
            (2026-11) for the table, ``zeit=vergangen`` for past meetings, ``seite``.
    """
    single = {name: values[0] for name, values in given.items() if values}
    body, today = edition.body, edition.today
    filters = read_filters(given=single, choices=_choices(edition, single), kept=_KEPT)
    chosen = {choice.name: choice.value for choice in filters.choices if choice.value}
    choice = meeting_choice(given={name: [value] for name, value in chosen.items()})
    month = _month(single.get(MONTH, ""))
    is_past = month is None and single.get(TIME) == PAST
    if month is not None:
        first, last = month, month + relativedelta(months=1, days=-1)
        found = queries.meetings(body=body, today=today, first=first, last=last, choice=choice, size=0)
    else:
        found = queries.meetings(
            body=body,
            today=today,
            first=None if is_past else today,
            last=today - timedelta(days=1) if is_past else None,
            choice=choice,
            newest_first=is_past,
            page=page_number(single.get(PAGE)),
            size=_ON_A_PAGE,
        )
    rows = called_meetings(found.rows, body=body, language=get_language() or DEFAULT.code)
    return CalendarPage(
        filters=filters,
        months=_by_month(rows),
        total=found.total,
        page=Page(rows, found.page, found.pages, found.total),
        is_past=is_past,
        table=_table(month, rows, chosen) if month else None,
        feed_query=_query(chosen),
        ahead_query=_query(chosen),
        past_query=_query({**chosen, TIME: PAST}),
        month_query=_query({**chosen, MONTH: f"{today:%Y-%m}"}),
    )


def _choices(edition: Edition, given: Mapping[str, str]) -> list[Choice]:
    facets = committee_overview(edition._replace(on=edition.today)).facets
    language = get_language() or DEFAULT.code
    return [
        with_chosen(choice, given=given.get(choice.name, ""), edition=edition)
        if choice.name == "organisation"
        else choice
        for choice in edition.once("choices of the calendar", language, ask=lambda: _offered(facets))
    ]


def _offered(facets: Mapping[str, tuple[FacetOption, ...]]) -> list[Choice]:
    holders = {option.value: option for name in ("lead", "partner") for option in facets.get(name, ())}
    return [
        Choice("art", _("Art des Gremiums"), _("Alle Arten"), _terms(facets.get("kind", ()))),
        Choice("thema", _("Thema"), _("Alle Themen"), _terms(facets.get("topic", ()))),
        Choice(
            "organisation",
            _("Mit dieser Organisation"),
            every_organisation(facets, "lead", "partner"),
            _names(holders.values()),
        ),
        Choice("oeffentlich", _("Sitzungen"), "", (Option(YES, _("nur öffentliche")),)),
        Choice("gaeste", _("Gäste"), "", (Option(YES, _("Gäste möglich")),)),
    ]


def _terms(facets: Iterable[FacetOption]) -> tuple[Option, ...]:
    language = get_language() or DEFAULT.code
    return _sorted(Option(one.value, word(one.label or one.value, language=language).text) for one in facets)


def _names(facets: Iterable[FacetOption]) -> tuple[Option, ...]:
    return _sorted(Option(one.value, one.label) for one in facets)


def _sorted(options: Iterable[Option]) -> tuple[Option, ...]:
    return tuple(sorted(options, key=lambda option: sort_key(option.label)))


def _month(given: str) -> date | None:
    """The first day of a month written "2026-11"; whatever is none means the list."""
    year, _dash, month = given.partition("-")
    if not (year.isdecimal() and month.isdecimal() and len(year) == 4 and len(month) == 2):
        return None
    return date(int(year), int(month), 1) if 1900 <= int(year) <= 2999 and 1 <= int(month) <= 12 else None


def _by_month(rows: Iterable[MeetingRow]) -> tuple[Month, ...]:
    groups = groupby(rows, key=lambda row: row.day.replace(day=1))
    return tuple(Month(first, tuple(meetings)) for first, meetings in groups)


def _table(first: date, rows: Iterable[MeetingRow], chosen: Mapping[str, str]) -> MonthTable:
    by_day = {day: tuple(meetings) for day, meetings in groupby(rows, key=lambda row: row.day)}
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    before, after = first - relativedelta(months=1), first + relativedelta(months=1)
    return MonthTable(
        first=first,
        weeks=tuple(
            tuple(Day(day, by_day.get(day, ()), day.month != first.month) for day in week) for week in weeks
        ),
        before=before,
        after=after,
        before_query=_query({**chosen, MONTH: f"{before:%Y-%m}"}),
        after_query=_query({**chosen, MONTH: f"{after:%Y-%m}"}),
    )


def _query(parameters: Mapping[str, str]) -> str:
    return f"?{urlencode(parameters)}" if parameters else ""
