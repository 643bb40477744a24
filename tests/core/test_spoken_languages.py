"""Names of spoken languages in the languages of the pages."""

from __future__ import annotations

import pytest

from gremienwerk.core.languages import LANGUAGES
from gremienwerk.core.spoken_languages import grouped, language_key, language_name, own_name


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Tigrinya", "ti"),
        ("tigrinya", "ti"),
        ("Farsi", "fa"),
        ("Persisch", "fa"),
        ("Dari", "fa-af"),
        ("Türkisch", "tr"),
        ("Romanes", "rom"),
        ("Deutsche Gebärdensprache", "gsg"),
        ("Mina", "mina"),
        ("Sprache der Berge", "sprache-der-berge"),
    ],
)
def test_each_word_of_an_office_has_a_key(word: str, key: str) -> None:
    assert language_key(word=word) == key


def test_a_language_is_named_in_the_language_of_the_page() -> None:
    names = {one.code: language_name(word="Tigrinya", language=one.code) for one in LANGUAGES}
    assert names == {
        "de": "Tigrinya",
        "de-simple": "Tigrinya",
        "en": "Tigrinya",
        "tr": "Tigrinya dili",
        "ar": "التغرينية",
        "uk": "Тигринья",
        "fa": "تیگرینیایی",
        "fr": "Tigrigna",
    }


def test_a_language_that_nobody_lists_keeps_its_word() -> None:
    assert language_name(word="Mina", language="ar") == "Mina"
    assert own_name(word="Mina") == ""


@pytest.mark.parametrize(("word", "name"), [("Tigrinya", "ትግርኛ"), ("Polnisch", "Polski"), ("Farsi", "فارسی")])
def test_a_language_also_says_its_own_name(word: str, name: str) -> None:
    assert own_name(word=word) == name


def test_words_for_one_language_come_once() -> None:
    assert grouped(words=["Farsi", "Deutsch", "Persisch"]) == {"fa": "Farsi", "de": "Deutsch"}
