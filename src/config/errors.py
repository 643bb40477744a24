"""Error pages: those of the public site for its visitors, those of the desk for everybody else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from gremienwerk.desk.views import errors as desk
from gremienwerk.website.views import errors as website


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what cannot be read."""
    if _is_public(request):
        return website.bad_request(request, exception)
    return desk.bad_request(request, exception)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what this visitor may not do."""
    return website.forbidden(request) if _is_public(request) else desk.forbidden(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address without a page."""
    return website.not_found(request) if _is_public(request) else desk.not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours."""
    return website.server_error() if _is_public(request) else desk.server_error(request)


def _is_public(request: HttpRequest) -> bool:
    return bool(getattr(request, "is_public", False))
