"""What is not in the language of the page says so."""

from __future__ import annotations

import pytest
from django.utils import translation

from gremienwerk.bodies.vocabulary import translated_names
from gremienwerk.committees.rhythm.parsing import parse
from gremienwerk.core.languages import LANGUAGES
from gremienwerk.publishing.vocabulary import Word, word
from gremienwerk.website import marking


def test_words_a_body_starts_with_are_translated() -> None:
    assert word("Arbeitsgruppe", language="de") == Word("Arbeitsgruppe", "de")
    assert word("Arbeitsgruppe", language="tr") == Word("Çalışma grubu", "tr")
    assert word("Sprachmittlung", language="en") == Word("Interpreting", "en")


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_every_name_of_the_vocabulary_has_a_word_in_every_language(language: str) -> None:
    assert all(word(name, language=language) for name in translated_names())
    assert all(word(name, language=language).language == language for name in translated_names())


def test_a_bodys_own_word_stays_german_with_a_sign() -> None:
    assert word("Talheimer Tafelrunde", language="tr") == Word("Talheimer Tafelrunde", "de")
    with translation.override("tr"):
        assert marking.term("Talheimer <Tafel>") == (
            '<bdi lang="de" class="site-german">Talheimer &lt;Tafel&gt;</bdi>'
        )
        assert marking.term_text("Netzwerk") == "Ağ"
        assert marking.term_language("Talheimer Tafelrunde") == "de"
    with translation.override("de"):
        assert marking.term("Talheimer Tafelrunde") == "Talheimer Tafelrunde"


def test_german_texts_are_marked_on_pages_in_other_languages_only() -> None:
    with translation.override("ar"):
        assert marking.german("Wir <beraten>.") == '<bdi lang="de">Wir &lt;beraten&gt;.</bdi>'
        assert marking.german("") == ""
    with translation.override("de"):
        assert marking.german("Wir beraten.") == "Wir beraten."


def test_rhythms_are_said_or_marked() -> None:
    with translation.override("fr"):
        assert marking.rhythm(parse("2x jährlich")) == "2 fois par an"
        assert marking.rhythm(parse("in regelmäßigen Abständen")) == (
            '<bdi lang="de" class="site-german">in regelmäßigen Abständen</bdi>'
        )
