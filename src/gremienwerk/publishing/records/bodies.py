"""The body whose pages are shown."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID


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
