"""The structure of a day: on the page, as a file for the screen and as a paper to hang up; a large one in parts."""

from __future__ import annotations

from datetime import UTC, datetime, time
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from gremienwerk.core.paging import page_number
from gremienwerk.documents.rendering.chart import FILE_NAME, MEDIA_TYPE, as_file
from gremienwerk.documents.rendering.chart_paper import ChartPaper, chart_paper
from gremienwerk.documents.rendering.content.charts import Chart
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.website.door import Place, public_page, show
from gremienwerk.website.structure_drawing import part_chart
from gremienwerk.website.structure_page import address_of, parts_of, structure_page


@public_page
def structure(request: HttpRequest, place: Place) -> HttpResponse:
    """The drawing, and of equal worth the same as a nested list; of a large structure the list of its parts as well."""
    page = structure_page(place=place, number=page_number(request.GET.get("seite")))
    return show(request, "website/structure.html", {"page": page})


@public_page
def branch(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """The part of a large structure that a box names; another box of it leads there, and any box of a small one."""
    parts = parts_of(place)
    part = parts.part_of(uid)
    if part is None or part.lead != uid:
        return HttpResponseRedirect(address_of(part=part, place=place))
    return show(request, "website/structure.html", {"page": structure_page(place=place, part=part)})


@public_page
def drawing(_request: HttpRequest, place: Place, uid: UUID | None = None) -> HttpResponse:
    """The drawing of the page as SVG."""
    response = HttpResponse(as_file(chart=_chart(place, uid)).content, content_type=MEDIA_TYPE)
    response.headers["Content-Disposition"] = f'inline; filename="{FILE_NAME}"'
    return response


@public_page
def paper(_request: HttpRequest, place: Place, uid: UUID | None = None) -> HttpResponse:
    """The drawing of the page on A3, with the same in words, as PDF."""
    made = _paper(place, _chart(place, uid))
    response = HttpResponse(made.content, content_type=made.media_type)
    response.headers["Content-Disposition"] = f'inline; filename="{made.name}"'
    return response


def _paper(place: Place, chart: Chart) -> RenderedFile:
    return chart_paper(
        paper=ChartPaper(
            chart=chart,
            language=place.language.code,
            footer=place.body.name,
            page=_("Seite"),
            of=_("von"),
            in_words=_("Die Struktur in Worten"),
            nothing=_("An diesem Tag gibt es hier keine Gremien."),
            produced_at=datetime.combine(place.today, time(), tzinfo=UTC),
            rtl=place.language.rtl,
        )
    )


def _chart(place: Place, uid: UUID | None) -> Chart:
    parts = parts_of(place)
    part = parts.parts[0] if uid is None else parts.part_of(uid)
    if part is None:
        raise Http404
    return part_chart(part=part, parts=parts, on=place.on, today=place.today, language=place.language)
