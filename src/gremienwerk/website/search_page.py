"""What the search page shows: groups with their hits, and where each hit leads."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from gremienwerk.core.languages import Language
from gremienwerk.publishing.search.finding import find
from gremienwerk.publishing.search.reasons import sentence
from gremienwerk.publishing.search.records import Hit
from gremienwerk.publishing.search.suggesting import suggest
from gremienwerk.website.door import Place

#: Hits of one group on the first page of results, and on the page of that group alone.
FIRST = 5
ALL = 100
SUGGESTIONS = 8
_PAGES = {
    "committee": "website:committee",
    "organisation": "website:organisation",
    "profile": "website:directory_entry",
    "answer": "website:inquiry",
}


class HitRow(NamedTuple):
    """A hit as it stands on the page; ``language`` is that of title and summary (BCP 47)."""

    url: str
    title: str
    summary: str
    reason: str
    language: str


class GroupRows(NamedTuple):
    """The hits of one kind; ``more_url`` leads to all of them, empty if these are all."""

    noun: str
    heading: str
    rows: tuple[HitRow, ...]
    total: int
    is_more: bool
    more_url: str


class SearchPage(NamedTuple):
    """The answer to what was asked; ``corrected`` is a better spelled question, empty if there is none."""

    asked: str
    groups: tuple[GroupRows, ...]
    total: int
    corrected: str
    is_partial: bool
    only: str


class SuggestionRow(NamedTuple):
    """Something that may be meant, while somebody types."""

    url: str
    title: str
    other_name: str
    kind: str


def search_page(*, place: Place, asked: str, only: str) -> SearchPage:
    """Look for what was asked.

    Args:
        place: body, language and day.
        asked: anything somebody typed.
        only: the noun of the one group to show; all groups if empty or unknown.
    """
    chosen = only if only in _PAGES else ""
    if not asked:
        return SearchPage(asked, (), 0, "", is_partial=False, only=chosen)
    found = find(
        body=place.body.key,
        text=asked,
        language=place.language.code,
        on=place.on,
        limit=ALL if chosen else FIRST,
        nouns=(chosen,) if chosen else tuple(_PAGES),
    )
    groups = tuple(
        GroupRows(
            group.noun,
            _headings()[group.noun],
            tuple(_row(hit, place) for hit in group.hits),
            group.total,
            group.is_more,
            group.noun if len(group.hits) < group.total and not chosen else "",
        )
        for group in found.groups
        if group.hits
    )
    return SearchPage(asked, groups, found.total, found.corrected, found.is_partial, chosen)


def suggestions(*, place: Place, asked: str) -> tuple[SuggestionRow, ...]:
    """What may be meant by a text that is still being typed."""
    found = suggest(
        body=place.body.key, text=asked, on=place.on, limit=SUGGESTIONS, language=place.language.code
    )
    return tuple(
        SuggestionRow(_address(one.noun, one.uid, place), one.title, one.other_name, _singular()[one.noun])
        for one in found
        if one.noun in _PAGES
    )


def _row(hit: Hit, place: Place) -> HitRow:
    return HitRow(
        _address(hit.noun, hit.uid, place), hit.title, hit.summary, sentence(hit.reason), hit.language
    )


def _address(noun: str, uid: UUID, place: Place) -> str:
    language: Language = place.language
    path = reverse(_PAGES[noun], kwargs={"language": language.segment, "uid": uid})
    return f"{path}?{place.as_of.query}" if place.as_of.query else path


def _headings() -> dict[str, str]:
    return {
        "committee": _("Gremien"),
        "organisation": _("Organisationen"),
        "profile": _("Migrantenorganisationen"),
        "answer": _("Anfragen"),
    }


def _singular() -> dict[str, str]:
    return {
        "committee": _("Gremium"),
        "organisation": _("Organisation"),
        "profile": _("Migrantenorganisation"),
        "answer": _("Anfrage"),
    }
