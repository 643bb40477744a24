"""The structure chart: drawing, text and file."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.core.as_of import PARAMETER, read_as_of
from gremienwerk.desk.structure_page import Scope, StructurePage, structure_page
from gremienwerk.documents.rendering.chart import FILE_NAME, MEDIA_TYPE


@require_safe
@login_required
def structure(request: HttpRequest) -> HttpResponse:
    """Who reports to whom on a day, as a drawing and as text of equal worth."""
    as_of = read_as_of(given=request.GET.get(PARAMETER), today=timezone.localdate())
    page = _page(request)
    context = {"as_of": as_of, "page": page, "svg": page.drawing.svg.decode(), "scopes": Scope}
    return render(request, "desk/structure.html", context)


@require_safe
@login_required
def structure_file(request: HttpRequest) -> HttpResponse:
    """The drawing as an SVG file to take away."""
    content = b'<?xml version="1.0" encoding="UTF-8"?>\n' + _page(request).drawing.svg
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return HttpResponse(content, content_type=MEDIA_TYPE, headers=headers)


def _page(request: HttpRequest) -> StructurePage:
    as_of = read_as_of(given=request.GET.get(PARAMETER), today=timezone.localdate())
    wish = request.GET.get("umfang")
    scope = Scope(wish) if wish in set(Scope) else None
    return structure_page(body=signed_in(request).body, as_of=as_of, scope=scope)
