"""What the lists can be chosen by and how much there is in all: the same for every page of an edition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from gremienwerk.core.filters import Choice, Option
from gremienwerk.publishing import queries
from gremienwerk.publishing.records import CommitteeChoice, FacetOption, OrganisationChoice, ProfileChoice
from gremienwerk.website.editions import Edition

#: As many organisations are offered to choose from; a list of thousands helps nobody and weighs on every page.
MOST_OFFERED = 60
_BY_ORGANISATION = ("lead", "partner")

Facets = Mapping[str, tuple[FacetOption, ...]]


class Overview(NamedTuple):
    """How many there are without any choice, and the options of each choice.

    Of organisations to choose from only those with the most committees are there.
    """

    total: int
    facets: Facets


def committee_overview(edition: Edition) -> Overview:
    """Committees of the edition's day."""

    def ask() -> Overview:
        order = committee_order(edition, CommitteeChoice())
        found = queries.committees(body=edition.body, on=edition.on, size=1, order=order)
        cut = {name: _most_frequent(found.facets.get(name, ())) for name in _BY_ORGANISATION}
        return Overview(found.total, {**found.facets, **cut})

    return edition.once("committees", ask=ask)


def committee_order(edition: Edition, choice: CommitteeChoice) -> tuple[int, ...]:
    """The committees that fit a choice, in their order: sorted once for all pages of the list."""
    return edition.in_order(
        "committees",
        choice,
        ask=lambda: queries.committee_order(body=edition.body, on=edition.on, choice=choice),
    )


def organisation_overview(edition: Edition) -> Overview:
    """Organisations of the edition's day."""

    def ask() -> Overview:
        order = organisation_order(edition, OrganisationChoice())
        found = queries.organisations(
            body=edition.body, on=edition.on, today=edition.today, size=1, order=order
        )
        return Overview(found.total, found.facets)

    return edition.once("organisations", ask=ask)


def organisation_order(edition: Edition, choice: OrganisationChoice) -> tuple[int, ...]:
    """The organisations that fit a choice, in their order: sorted once for all pages of the list."""
    return edition.in_order(
        "organisations",
        choice,
        ask=lambda: queries.organisation_order(body=edition.body, on=edition.on, choice=choice),
    )


def directory_overview(edition: Edition) -> Overview:
    """Entries of the directory of migrant organisations."""

    def ask() -> Overview:
        found = queries.profiles(
            body=edition.body, on=edition.on, today=edition.today, choice=ProfileChoice(), size=1
        )
        return Overview(found.total, found.facets)

    return edition.once("directory", ask=ask)


def every_organisation(facets: Facets, *names: str) -> str:
    """What a choice among organisations says while none is chosen; it admits that not all are offered."""
    if any(len(facets.get(name, ())) >= MOST_OFFERED for name in names):
        return _("Alle (genannt sind die mit den meisten Gremien)")
    return _("Alle")


def with_chosen(choice: Choice, *, given: str, edition: Edition) -> Choice:
    """A choice among organisations that also offers the one in the address, if it is public.

    Args:
        choice: the organisations to choose from.
        given: the identifier in the address, or whatever stands there.
        edition: whose names are shown.
    """
    uid = _identifier(given)
    if uid is None or any(option.value == str(uid) for option in choice.options):
        return choice
    names = queries.names_on(body=edition.body, on=edition.on, uids={uid})
    found = (Option(str(uid), one.name) for one in names.values())
    return choice._replace(options=(*choice.options, *found))


def _identifier(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _most_frequent(options: tuple[FacetOption, ...]) -> tuple[FacetOption, ...]:
    return tuple(sorted(options, key=lambda option: -option.hits)[:MOST_OFFERED])
