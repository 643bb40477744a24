"""What the list of committees shows: rows as filtered, choices with counts, and the files of the same list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gremienwerk.core.as_of import PARAMETER
from gremienwerk.core.filters import TEXT, Choice, Filters, Option, read_filters
from gremienwerk.core.german import sort_key
from gremienwerk.core.languages import DEFAULT
from gremienwerk.core.paging import Page, page_number
from gremienwerk.publishing import labels, queries
from gremienwerk.publishing.choosing import YES, committee_choice
from gremienwerk.publishing.records import CommitteeChoice, CommitteeRow, FacetOption
from gremienwerk.publishing.vocabulary import word
from gremienwerk.website.called import called_committees
from gremienwerk.website.editions import Edition
from gremienwerk.website.overview import committee_order, committee_overview, every_organisation, with_chosen

VIEW, PAGE, TABLE = "ansicht", "seite", "tabelle"
#: Chosen by name in the address, it shows ended committees too.
EVERYTHING = "alle"
ON_A_PAGE = 40
_OF_ORGANISATIONS = ("leitung", "partner")
_ADMITTING = ("yes", "on_request")

Given = Mapping[str, Sequence[str]]
Facets = Mapping[str, tuple[FacetOption, ...]]


class CommitteeList(NamedTuple):
    """The page. ``admitting`` counts committees open to guests among all; queries begin with "?" or are empty."""

    filters: Filters
    page: Page[CommitteeRow]
    all_committees: int
    admitting: int
    is_table: bool
    query: str
    cards_query: str
    table_query: str


def committee_list(*, edition: Edition, given: Given) -> CommitteeList:
    """The list as an address asks for it.

    Args:
        edition: the state of the register that the page shows.
        given: the parameters of the address: those of ``publishing.choosing.committee_choice``, ``stand``,
            ``ansicht=tabelle`` and ``seite``.
    """
    single = {name: values[0] for name, values in given.items() if values}
    everything = committee_overview(edition)
    filters = read_filters(
        given=single,
        choices=_choices(edition, single),
        kept=(PARAMETER, VIEW),
        text_label=_("Suchwort"),
    )
    choice = chosen(filters)
    found = queries.committees(
        body=edition.body,
        on=edition.on,
        choice=choice,
        page=page_number(single.get(PAGE)),
        size=ON_A_PAGE,
        with_facets=False,
        order=committee_order(edition, choice),
    )
    kept = {name: value for name, value in _settled(filters).items() if name != VIEW}
    guests = {value: number for value, number, _label in everything.facets.get("guests", ())}
    rows = called_committees(found.rows, body=edition.body, language=get_language() or DEFAULT.code)
    return CommitteeList(
        filters=filters,
        page=Page(rows, found.page, found.pages, found.total),
        all_committees=everything.total,
        admitting=sum(guests.get(key, 0) for key in _ADMITTING),
        is_table=single.get(VIEW) == TABLE,
        query=_query(kept),
        cards_query=_query(kept) or "?",
        table_query=_query({**kept, VIEW: TABLE}),
    )


def chosen(filters: Filters) -> CommitteeChoice:
    """What the filters choose; values that no option offers have been left out by then."""
    given = {choice.name: [choice.value] for choice in filters.choices if choice.value}
    return committee_choice(given=given | ({TEXT: [filters.text]} if filters.text else {}))


def _choices(edition: Edition, given: Mapping[str, str]) -> list[Choice]:
    facets, language = committee_overview(edition).facets, get_language() or DEFAULT.code
    return [
        with_chosen(choice, given=given.get(choice.name, ""), edition=edition)
        if choice.name in _OF_ORGANISATIONS
        else choice
        for choice in edition.once("choices of committees", language, ask=lambda: _offered(facets))
    ]


def _offered(facets: Facets) -> list[Choice]:
    return [
        Choice("gaeste", _("Gäste"), _("Egal"), _labelled(facets, "guests", labels.guests)),
        Choice("thema", _("Thema"), _("Alle Themen"), _terms(facets.get("topic", ()))),
        Choice("art", _("Art"), _("Alle Arten"), _terms(facets.get("kind", ()))),
        Choice("ebene", _("Ebene"), _("Alle Ebenen"), _labelled(facets, "level", labels.level)),
        Choice("status", _("Status"), _("Alle, die es noch gibt"), _statuses(facets)),
        Choice("sitzungen", _("Sitzungen"), _("Egal"), _labelled(facets, "publicness", labels.publicness)),
        Choice(
            "leitung", _("Geleitet von"), every_organisation(facets, "lead"), _names(facets.get("lead", ()))
        ),
        Choice(
            "partner",
            _("Mit dabei"),
            every_organisation(facets, "partner"),
            _names(facets.get("partner", ())),
        ),
        Choice("mso", _("Migrantenorganisationen"), _("Egal"), (Option(YES, _("wirken mit")),)),
    ]


def _statuses(facets: Facets) -> tuple[Option, ...]:
    return (*_labelled(facets, "status", labels.status), Option(EVERYTHING, _("alle, auch beendete")))


def _labelled(facets: Facets, name: str, label: object) -> tuple[Option, ...]:
    assert callable(label)
    return tuple(Option(one.value, str(label(one.value))) for one in facets.get(name, ()) if one.value)


def _terms(facets: Iterable[FacetOption]) -> tuple[Option, ...]:
    language = get_language() or DEFAULT.code
    return _sorted(Option(one.value, word(one.label or one.value, language=language).text) for one in facets)


def _names(facets: Iterable[FacetOption]) -> tuple[Option, ...]:
    return _sorted(Option(one.value, one.label) for one in facets)


def _sorted(options: Iterable[Option]) -> tuple[Option, ...]:
    return tuple(sorted(options, key=lambda option: sort_key(option.label)))


def _settled(filters: Filters) -> dict[str, str]:
    settled = dict(filters.hidden)
    if filters.text:
        settled[TEXT] = filters.text
    return settled | {choice.name: choice.value for choice in filters.choices if choice.value}


def _query(parameters: Mapping[str, str]) -> str:
    return f"?{urlencode(parameters)}" if parameters else ""
