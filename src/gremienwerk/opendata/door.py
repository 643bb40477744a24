"""The door of public files: body by host, language by address, an answer that may be kept for everybody.

Behind the middleware that keeps public pages; what a view answers may depend on the address only.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Concatenate, NamedTuple, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils import timezone
from django.views.decorators.http import require_safe

from gremienwerk.core.languages import DEFAULT, Language, language_by_segment
from gremienwerk.publishing.sites import PublicBody, sight_of

Rest = ParamSpec("Rest")


class Place(NamedTuple):
    """Whose file it is, in which language, on which day, and how its addresses begin ("https://host")."""

    body: PublicBody
    language: Language
    today: date
    site: str


View = Callable[Concatenate[HttpRequest, Place, Rest], HttpResponse]
Door = Callable[Concatenate[HttpRequest, str, Rest], HttpResponse]


def public_file(view: View[Rest]) -> Door[Rest]:
    """Make an address of a view that gets a ``Place``; other sites may read the answer (``CORS``)."""

    @wraps(view)
    def door(request: HttpRequest, language: str, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        answer = view(request, _enter(request, language), *args, **kwargs)
        answer.headers["Access-Control-Allow-Origin"] = "*"
        answer.may_be_kept = True  # type: ignore[attr-defined]  # read by the middleware of public pages
        return answer

    return require_safe(door)  # type: ignore[return-value]  # require_safe forgets the signature


def _enter(request: HttpRequest, segment: str) -> Place:
    now = timezone.now()
    noted = getattr(request, "sight", None)
    sight, today = noted or (
        sight_of(hostname=split_domain_port(request.get_host())[0], now=now),
        timezone.localdate(now),
    )
    language = language_by_segment(segment)
    if sight is None or language is None:
        raise Http404
    spoken = {code.lower() for code in sight.body.languages}
    if spoken and language.code not in spoken and language is not DEFAULT:
        raise Http404
    return Place(sight.body, language, today, f"{request.scheme}://{request.get_host()}")
