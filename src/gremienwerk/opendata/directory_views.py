"""The directory as files: JSON, CSV, GeoJSON and a brochure, filtered as the list of the same address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse  # noqa: TID251 - views
from django.urls import reverse

from gremienwerk.documents.rendering.brochure import brochure as set_brochure
from gremienwerk.opendata.brochures import brochure_of
from gremienwerk.opendata.directory import as_csv, as_geojson, as_json
from gremienwerk.opendata.door import Place, public_file
from gremienwerk.publishing import queries
from gremienwerk.publishing.choosing import profile_choice
from gremienwerk.publishing.records import ProfileRow


@public_file
def listed_json(request: HttpRequest, place: Place) -> HttpResponse:
    """The entries as JSON."""
    content = as_json(
        rows=_rows(request, place), page=_page(place), licence=place.body.licence, city=place.body.name
    )
    return HttpResponse(content, content_type="application/json")


@public_file
def listed_geojson(request: HttpRequest, place: Place) -> HttpResponse:
    """The entries as GeoJSON."""
    content = as_geojson(rows=_rows(request, place), page=_page(place))
    return HttpResponse(content, content_type="application/geo+json")


@public_file
def listed_csv(request: HttpRequest, place: Place) -> HttpResponse:
    """The entries as a table."""
    content = as_csv(rows=_rows(request, place), page=_page(place), language=place.language)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="migrantenorganisationen.csv"'
    return response


@public_file
def brochure(request: HttpRequest, place: Place) -> HttpResponse:
    """The entries as a brochure to print."""
    content = brochure_of(
        rows=_rows(request, place),
        body=place.body,
        language=place.language,
        on=place.today,
        page=_page(place),
    )
    file = set_brochure(content=content)
    response = HttpResponse(file.content, content_type=file.media_type)
    response.headers["Content-Disposition"] = 'inline; filename="migrantenorganisationen.pdf"'
    return response


def _rows(request: HttpRequest, place: Place) -> tuple[ProfileRow, ...]:
    choice = profile_choice(given=dict(request.GET.lists()))
    found = queries.profiles(
        body=place.body.key, on=place.today, today=place.today, choice=choice, with_facets=False
    )
    return found.rows


def _page(place: Place) -> str:
    return place.site + reverse("website:directory", kwargs={"language": place.language.segment})
