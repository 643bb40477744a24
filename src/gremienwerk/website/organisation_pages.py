"""What the pages of organisations show: the list, one with its seats on a day, and the administration's tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gremienwerk.core.as_of import PARAMETER
from gremienwerk.core.filters import Choice, Filters, Option, read_filters
from gremienwerk.core.german import sort_key
from gremienwerk.core.languages import DEFAULT
from gremienwerk.core.paging import Page, page_number
from gremienwerk.core.spoken_languages import grouped, language_name
from gremienwerk.publishing import labels, queries
from gremienwerk.publishing.choosing import YES
from gremienwerk.publishing.records import (
    FacetOption,
    HeldSeat,
    MeetingChoice,
    MeetingRow,
    OrganisationChoice,
    OrganisationRecord,
    OrganisationRow,
    Reference,
)
from gremienwerk.publishing.vocabulary import word
from gremienwerk.website.called import called_committees, called_meetings
from gremienwerk.website.editions import Edition
from gremienwerk.website.overview import organisation_order, organisation_overview

PAGE = "seite"
ON_A_PAGE = 60
_LEADING = ("lead", "secretariat", "chair", "moderation")
_LONGEST_TEXT = 200

Given = Mapping[str, Sequence[str]]
Facets = Mapping[str, tuple[FacetOption, ...]]


class OrganisationList(NamedTuple):
    """The list: its filters, one page of rows, and how many organisations there are in all."""

    filters: Filters
    page: Page[OrganisationRow]
    all_organisations: int


class SeatsInCommittee(NamedTuple):
    """The seats that an organisation, or units below it, hold in one committee; ``status`` is the committee's."""

    committee: Reference
    status: str
    seats: tuple[HeldSeat, ...]


class OrganisationPage(NamedTuple):
    """One organisation. ``leading`` are committees that it leads or runs, ``attending`` the others.

    ``has_units`` tells whether seats of units below are among them; ``languages`` are names in the page's language.
    """

    facts: OrganisationRecord
    leading: tuple[SeatsInCommittee, ...]
    attending: tuple[SeatsInCommittee, ...]
    has_units: bool
    languages: tuple[str, ...]
    ahead: tuple[MeetingRow, ...]

    @property
    def committees(self) -> int:
        """In how many committees it sits."""
        return len(self.leading) + len(self.attending)


def organisation_list(*, edition: Edition, given: Given) -> OrganisationList:
    """The list as an address asks for it.

    Args:
        edition: the state of the register that the page shows.
        given: the parameters of the address: ``text``, ``bereich``, ``art``, ``thema``, ``sitze=ja``,
            ``aufgeloest=ja``, ``stand``, ``seite``.
    """
    single = {name: values[0] for name, values in given.items() if values}
    everything = organisation_overview(edition)
    filters = read_filters(
        given=single, choices=_choices(edition), kept=(PARAMETER,), text_label=_("Suchwort")
    )
    choice = chosen(filters)
    found = queries.organisations(
        body=edition.body,
        on=edition.on,
        today=edition.today,
        choice=choice,
        page=page_number(single.get(PAGE)),
        size=ON_A_PAGE,
        with_facets=False,
        order=organisation_order(edition, choice),
    )
    return OrganisationList(filters, Page(found.rows, found.page, found.pages, found.total), everything.total)


def chosen(filters: Filters) -> OrganisationChoice:
    """What the filters choose."""

    def one(name: str) -> tuple[str, ...]:
        value = filters.value(name)
        return (value,) if value else ()

    return OrganisationChoice(
        text=filters.text[:_LONGEST_TEXT],
        kinds=one("art"),
        sectors=one("bereich"),
        topics=one("thema"),
        with_seats=bool(filters.value("sitze")),
        with_dissolved=bool(filters.value("aufgeloest")),
    )


def _choices(edition: Edition) -> list[Choice]:
    facets, language = organisation_overview(edition).facets, get_language() or DEFAULT.code
    return edition.once("choices of organisations", language, ask=lambda: _offered(facets))


def _offered(facets: Facets) -> list[Choice]:
    sectors = tuple(Option(one.value, labels.sector(one.value)) for one in facets.get("sector", ()))
    return [
        Choice("bereich", _("Bereich"), _("Alle Bereiche"), sectors),
        Choice("art", _("Art"), _("Alle Arten"), _terms(facets.get("kind", ()))),
        Choice("thema", _("Thema"), _("Alle Themen"), _terms(facets.get("topic", ()))),
        Choice("sitze", _("Sitze in Gremien"), _("Egal"), (Option(YES, _("mit Sitz in einem Gremium")),)),
        Choice("aufgeloest", _("Aufgelöste"), _("Ohne aufgelöste"), (Option(YES, _("mit aufgelösten")),)),
    ]


def _terms(facets: Iterable[FacetOption]) -> tuple[Option, ...]:
    language = get_language() or DEFAULT.code
    options = (Option(one.value, word(one.label or one.value, language=language).text) for one in facets)
    return tuple(sorted(options, key=lambda option: sort_key(option.label)))


def organisation_page(*, body: int, uid: UUID, on: date, today: date) -> OrganisationPage | None:
    """One organisation with its seats on a day; for a unit with those of the units below it. None if not public."""
    facts = queries.organisation(body=body, uid=uid, on=on, today=today)
    if facts is None:
        return None
    seats = queries.seats_of(body=body, organisation=uid, on=on, with_subunits=facts.is_unit)
    groups = [
        SeatsInCommittee(committee, found[0].status, tuple(found))
        for committee, same in groupby(seats, key=lambda seat: seat.committee)
        if (found := list(same))
    ]
    code = get_language() or DEFAULT.code
    called = called_committees((one.committee for one in groups), body=body, language=code)
    groups = [one._replace(committee=committee) for one, committee in zip(groups, called, strict=True)]
    leading = [one for one in groups if any(seat.role in _LEADING for seat in one.seats)]
    meetings = queries.meetings(
        body=body, today=today, first=today, choice=MeetingChoice(organisation=uid), size=5
    )
    return OrganisationPage(
        facts=facts,
        leading=tuple(leading),
        attending=tuple(one for one in groups if one not in leading),
        has_units=any(seat.holder.uid != uid for seat in seats),
        languages=tuple(
            language_name(word=spoken, language=code) for spoken in grouped(words=facts.languages).values()
        ),
        ahead=called_meetings(meetings.rows, body=body, language=code),
    )
