"""The one way a public page is made: body by host, language by address, day by parameter, kept until it ends.

A view is ``@public_page def list(request, place, …) -> HttpResponse`` and ends with ``show(…)``. What it
shows may depend on the place and the address only: never on cookies, headers or the clock, because the
page is kept for everybody (``middleware.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import wraps
from typing import Any, Concatenate, NamedTuple, ParamSpec
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import engines
from django.urls import reverse
from django.views.decorators.http import require_safe

from gremienwerk.core.as_of import PARAMETER, AsOf, read_as_of
from gremienwerk.core.languages import Language, language_by_segment
from gremienwerk.publishing import queries
from gremienwerk.publishing.sites import PublicBody
from gremienwerk.website.choice import languages_of
from gremienwerk.website.editions import Edition
from gremienwerk.website.sights import sight_for

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, "Place", Rest], HttpResponse]
Door = Callable[Concatenate[HttpRequest, str, Rest], HttpResponse]


class Place(NamedTuple):
    """Whose page it is, in which language, for which day, and which day it is now; and how current its body is."""

    body: PublicBody
    language: Language
    on: date
    today: date
    revision: int
    next_turn: datetime | None

    @property
    def as_of(self) -> AsOf:
        """The day the page speaks for, as the control in the frame shows it."""
        return AsOf(self.on, self.today)

    @property
    def edition(self) -> Edition:
        """The state of the register that the page shows."""
        return Edition(self.body.key, self.revision, self.next_turn, self.on, self.today)


def public_page(view: View[Rest]) -> Door[Rest]:
    """Make an address of a view: it gets a ``Place``, its answer may be kept for everybody.

    The address gives the language's segment as first argument. An unknown language is a 404; an
    error written for users becomes a 400 in the frame of the site (``middleware.py``).
    """

    @wraps(view)
    def door(request: HttpRequest, language: str, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        answer = view(request, enter(request, language), *args, **kwargs)
        answer.may_be_kept = True  # type: ignore[attr-defined]  # read by middleware.py
        return answer

    return require_safe(door)  # type: ignore[return-value]  # require_safe forgets the signature


def enter(request: HttpRequest, language: str) -> Place:
    """The place of this request; also noted at the request, for the frame.

    Raises:
        Http404: if the host shows no body or the body does not speak the language.
        UserFacingError: if the day in the address cannot be read.
    """
    sight, today = sight_for(request)
    spoken = language_by_segment(language)
    if sight is None or spoken not in languages_of(sight.body):
        raise Http404
    assert spoken is not None
    place = Place(sight.body, spoken, today, today, sight.revision, sight.next_turn)
    request.place = place  # type: ignore[attr-defined]  # the frame reads it, also if the day is refused
    place = place._replace(on=read_as_of(given=request.GET.get(PARAMETER), today=today).day)
    request.place = place  # type: ignore[attr-defined]
    return place


def moved_or_missing(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """The way on from the old address of a merged organisation: the same page of the one that stands for it.

    Not for good, because a merge can be taken back.

    Raises:
        Http404: if it went into none.
    """
    target = queries.moved_to(body=place.body.key, uid=uid)
    match = request.resolver_match
    if target is None or match is None:
        raise Http404
    address = reverse(match.view_name, kwargs=match.kwargs | {"uid": target})
    given = request.META["QUERY_STRING"]
    return HttpResponseRedirect(f"{address}?{given}" if given else address)


def show(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """A page of the site from its template; the frame, ``place`` and ``as_of`` are added."""
    content = engines["website"].get_template(template).render(dict(context or {}), request)
    return HttpResponse(content, status=status)
