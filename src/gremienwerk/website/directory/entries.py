"""Entries of the directory in the language of a page; what exists in German only says so."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from gremienwerk.core.languages import DEFAULT, LANGUAGES, Language, language_by_code
from gremienwerk.core.spoken_languages import grouped, language_name, own_name
from gremienwerk.publishing.records import ProfileRow
from gremienwerk.website.directory import wording

_PARTS = re.compile(r"\s*[;؛]\s*")


class Said(NamedTuple):
    """A text and the language it is in. ``is_foreign``: not the page's; ``is_outdated``: its original has changed."""

    text: str
    language: Language
    is_foreign: bool
    is_outdated: bool

    @property
    def parts(self) -> tuple[str, ...]:
        """The text as a list, where it enumerates with semicolons."""
        return tuple(part for part in _PARTS.split(self.text.strip()) if part)


class Spoken(NamedTuple):
    """A spoken language: its name in the page's language, and what it calls itself (empty if the same)."""

    key: str
    name: str
    own_name: str


class WebLink(NamedTuple):
    """An address on the web with the name of its host."""

    url: str
    host: str


class Entry(NamedTuple):
    """An organisation of the directory, ready for a page. ``number`` is its place in the list, from 1.

    Texts are None where nothing is recorded; ``tags`` and ``topics`` are words of the city's vocabulary, in German. ``languages_of_texts`` are those in which the entry says
    anything about itself, German first.
    """

    number: int
    uid: UUID
    name: str
    aliases: tuple[str, ...]
    district: str
    address: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    is_exact: bool
    description: Said | None
    offers: Said | None
    times: Said | None
    access_note: Said | None
    access: str
    tags: tuple[str, ...]
    groups: tuple[str, ...]
    topics: tuple[str, ...]
    languages: tuple[Spoken, ...]
    contact: str
    email: str
    phone: str
    dialled: str
    website: WebLink | None
    links: tuple[WebLink, ...]
    confirmed_on: date | None
    needs_confirmation: bool
    languages_of_texts: tuple[Language, ...]


def entry_of(*, row: ProfileRow, language: Language, number: int = 1) -> Entry:
    """A public row as a page in ``language`` shows it."""
    return Entry(
        number=number,
        uid=row.uid,
        name=row.name,
        aliases=row.aliases,
        district=row.district,
        address=_address(row),
        latitude=row.latitude,
        longitude=row.longitude,
        is_exact=row.is_exact_position,
        description=said(row=row, field="description", language=language),
        offers=said(row=row, field="offers", language=language),
        times=said(row=row, field="opening_times", language=language),
        access_note=said(row=row, field="accessibility_note", language=language),
        access=wording.accessibility(row.accessibility),
        tags=tuple(tag.name for tag in row.offer_tags),
        groups=tuple(wording.target_group(key) for key in row.target_groups),
        topics=tuple(topic.name for topic in row.topics),
        languages=spoken(words=row.languages, language=language),
        contact=row.contact_function,
        email=row.email,
        phone=row.phone,
        dialled=re.sub(r"[^\d+]", "", row.phone),
        website=_link(row.website),
        links=tuple(link for link in map(_link, row.links) if link is not None),
        confirmed_on=row.confirmed_on,
        needs_confirmation=row.needs_confirmation,
        languages_of_texts=_languages_of(row),
    )


def said(*, row: ProfileRow, field: str, language: Language) -> Said | None:
    """A text of an entry in the page's language, else the German one; None where there is none at all."""
    german: str = getattr(row, field)
    for text in row.texts:
        if text.field == field and text.language == language.code and language != DEFAULT:
            return Said(text.text, language, is_foreign=False, is_outdated=not text.is_current)
    if not german.strip():
        return None
    return Said(german, DEFAULT, is_foreign=language != DEFAULT, is_outdated=False)


def spoken(*, words: tuple[str, ...], language: Language) -> tuple[Spoken, ...]:
    """Spoken languages, each once, named in the page's language and in themselves."""
    found = []
    for key, word in grouped(words=words).items():
        name, own = language_name(word=word, language=language.code), own_name(word=word)
        found.append(Spoken(key, name, "" if own.casefold() == name.casefold() else own))
    return tuple(found)


def _address(row: ProfileRow) -> tuple[str, ...]:
    if not row.street:
        return ()
    return tuple(line for line in (row.street, f"{row.postcode} {row.city}".strip()) if line)


def _link(url: str) -> WebLink | None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    return WebLink(url, parts.hostname.removeprefix("www."))


def _languages_of(row: ProfileRow) -> tuple[Language, ...]:
    codes = {text.language for text in row.texts}
    present = {language_by_code(code) for code in codes} | {DEFAULT}
    return tuple(one for one in LANGUAGES if one in present)
