"""What the frame of every public page shows: the city, the navigation, the languages, the duties."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from gremienwerk.core.as_of import PARAMETER, AsOf
from gremienwerk.core.languages import DEFAULT, Language
from gremienwerk.publishing.sites import PublicBody
from gremienwerk.website.choice import languages_of
from gremienwerk.website.sights import sight_for
from gremienwerk.website.store import plain_query


class Entry(NamedTuple):
    """One link of the navigation; ``current`` is the value of ``aria-current``, empty elsewhere."""

    label: str
    url: str
    current: str


class Tongue(NamedTuple):
    """The same page in another language."""

    language: Language
    url: str
    is_current: bool


class Frame(NamedTuple):
    """What the base template needs; plain values only."""

    city_name: str
    logo_url: str
    is_demo: bool
    licence: str
    licence_url: str
    home_url: str
    search_url: str
    feedback_url: str
    canonical_url: str
    site_url: str
    navigation: tuple[Entry, ...]
    languages: tuple[Tongue, ...]
    duties: tuple[Entry, ...]
    kept_parameters: tuple[tuple[str, str], ...]
    address_today: str


_LICENCES = {
    "dl-de/zero-2.0": "https://www.govdata.de/dl-de/zero-2-0",
    "dl-de/by-2.0": "https://www.govdata.de/dl-de/by-2-0",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
}


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the context of the base template: frame, place, as_of (a Django context processor)."""
    place = getattr(request, "place", None)
    sight, today = sight_for(request)
    language: Language = place.language if place else getattr(request, "language", DEFAULT)
    as_of = place.as_of if place else AsOf(today, today)
    shown = _frame(request, sight.body, language, as_of) if sight else None
    return {"frame": shown, "place": place, "as_of": as_of if place else None, "language": language}


def _frame(request: HttpRequest, body: PublicBody, language: Language, as_of: AsOf) -> Frame:
    kept = tuple(
        (n, v) for n, v in parse_qsl(plain_query(request.META.get("QUERY_STRING", ""))) if n != PARAMETER
    )
    site = f"{request.scheme}://{request.get_host()}"
    return Frame(
        city_name=body.name,
        logo_url=_as_data_url(body.logo_svg),
        is_demo=body.is_demo,
        licence=body.licence,
        licence_url=_LICENCES.get(body.licence, ""),
        home_url=_path("website:start", language.segment),
        search_url=_path("website:search", language.segment),
        feedback_url=_feedback_url(request, language),
        canonical_url=site + _public_path(request, language),
        site_url=site,
        navigation=tuple(_entries(request.path, language, as_of, navigation_names())),
        languages=tuple(_tongues(request, body, language)),
        duties=tuple(_entries(request.path, language, AsOf(as_of.today, as_of.today), duty_names())),
        kept_parameters=kept,
        address_today=f"{request.path}?{urlencode(kept)}" if kept else request.path,
    )


def navigation_names() -> tuple[tuple[str, str], ...]:
    """The main navigation: words and names of addresses."""
    return (
        (_("Gremien"), "website:committees"),
        (_("Organisationen"), "website:organisations"),
        (_("Struktur"), "website:structure"),
        (_("Kalender"), "website:calendar"),
        (_("Anfragen"), "website:inquiries"),
        (_("Migrantenorganisationen"), "website:directory"),
    )


def duty_names() -> tuple[tuple[str, str], ...]:
    """The duties of a public site, linked on every page (BITVNRW § 4)."""
    return (
        (_("Erklärung zur Barrierefreiheit"), "website:accessibility"),
        (_("Leichte Sprache"), "website:plain_language"),
        (_("Gebärdensprache"), "website:sign_language"),
        (_("Impressum"), "website:imprint"),
        (_("Datenschutz"), "website:privacy"),
    )


def _entries(
    path: str, language: Language, as_of: AsOf, names: tuple[tuple[str, str], ...]
) -> Iterator[Entry]:
    for label, name in names:
        url = _path(name, language.segment)
        current = "page" if path == url else ("true" if path.startswith(url) else "")
        yield Entry(label, f"{url}?{as_of.query}" if as_of.query else url, current)


def _tongues(request: HttpRequest, body: PublicBody, current: Language) -> Iterator[Tongue]:
    """The same address with the first part exchanged; an address without a language leads to the start page."""
    inner = (
        request.path.removeprefix(f"/{current.segment}/")
        if request.path.startswith(f"/{current.segment}/")
        else ""
    )
    query = plain_query(request.META.get("QUERY_STRING", ""))
    for language in languages_of(body):
        url = f"/{language.segment}/{inner}"
        yield Tongue(language, f"{url}?{query}" if query else url, language == current)


def _feedback_url(request: HttpRequest, language: Language) -> str:
    """The form for feedback, which notes the page it was opened from; the form's own pages are none."""
    form, page = _path("feedback:give", language.segment), _public_path(request, language)
    return form if page.startswith(form) else f"{form}?{urlencode({'seite': page})}"


def _public_path(request: HttpRequest, language: Language) -> str:
    """The page's address; the start page's where the address itself is a secret (one-time links)."""
    is_secret = getattr(request, "is_confidential", False)
    return _path("website:start", language.segment) if is_secret else request.path


@cache
def _path(name: str, segment: str) -> str:
    return reverse(name, kwargs={"language": segment})


def _as_data_url(svg: str) -> str:
    """Return the logo as an image address: an image cannot run scripts, whatever the drawing holds."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}" if svg else ""
