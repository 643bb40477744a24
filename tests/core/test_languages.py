"""The languages of the public interface, and that Django takes them as they are."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.utils import translation

from gremienwerk.core.languages import DEFAULT, LANGUAGES, Language, language_by_code, language_by_segment


def test_there_are_eight_with_german_first() -> None:
    assert [language.code for language in LANGUAGES] == [
        "de",
        "de-simple",
        "en",
        "tr",
        "ar",
        "uk",
        "fa",
        "fr",
    ]
    assert LANGUAGES[0] is DEFAULT
    assert settings.LANGUAGE_CODE == "de"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_each_is_found_by_its_segment_and_its_code(language: Language) -> None:
    assert language_by_segment(language.segment) is language
    assert language_by_code(language.code.upper()) is language


def test_unknown_names_find_nothing() -> None:
    assert language_by_segment("de-simple") is None
    assert language_by_code("einfach") is None
    assert language_by_segment("desk") is None


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_django_speaks_it_in_the_right_direction(language: Language) -> None:
    with translation.override(language.code):
        assert translation.get_language() == language.code
        assert translation.get_language_bidi() is language.rtl
        assert language.direction == ("rtl" if language.rtl else "ltr")


def test_plain_german_counts_and_writes_dates_as_german() -> None:
    plain = language_by_code("de-simple")
    assert plain is not None
    assert plain.cldr == "de"
