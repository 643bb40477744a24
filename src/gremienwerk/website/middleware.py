"""Public pages before everything else: not modified, kept, or made once and then kept.

Stands in front of sessions and sign-in, which public pages never touch. What has not changed is answered
before any view runs and without asking the database, except for the revision once a second. The final
headers of the inner middleware are kept with the page.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.languages import DEFAULT, Language, language_by_segment
from gremienwerk.website.choice import best_language
from gremienwerk.website.sights import sight_for
from gremienwerk.website.store import Key, StoredPage, find_page, keep_page, plain_query
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
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            return _with_rules(HttpResponseNotModified(), tag, key)
        page = find_page(tag=tag)
        if page is None:
            response = self._speak(request, language)
            if (
                response.status_code != 200
                or response.streaming
                or not getattr(response, "may_be_kept", False)
            ):
                return response
            page = keep_page(tag=tag, headers=response.headers, content=response.content)
        return _with_rules(_sent(page, request), tag, key)

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


def _sent(page: StoredPage, request: HttpRequest) -> HttpResponse:
    content, encoding = page.content(request.headers.get("Accept-Encoding", ""))
    response = HttpResponse(b"" if request.method == "HEAD" else content)
    for name, value in page.headers:
        response.headers[name] = value
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.headers["Content-Length"] = str(len(content))
    return response


def _with_rules(response: HttpResponse, tag: str, key: Key) -> HttpResponse:
    """Say how long it may be used: a browser asks each time, a shared cache after a second.

    A shared cache must not answer beyond the next turn or midnight, not even for that second.
    """
    response.headers["ETag"] = tag
    shared = 1 if _lasts_longer_than(timedelta(seconds=1), key) else 0
    response.headers["Cache-Control"] = f"public, max-age=0, s-maxage={shared}, must-revalidate"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _lasts_longer_than(span: timedelta, key: Key) -> bool:
    soon: datetime = timezone.now() + span
    return timezone.localdate(soon) == key.day and (key.next_turn is None or soon < key.next_turn)
