"""What the lists can be chosen by and how much there is in all: the same for every page of an edition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from gremienwerk.publishing import queries
from gremienwerk.publishing.records import FacetOption, ProfileChoice
from gremienwerk.website.editions import Edition

#: As many organisations are offered to choose from; a list of thousands helps nobody and weighs on every page.
MOST_OFFERED = 60
_BY_ORGANISATION = ("lead", "partner")

Facets = dict[str, tuple[FacetOption, ...]]


class Overview(NamedTuple):
    """How many there are without any choice, and the options of each choice.

    Of organisations to choose from only those with the most committees are there.
    """

    total: int
    facets: Facets


def committee_overview(edition: Edition) -> Overview:
    """Committees of the edition's day."""

    def ask() -> Overview:
        found = queries.committees(body=edition.body, on=edition.on, size=1)
        cut = {name: _most_frequent(found.facets.get(name, ())) for name in _BY_ORGANISATION}
        return Overview(found.total, found.facets | cut)

    return edition.once("committees", ask=ask)


def organisation_overview(edition: Edition) -> Overview:
    """Organisations of the edition's day."""

    def ask() -> Overview:
        found = queries.organisations(body=edition.body, on=edition.on, today=edition.today, size=1)
        return Overview(found.total, found.facets)

    return edition.once("organisations", ask=ask)


def directory_overview(edition: Edition) -> Overview:
    """Entries of the directory of migrant organisations."""

    def ask() -> Overview:
        found = queries.profiles(
            body=edition.body, on=edition.on, today=edition.today, choice=ProfileChoice(), size=1
        )
        return Overview(found.total, found.facets)

    return edition.once("directory", ask=ask)


def with_chosen(options: Iterable[FacetOption], *, chosen: str, edition: Edition) -> tuple[FacetOption, ...]:
    """The options, and the chosen organisation if it is not among them but public.

    Args:
        options: organisations to choose from.
        chosen: the identifier in the address, or whatever stands there.
        edition: whose names are shown.
    """
    offered = tuple(options)
    uid = _identifier(chosen)
    if uid is None or any(option.value == str(uid) for option in offered):
        return offered
    names = queries.names_on(body=edition.body, on=edition.on, uids={uid})
    return (*offered, *(FacetOption(str(uid), 0, one.name) for one in names.values()))


def _identifier(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _most_frequent(options: tuple[FacetOption, ...]) -> tuple[FacetOption, ...]:
    return tuple(sorted(options, key=lambda option: -option.hits)[:MOST_OFFERED])
