"""Public pages before everything else: not modified, kept, or made once and then kept.

Stands in front of sessions and sign-in, which public pages never touch. What has not changed is answered
before any view runs and without asking the database, except for the revision once a second. The final
headers of the inner middleware are kept with the page. Asked a second time, the same is answered by
``lane.py`` before Django is asked at all.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.languages import DEFAULT, Language, language_by_segment
from gremienwerk.website.choice import best_language
from gremienwerk.website.sights import sight_for
from gremienwerk.website.store import (
    NOTED,
    Entrance,
    Key,
    StoredPage,
    find_page,
    is_known_by,
    keep_page,
    plain_query,
)
from gremienwerk.website.views import errors

#: First parts of addresses that are not the public site's.
OTHER_DOORS = frozenset({"desk", "accounts", "static", "oparl", "api"})
#: Addresses without a language that are the same for everybody.
FOR_MACHINES = frozenset({"robots.txt", "manifest.webmanifest", "sitemap.xml"})
_LONGEST_QUERY = 2000


class PublicSiteMiddleware:
    """Answers what is kept, speaks the language of the address, keeps what the views make."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go through for other doors; for the public site see the module's text."""
        first = request.path_info.split("/", 2)[1]
        if first in OTHER_DOORS:
            return self.get_response(request)
        request.is_public = True  # type: ignore[attr-defined]  # read by sign-in and by error pages
        language = DEFAULT if first in FOR_MACHINES else language_by_segment(first)
        if language is None:
            return self._speak(request, best_language(request))
        key = _key_of(request)
        if key is None:
            return self._speak(request, language)
        return self._answer(request, language, key)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show an error written for users in the frame of the site; others go their usual way."""
        if isinstance(exception, UserFacingError) and getattr(request, "is_public", False):
            return errors.bad_request(request, exception)
        return None

    def _answer(self, request: HttpRequest, language: Language, key: Key) -> HttpResponse:
        tag = key.tag
        if is_known_by(tag=tag, if_none_match=request.headers.get("If-None-Match", "")):
            return _sent(request, key, tag, None)
        page = find_page(tag=tag)
        if page is None:
            response = self._speak(request, language)
            if (
                response.status_code != 200
                or response.streaming
                or not getattr(response, "may_be_kept", False)
            ):
                return response
            patch_vary_headers(response, ["Accept-Encoding"])
            accepted = request.headers.get("Accept-Encoding", "")
            page = keep_page(tag=tag, headers=response.headers, content=response.content, accepted=accepted)
        return _sent(request, key, tag, page)

    def _speak(self, request: HttpRequest, language: Language) -> HttpResponse:
        request.language = language  # type: ignore[attr-defined]  # for error pages
        with translation.override(language.code):
            return self.get_response(request)


def _key_of(request: HttpRequest) -> Key | None:
    """What the page of this request depends on; None if it must not be kept."""
    query = request.META.get("QUERY_STRING", "")
    if request.method not in {"GET", "HEAD"} or len(query) > _LONGEST_QUERY:
        return None
    sight, today = sight_for(request)
    if sight is None:
        return None
    origin = f"{request.scheme}://{request.get_host()}"
    address = f"{request.path}?{plain_query(query)}"
    return Key(origin, sight.body.key, sight.revision, address, today, sight.next_turn)


def _sent(request: HttpRequest, key: Key, tag: str, page: StoredPage | None) -> HttpResponse:
    """The page, or without one that it has not changed; noted for the lane in front of Django."""
    hostname, _ = split_domain_port(request.get_host())
    entrance = Entrance(hostname, key, tag)
    request.META[NOTED] = entrance
    answer = entrance.answer(page, accepted=request.headers.get("Accept-Encoding", ""), now=timezone.now())
    response = HttpResponse(b"" if request.method == "HEAD" else answer.content, status=answer.status)
    del response.headers["Content-Type"]
    for name, value in answer.headers:
        response.headers[name] = value
    return response
