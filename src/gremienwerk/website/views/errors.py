"""What a visitor sees when something went wrong: what happened, and the way on; never a detail of ours."""

from __future__ import annotations

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.template import engines

from gremienwerk.core.errors import UserFacingError
from gremienwerk.website.door import show


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what cannot be read; says why if the reason was written for users.

    A host we do not serve has no body, so nothing of a frame can be shown.
    """
    if isinstance(exception, DisallowedHost):
        return _without_frame("website/errors/400.html", status=400)
    message = exception.message if isinstance(exception, UserFacingError) else ""
    return show(request, "website/errors/400.html", {"message": message}, status=400)


def forbidden(request: HttpRequest) -> HttpResponse:
    """Answer what nobody may do here."""
    return show(request, "website/errors/403.html", status=403)


def not_found(request: HttpRequest) -> HttpResponse:
    """Answer an address without a page."""
    return show(request, "website/errors/404.html", status=404)


def server_error() -> HttpResponse:
    """Answer a fault of ours; asks neither the database nor the frame, which may be the fault."""
    return _without_frame("website/errors/500.html", status=500)


def _without_frame(template: str, *, status: int) -> HttpResponse:
    return HttpResponse(engines["website"].get_template(template).render({"message": ""}), status=status)
