"""What happens to every request before and after its view."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse  # noqa: TID251 - a middleware is a door
from django.shortcuts import render  # noqa: TID251 - a middleware is a door

from gremienwerk.core.errors import NotAllowed, UserFacingError

Answer = Callable[[HttpRequest], HttpResponse]


class TrustedProxyMiddleware:
    """Believes ``X-Forwarded-*`` only from the proxies an operator has named."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Take over the visitor's address and scheme, or drop what anybody could have claimed."""
        forwarded = request.META.pop("HTTP_X_FORWARDED_FOR", None)
        scheme = request.META.pop("HTTP_X_FORWARDED_PROTO", None)
        if forwarded and _is_trusted(request.META.get("REMOTE_ADDR", "")):
            request.META["REMOTE_ADDR"] = _first_untrusted(forwarded)
            request.META["wsgi.url_scheme"] = "https" if scheme == "https" else "http"
        elif forwarded:
            request.META["GREMIENWERK_UNTRUSTED_PROXY"] = "1"
        return self.get_response(request)


class HealthMiddleware:
    """``/livez``: the process answers; ``/readyz``: the database is there and its tables are current."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the two addresses before anything else may fail."""
        if request.path == "/livez":
            return JsonResponse({"status": "ok"})
        if request.path == "/readyz":
            return _readiness()
        return self.get_response(request)


class UserFacingErrorMiddleware:
    """Shows an error written for users as a page with its own words, never as a traceback."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; errors arrive in ``process_exception``."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for a ``UserFacingError``, 403 if the actor may not, else 400; other errors go their usual way."""
        if isinstance(exception, UserFacingError) and not getattr(request, "is_public", False):
            status = 403 if isinstance(exception, NotAllowed) else 400
            context = {"message": exception.message}
            return render(request, "desk/errors/user_facing.html", context, status=status)
        return None


def _is_trusted(address: str) -> bool:
    try:
        return any(ip_address(address) in network for network in settings.TRUSTED_PROXIES)
    except ValueError:
        return False


def _first_untrusted(forwarded: str) -> str:
    addresses = [part.strip() for part in forwarded.split(",")]
    return next((a for a in reversed(addresses) if not _is_trusted(a)), addresses[0])


def _readiness() -> JsonResponse:
    try:
        executor = MigrationExecutor(connection)
        behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return JsonResponse({"status": "error", "database": "unreachable"}, status=503)
    if behind:
        return JsonResponse({"status": "error", "database": "migrations missing"}, status=503)
    return JsonResponse({"status": "ok"})
