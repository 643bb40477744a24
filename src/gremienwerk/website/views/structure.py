"""The structure of a day: on the page, as a file for the screen and as a paper to hang up."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from gremienwerk.documents.rendering.chart import FILE_NAME, MEDIA_TYPE, as_file
from gremienwerk.documents.rendering.chart_paper import ChartPaper, chart_paper
from gremienwerk.documents.rendering.content.charts import Chart
from gremienwerk.documents.rendering.content.results import RenderedFile
from gremienwerk.publishing import queries
from gremienwerk.website.door import Place, public_page, show
from gremienwerk.website.structure_drawing import chart_of, drawing_of


@public_page
def structure(request: HttpRequest, place: Place) -> HttpResponse:
    """The drawing, and of equal worth the same as a nested list."""
    found = queries.structure(body=place.body.key, on=place.on)
    context = {
        "drawing": drawing_of(structure=found, on=place.on, today=place.today, language=place.language),
        "sentence": _chart(place).description,
        "is_empty": not found.nodes,
    }
    return show(request, "website/structure.html", context)


@public_page
def drawing(_request: HttpRequest, place: Place) -> HttpResponse:
    """The drawing as SVG."""
    response = HttpResponse(as_file(chart=_chart(place)).content, content_type=MEDIA_TYPE)
    response.headers["Content-Disposition"] = f'inline; filename="{FILE_NAME}"'
    return response


@public_page
def paper(_request: HttpRequest, place: Place) -> HttpResponse:
    """The drawing on A3, with the same in words, as PDF."""
    made = _paper(place)
    response = HttpResponse(made.content, content_type=made.media_type)
    response.headers["Content-Disposition"] = f'inline; filename="{made.name}"'
    return response


def _paper(place: Place) -> RenderedFile:
    return chart_paper(
        paper=ChartPaper(
            chart=_chart(place),
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


def _chart(place: Place) -> Chart:
    found = queries.structure(body=place.body.key, on=place.on)
    return chart_of(structure=found, on=place.on, today=place.today, language=place.language)
