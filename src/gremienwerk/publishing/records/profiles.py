"""Entries of the public directory of migrant self-organisations."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from gremienwerk.publishing.records.listing import Term


class ProfileText(NamedTuple):
    """A text of the entry in a language; ``is_current`` is False once the original has changed."""

    language: str
    field: str
    text: str
    is_current: bool


class ProfileChoice(NamedTuple):
    """What a reader has chosen in the directory; empty means no limit. Values are keys, districts are names."""

    text: str = ""
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()


class ProfileRow(NamedTuple):
    """A published entry. ``uid`` is the organisation's; address and coordinates only as the organisation released them.

    ``latitude`` and ``longitude`` are None where only the district may be named; ``offer_keys`` are keys of
    offers the directory can be filtered by, ``offers`` the organisation's own words.
    """

    uid: UUID
    name: str
    short_name: str
    description: str
    offers: str
    offer_keys: tuple[str, ...]
    email: str
    phone: str
    website: str
    street: str
    postcode: str
    city: str
    district: str
    latitude: float | None
    longitude: float | None
    languages: tuple[str, ...]
    topics: tuple[Term, ...]
    confirmed_on: date | None
    texts: tuple[ProfileText, ...]
    modified_at: datetime
