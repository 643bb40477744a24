"""Answered inquiries of the council: the list, one with its answer, and its files."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from gremienwerk.core.paging import Page, page_number
from gremienwerk.publishing import queries
from gremienwerk.website.answer_text import answer_text
from gremienwerk.website.door import Place, public_page, show

_ON_A_PAGE = 30
_LONGEST_TEXT = 200


@public_page
def inquiries(request: HttpRequest, place: Place) -> HttpResponse:
    """Inquiries whose answer is public, the newest first."""
    text = request.GET.get("text", "").strip()[:_LONGEST_TEXT]
    found = queries.answers(
        body=place.body.key,
        on=place.on,
        today=place.today,
        text=text,
        page=page_number(request.GET.get("seite")),
        size=_ON_A_PAGE,
    )
    page = Page(found.rows, found.page, found.pages, found.total)
    return show(request, "website/inquiries.html", {"page": page, "text": text})


@public_page
def inquiry(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """One inquiry with the answer as it was released, and what the register says differently today."""
    answer = queries.answer(body=place.body.key, uid=uid, on=place.on, today=place.today)
    if answer is None:
        raise Http404
    changes = queries.changed_since(body=place.body.key, since_day=answer.versions[0].as_of, on=place.today)
    context = {"answer": answer, "text": answer_text(answer=answer), "changes": changes}
    return show(request, "website/inquiry.html", context)


@public_page
def file(_request: HttpRequest, place: Place, uid: UUID, version: int, name: str) -> HttpResponse:
    """A file of a released answer, byte by byte as it was released."""
    stored = queries.answer_file(body=place.body.key, uid=uid, version=version, name=name, today=place.today)
    if stored is None:
        raise Http404
    response = HttpResponse(stored.content, content_type=stored.media_type)
    shown = stored.media_type == "application/pdf"
    header = content_disposition_header(as_attachment=not shown, filename=stored.name)
    response.headers["Content-Disposition"] = header or "attachment"
    return response
