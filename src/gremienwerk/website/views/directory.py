"""The directory of migrant organisations: the list with its map, and an entry."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from gremienwerk.publishing import queries
from gremienwerk.publishing.records import DirectoryTerms
from gremienwerk.website.called import called_committees
from gremienwerk.website.directory.drawing import town_map
from gremienwerk.website.directory.entries import entry_of
from gremienwerk.website.directory.filters import choice_of, directory_filters
from gremienwerk.website.directory.structured import as_schema_org
from gremienwerk.website.door import Place, moved_or_missing, public_page, show
from gremienwerk.website.overview import directory_overview
from gremienwerk.website.views.policies import allow_tiles


@public_page
def directory(request: HttpRequest, place: Place) -> HttpResponse:
    """The list as filtered, and the map of the same entries."""
    settled = queries.directory_terms(body=place.body.key)
    response = show(request, "website/directory.html", list_context(request, place, settled))
    return allow_tiles(response, settled)


@public_page
def directory_entry(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """One organisation, with its public seats in committees."""
    row = queries.profile(body=place.body.key, organisation=uid, on=place.on, today=place.today)
    if row is None:
        return moved_or_missing(request, place, uid)
    seats = queries.seats_of(body=place.body.key, organisation=uid, on=place.on)
    entry = entry_of(row=row, language=place.language)
    url = request.build_absolute_uri(request.path)
    context = {
        "entry": entry,
        "organisation": queries.organisation(body=place.body.key, uid=uid, on=place.on, today=place.today),
        "committees": called_committees(
            dict.fromkeys(seat.committee for seat in seats), body=place.body.key, language=place.language.code
        ),
        "map": town_map(districts=queries.districts(body=place.body.key), entries=[entry], filters=None),
        "link": url,
        "data": as_schema_org(entry=entry, row=row, url=url, city=place.body.name),
    }
    return show(request, "website/directory_entry.html", context)


def list_context(request: HttpRequest, place: Place, settled: DirectoryTerms) -> dict[str, object]:
    """What the list and its map need, here and where another site embeds them; a constant number of queries."""
    everything = directory_overview(place.edition)
    filters = directory_filters(given=request.GET.dict(), facets=everything.facets, language=place.language)
    found = queries.profiles(
        body=place.body.key,
        on=place.on,
        today=place.today,
        choice=choice_of(filters),
        with_facets=False,
    )
    entries = [
        entry_of(row=row, language=place.language, number=number)
        for number, row in enumerate(found.rows, start=1)
    ]
    return {
        "entries": entries,
        "total": everything.total,
        "filters": filters,
        "map": town_map(districts=queries.districts(body=place.body.key), entries=entries, filters=filters),
        "settled": settled,
    }
