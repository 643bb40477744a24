"""Which body an address shows, and how current what it shows is."""

from __future__ import annotations

from datetime import datetime, time
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from gremienwerk.bodies.models import Body, SiteText
from gremienwerk.publishing.queries import revision, turn


class PublicBody(NamedTuple):
    """A municipality, county or state; ``key`` is its primary key and what every public query takes as ``body``."""

    key: int
    uid: UUID
    name: str
    short_name: str
    kind: str
    official_key: str
    region: str
    hostname: str
    languages: tuple[str, ...]
    gender_style: str
    licence: str
    accent_colour: str
    logo_svg: str
    office: str
    department: str
    street: str
    postcode: str
    city: str
    phone: str
    email: str
    website: str
    directory_url: str
    is_demo: bool


class Sight(NamedTuple):
    """What a public page may rely on: the body, its revision, and when something appears or vanishes next."""

    body: PublicBody
    revision: int
    next_turn: datetime | None


def sight_of(*, hostname: str, now: datetime) -> Sight | None:
    """The body that this host name shows, or the installation's only one; None if it shows none.

    Args:
        hostname: as the browser asked for it, without a port.
        now: the present instant; ``next_turn`` lies after it.
    """
    body = _body_of(hostname)
    if body is None:
        return None
    day = turn(body=body.key, after=timezone.localtime(now).date())
    return Sight(
        body, revision(body=body.key), timezone.make_aware(datetime.combine(day, time.min)) if day else None
    )


def _body_of(hostname: str) -> PublicBody | None:
    fields = ("pk", *PublicBody._fields[1:])
    bodies = [PublicBody(*row) for row in Body.objects.order_by("pk").values_list(*fields)]
    named = [body for body in bodies if body.hostname and body.hostname.lower() == hostname.lower()]
    if named:
        return named[0]._replace(languages=tuple(named[0].languages))
    return bodies[0]._replace(languages=tuple(bodies[0].languages)) if len(bodies) == 1 else None


class PublicSiteText(NamedTuple):
    """What the body says on a page that the law asks for; ``language`` is the one it is written in (BCP 47)."""

    language: str
    text: str
    video_url: str


def site_text(*, body: int, page: str, language: str) -> PublicSiteText | None:
    """The text of a page in this language, or in German where there is none; None if the body wrote neither.

    Args:
        body: primary key of the body.
        page: a key of ``SiteText.Page``.
        language: BCP 47 code.
    """
    rows = SiteText.objects.filter(body=body, page=page, language__in=(language, "de"))
    found = {row[0]: PublicSiteText(*row) for row in rows.values_list("language", "text", "video_url")}
    return found.get(language) or found.get("de")
