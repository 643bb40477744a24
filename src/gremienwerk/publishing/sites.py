"""Which body an address shows, and how current what it shows is."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from gremienwerk.audit.queries import revision_of
from gremienwerk.bodies.models import Body


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


def sight_of(*, hostname: str, now: datetime) -> Sight | None:  # noqa: ARG001
    """The body that this host name shows, or the installation's only one; None if it shows none.

    Args:
        hostname: as the browser asked for it, without a port.
        now: the present instant; ``next_turn`` lies after it.
    """
    body = _body_of(hostname)
    return Sight(body, revision_of(body=body.key), None) if body else None


def _body_of(hostname: str) -> PublicBody | None:
    fields = ("pk", *PublicBody._fields[1:])
    bodies = [PublicBody(*row) for row in Body.objects.order_by("pk").values_list(*fields)]
    named = [body for body in bodies if body.hostname and body.hostname.lower() == hostname.lower()]
    if named:
        return named[0]._replace(languages=tuple(named[0].languages))
    return bodies[0]._replace(languages=tuple(bodies[0].languages)) if len(bodies) == 1 else None
