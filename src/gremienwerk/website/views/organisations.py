"""Organisations: the list, one with its seats, and the tree of the administration."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from gremienwerk.publishing import queries
from gremienwerk.website.door import Place, moved_or_missing, public_page, show
from gremienwerk.website.organisation_pages import organisation_list, organisation_page
from gremienwerk.website.structured import organisation_data


@public_page
def organisations(request: HttpRequest, place: Place) -> HttpResponse:
    """Public organisations of a day."""
    shown = organisation_list(edition=place.edition, given=dict(request.GET.lists()))
    return show(request, "website/organisations.html", {"list": shown})


@public_page
def organisation(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """One organisation on a day, under its permanent address."""
    page = organisation_page(body=place.body.key, uid=uid, on=place.on, today=place.today)
    if page is None:
        return moved_or_missing(request, place, uid)
    arguments = {"language": place.language.segment, "uid": uid}
    link = request.build_absolute_uri(reverse("website:organisation", kwargs=arguments))
    context = {
        "page": page,
        "link": link,
        "feed_url": reverse("opendata:organisation", kwargs=arguments),
        "data": organisation_data(organisation=page.facts, url=link),
    }
    return show(request, "website/organisation.html", context)


@public_page
def administration(request: HttpRequest, place: Place) -> HttpResponse:
    """The units of the administration on a day, as they stand below each other."""
    tree = queries.administration(body=place.body.key, on=place.on)
    return show(request, "website/administration.html", {"tree": tree})
