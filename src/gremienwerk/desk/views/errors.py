"""Pages for what went wrong: what happened, and what to do next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext as _

from gremienwerk.core.errors import UserFacingError


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what cannot be read; says why if the reason was written for users."""
    return _page("400.html", status=400, request=request, message=_message(exception))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what this user may not do; says why if the reason was written for users."""
    return _page("403.html", status=403, request=request, message=_message(exception))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer an address without a page."""
    return _page("404.html", status=404, request=request)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer a fault of ours; asks neither the database nor the session, which may be the fault."""
    return _page("500.html", status=500, request=None)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer a form that was sent without its token, mostly because the session has ended."""
    message = _(
        "Das Formular ist abgelaufen, es wurde nichts gespeichert. "
        "Bitte gehen Sie zurück, laden Sie die Seite neu und senden Sie es noch einmal."
    )
    return _page("403.html", status=403, request=request, message=message)


def _message(exception: Exception) -> str:
    return exception.message if isinstance(exception, UserFacingError) else ""


def _page(template: str, *, status: int, request: HttpRequest | None, message: str = "") -> HttpResponse:
    content = loader.get_template(template).render({"message": message}, request)
    return HttpResponse(content, status=status)
