"""The glossary of ``docs/sprachen.md`` and the catalogues use the same words."""

from __future__ import annotations

from typing import Any

import pytest

from gremienwerk.core.languages import LANGUAGES
from tests.languages.catalogues import PROJECT, load_script

script: Any = load_script()
PAGE = (PROJECT / "docs" / "sprachen.md").read_text(encoding="utf-8")


def table(heading: str) -> list[list[str]]:
    """The rows of the table below a heading, without its head."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


WORDS = table("One word for each thing")


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row[0])
def test_the_catalogues_say_the_words_of_the_glossary(row: list[str]) -> None:
    german, *others = row
    for language, expected in zip(script.LANGUAGES, others, strict=True):
        message = script.read_catalogue(language).get(german)
        assert message is not None, german
        assert message.string == expected, language


@pytest.mark.parametrize("language", script.LANGUAGES)
def test_one_word_means_one_thing(language: str) -> None:
    """Committee, association, organisation, network and working group never share a word."""
    told_apart = (
        "Gremium",
        "Organisation",
        "Netzwerk",
        "Arbeitsgruppe",
        "Lenkungsgruppe",
        "Anfrage",
        "Antrag",
        "Frage",
    )
    words = [script.read_catalogue(language).get(german).string for german in told_apart]
    assert len(set(words)) == len(words)


def test_every_language_says_whether_somebody_has_read_it() -> None:
    rows = table("Who has read what")
    assert [(name, code.strip("`"), address.strip("`")) for name, code, address, _ in rows] == [
        (language.name, language.code, f"/{language.segment}/") for language in LANGUAGES
    ]
    assert all(read for *_, read in rows)
