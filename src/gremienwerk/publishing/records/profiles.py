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
    """What a reader has chosen in the directory; empty means no limit. Values are keys (of languages:
    those of ``core.spoken_languages``), districts are names.
    """

    text: str = ""
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    only_step_free: bool = False


class ProfileRow(NamedTuple):
    """A published entry; ``uid`` is the organisation's.

    E-mail address, telephone number, street, postcode and the exact position are there only while the organisation
    consents; otherwise ``latitude`` and ``longitude`` are the middle of the district or None, and
    ``is_exact_position`` is False. ``offer_tags`` can be filtered by, ``offers`` are the organisation's own words.
    ``languages`` are words of the register (``core.spoken_languages``), ``aliases`` names it is also known by.
    ``needs_confirmation``: not confirmed within the time the body has set, and marked as such.
    """

    uid: UUID
    name: str
    short_name: str
    kinds: tuple[Term, ...]
    description: str
    offers: str
    offer_tags: tuple[Term, ...]
    target_groups: tuple[str, ...]
    opening_times: str
    accessibility: str
    accessibility_note: str
    contact_function: str
    email: str
    phone: str
    website: str
    links: tuple[str, ...]
    street: str
    postcode: str
    city: str
    district: str
    latitude: float | None
    longitude: float | None
    is_exact_position: bool
    languages: tuple[str, ...]
    aliases: tuple[str, ...]
    topics: tuple[Term, ...]
    confirmed_on: date | None
    needs_confirmation: bool
    texts: tuple[ProfileText, ...]
    created_at: datetime
    modified_at: datetime


class DistrictRow(NamedTuple):
    """A part of the town on the map; ``outline`` is one closed ring of (longitude, latitude) or empty."""

    name: str
    latitude: float
    longitude: float
    outline: tuple[tuple[float, float], ...]


class DirectoryTerms(NamedTuple):
    """What the body has settled for its directory: map tiles and who may embed it."""

    tile_url: str
    tile_attribution: str
    embedding_hosts: tuple[str, ...]
    mark_after_days: int
    hide_after_days: int
