"""Where single pages depart from the strict policy of all others, and no further than the city has settled."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpResponse

from gremienwerk.publishing.records import DirectoryTerms


def allow_tiles(response: HttpResponse, settled: DirectoryTerms) -> HttpResponse:
    """Let this page show pictures from the host of the map tiles, if the city has named one."""
    parts = urlsplit(settled.tile_url)
    if parts.netloc:
        host = parts.netloc.replace("{s}", "*")
        response._csp_update = {"img-src": [f"{parts.scheme}://{host}"]}  # type: ignore[attr-defined]  # django-csp reads it
    return response


def allow_embedding(response: HttpResponse, settled: DirectoryTerms) -> HttpResponse:
    """Let the sites that the city has named put this page into a frame; without any nobody may.

    ``X-Frame-Options`` cannot name sites (RFC 7034, 2.1), so it is left out here; browsers follow ``frame-ancestors``.
    """
    sites = list(settled.embedding_hosts) or ["'none'"]
    response._csp_replace = {"frame-ancestors": sites}  # type: ignore[attr-defined]  # django-csp reads it
    response.xframe_options_exempt = bool(settled.embedding_hosts)  # Django reads it
    return response
