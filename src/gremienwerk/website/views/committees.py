"""Committees: the list, and one with the seven facts."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from gremienwerk.website.committee_list import committee_list
from gremienwerk.website.committee_page import committee_page
from gremienwerk.website.door import Place, public_page, show
from gremienwerk.website.structured import committee_data


@public_page
def committees(request: HttpRequest, place: Place) -> HttpResponse:
    """Public committees of a day, as cards or as a table."""
    shown = committee_list(edition=place.edition, given=dict(request.GET.lists()))
    feed = reverse("opendata:committees", kwargs={"language": place.language.segment}) + shown.query
    return show(request, "website/committees.html", {"list": shown, "feed_url": feed})


@public_page
def committee(request: HttpRequest, place: Place, uid: UUID) -> HttpResponse:
    """One committee on a day, under its permanent address."""
    page = committee_page(
        body=place.body.key, uid=uid, on=place.on, today=place.today, language=place.language
    )
    if page is None:
        raise Http404
    arguments = {"language": place.language.segment, "uid": uid}
    link = request.build_absolute_uri(reverse("website:committee", kwargs=arguments))
    context = {
        "page": page,
        "link": link,
        "feed_url": reverse("opendata:committee", kwargs=arguments),
        "data": committee_data(name=page.facts.name, url=link, purpose=page.facts.goal, parent=place.body),
    }
    return show(request, "website/committee.html", context)
