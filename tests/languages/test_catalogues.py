"""Every public text is translated into every language, with its placeholders and forms of the plural."""

from __future__ import annotations

import io
from gettext import GNUTranslations
from typing import Any

import pytest
from babel import Locale
from babel.messages import Catalog
from django.utils.translation import to_locale

from gremienwerk.core.languages import DEFAULT, LANGUAGES
from tests.languages.catalogues import load_script

script: Any = load_script()
TEXTS = script.collect()


def ids(catalogue: Catalog) -> set[str]:
    return {
        message.id if isinstance(message.id, str) else message.id[0] for message in catalogue if message.id
    }


def catalogue_of(po: str, plural: str = "nplurals=2; plural=(n != 1);") -> Any:
    head = (
        f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {plural}\\n"\n\n'
    )
    return script.read_po(io.BytesIO((head + po).encode()))


def faults_of(po: str, plural: str = "nplurals=2; plural=(n != 1);") -> list[str]:
    return list(script.faults("xx", catalogue_of(po, plural)))


def test_there_is_a_catalogue_for_every_language_but_german() -> None:
    folders = {to_locale(language.code) for language in LANGUAGES if language is not DEFAULT}
    assert set(script.LANGUAGES) == folders
    assert {path.name for path in script.LOCALE.iterdir() if path.is_dir()} == folders


def test_texts_of_public_pages_choices_and_vocabulary_are_collected() -> None:
    found = ids(TEXTS)
    assert "Zum Inhalt springen" in found  # a template of the website
    assert "Zurück zu heute" in found  # a template of the desk that the website includes
    assert "Federführung" in found  # a choice of a model
    assert "per Brief" in found  # a constant beside the choices
    assert "Arbeitskreise" in found  # a word a new body starts with


def test_texts_of_the_desk_are_not_collected() -> None:
    found = ids(TEXTS)
    assert "Vollständigkeit" not in found
    assert "Zeitzone" not in found  # the name of a model's column


@pytest.mark.parametrize("language", script.LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    assert list(script.faults(language, script.updated(language, TEXTS))) == []


@pytest.mark.parametrize("language", script.LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_written_one(language: str) -> None:
    path = script.LOCALE / language / "LC_MESSAGES" / "django.po"
    assert path.with_suffix(".mo").read_bytes() == script.as_mo(path.read_bytes(), language)


@pytest.mark.parametrize("language", script.LANGUAGES)
def test_plural_forms_are_those_of_cldr(language: str) -> None:
    locale = Locale.parse(language.split("_", maxsplit=1)[0])
    compiled = (script.LOCALE / language / "LC_MESSAGES" / "django.mo").read_bytes()
    plural = GNUTranslations(io.BytesIO(compiled)).plural  # type: ignore[attr-defined]  # set by the header
    by_category: dict[str, set[int]] = {}
    for number in range(300):
        by_category.setdefault(locale.plural_form(number), set()).add(plural(number))
    if language in ("fa", "fr"):  # our Persian has one form for 0 and 1 apart from CLDR's
        assert plural(1) == 0
        assert plural(2) == plural(100) == 1
        return
    assert all(len(forms) == 1 for forms in by_category.values())
    assert len(by_category) == script.read_catalogue(language).num_plurals


@pytest.mark.parametrize(
    ("po", "fault"),
    [
        ('msgid "Ja"\nmsgstr ""\n', "nicht übersetzt"),
        ('#, fuzzy\nmsgid "Ja"\nmsgstr "Yes"\n', "zweifelhaft"),
        ('msgid "Am %(day)s"\nmsgstr "On that day"\n', "Platzhalter ['day']"),
        ('msgid "Am %(day)s"\nmsgstr "On %(date)s"\n', "Platzhalter ['date', 'day']"),
        ('msgid "<b>Ja</b>"\nmsgstr "<b>Yes"\n', "HTML"),
        (
            'msgid "Ein Sitz"\nmsgid_plural "%(num)s Sitze"\nmsgstr[0] "One seat"\nmsgstr[1] "Seats"\n',
            "['num']",
        ),
        (
            'msgid "Ein Sitz"\nmsgid_plural "%(num)s Sitze"\nmsgstr[0] "One seat"\nmsgstr[1] ""\n',
            "nicht übersetzt",
        ),
    ],
)
def test_what_is_wrong_is_found(po: str, fault: str) -> None:
    [found] = faults_of(po)
    assert fault in found


def test_a_form_for_exactly_one_need_not_name_the_number() -> None:
    po = 'msgid "%(num)s Sitz in %(name)s"\nmsgid_plural "%(num)s Sitze in %(name)s"\n'
    good = po + 'msgstr[0] "One seat in %(name)s"\nmsgstr[1] "%(num)s seats in %(name)s"\n'
    bad = po + 'msgstr[0] "One seat"\nmsgstr[1] "%(num)s seats in %(name)s"\n'
    assert faults_of(good) == []
    assert len(faults_of(bad)) == 1


def test_a_new_text_and_a_changed_one_are_faults() -> None:
    texts = Catalog()
    texts.add("Ganz neuer Text, den niemand kennt")
    texts.add("Zum Inhalt hüpfen")
    found = list(script.faults("en", script.updated("en", texts)))
    assert len(found) == 2
    assert "nicht übersetzt" in found[0]
    assert "zweifelhaft" in found[1]


def test_catalogues_change_only_where_texts_do() -> None:
    once = script.as_po(script.updated("ar", TEXTS))
    again = script.as_po(catalogue_of_bytes(once))
    assert once == again


def catalogue_of_bytes(po: bytes) -> Any:
    catalogue = script.read_po(io.BytesIO(po), locale="ar")
    catalogue.update(TEXTS)
    return catalogue
