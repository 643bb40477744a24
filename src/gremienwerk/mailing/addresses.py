"""Whole addresses for letters: a worker answers no request that would say under which name the site is reached."""

from __future__ import annotations

from django.conf import settings

from gremienwerk.bodies.models import Body


def whole_address(*, body: Body, path: str) -> str:
    """The address of a page of the body's site, with scheme and host name.

    Args:
        body: whose site; without a host name of its own it is reached by the installation's first one.
        path: as ``reverse`` gives it, beginning with a slash.
    """
    scheme = "https" if settings.SECURE_SSL_REDIRECT else "http"
    host = body.hostname or settings.ALLOWED_HOSTS[0]
    port = f":{settings.SERVE_PORT}" if settings.DEMO and not body.hostname else ""
    return f"{scheme}://{host}{port}{path}"
