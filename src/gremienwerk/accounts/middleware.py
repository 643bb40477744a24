"""Signed in at once: only in demo mode, only on the loopback address."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse  # noqa: TID251 - a middleware is a door

from gremienwerk.accounts.models import User

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
DEMO_EMAIL = "demo@talheim.example"


class DemoSignInMiddleware:
    """Signs a visitor in as the demo's clerk; does nothing outside demo mode."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign in where that is allowed, then go on."""
        if getattr(request, "is_public", False):
            return self.get_response(request)  # public pages touch no session, not even in a demo
        if settings.DEMO and _is_loopback(request) and not request.user.is_authenticated:
            clerk = get_user_model().objects.filter(email=DEMO_EMAIL).first()
            signed_out = request.path.startswith("/accounts/") or request.path.startswith(settings.STATIC_URL)
            if isinstance(clerk, User) and not signed_out:
                login(request, clerk, backend=_BACKEND)
        return self.get_response(request)


def _is_loopback(request: HttpRequest) -> bool:
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    return address.is_loopback and "GREMIENWERK_UNTRUSTED_PROXY" not in request.META
