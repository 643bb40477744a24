"""The list of committees as files, filtered and on the day of the address."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse  # noqa: TID251 - views
from django.urls import reverse

from gremienwerk.core.as_of import PARAMETER, read_as_of
from gremienwerk.opendata.committees import as_csv, as_workbook
from gremienwerk.opendata.door import Place, public_file
from gremienwerk.publishing import queries
from gremienwerk.publishing.choosing import committee_choice
from gremienwerk.publishing.records import CommitteeRow


@public_file
def listed_csv(request: HttpRequest, place: Place) -> HttpResponse:
    """The committees as CSV."""
    _on, rows = _listed(request, place)
    content = as_csv(rows=rows, page=_page(place), language=place.language)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="gremien.csv"'
    return response


@public_file
def listed_xlsx(request: HttpRequest, place: Place) -> HttpResponse:
    """The committees as a workbook."""
    on, rows = _listed(request, place)
    file = as_workbook(rows=rows, page=_page(place), language=place.language, on=on)
    response = HttpResponse(file.content, content_type=file.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


def _listed(request: HttpRequest, place: Place) -> tuple[date, tuple[CommitteeRow, ...]]:
    on = read_as_of(given=request.GET.get(PARAMETER), today=place.today).day
    choice = committee_choice(given=dict(request.GET.lists()))
    found = queries.committees(body=place.body.key, on=on, choice=choice, size=0, with_facets=False)
    return on, found.rows


def _page(place: Place) -> str:
    return place.site + reverse("website:committees", kwargs={"language": place.language.segment})
