"""Which languages a body's pages speak, and which one suits a browser: what it asks for, never a cookie."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from gremienwerk.core.languages import DEFAULT, LANGUAGES, Language
from gremienwerk.publishing.sites import PublicBody
from gremienwerk.website.sights import sight_for


def languages_of(body: PublicBody) -> tuple[Language, ...]:
    """The languages of the body's public pages: those it chose, or all; German always."""
    chosen = {code.lower() for code in body.languages}
    return tuple(one for one in LANGUAGES if not chosen or one.code in chosen or one is DEFAULT)


def best_language(request: HttpRequest) -> Language:
    """The first language of ``Accept-Language`` that the body speaks; German if there is none."""
    sight, _ = sight_for(request)
    spoken = languages_of(sight.body) if sight else LANGUAGES
    for wanted, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "").lower()):
        for language in spoken:
            if wanted == language.code or wanted.split("-")[0] == language.code:
                return language
    return DEFAULT
