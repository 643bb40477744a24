"""The pseudo-locale finds words that bypass gettext, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import translation
from jinja2 import Environment

from gremienwerk.committees.rhythm.parsing import parse
from gremienwerk.website import marking
from gremienwerk.website.jinja import environment
from tests.languages.pseudo import bracketed, pseudo_locale, unspoken

PAGE = '<html lang="fr"><body>{}</body></html>'


@pytest.fixture
def pages() -> Environment:
    return environment(autoescape=True)


def rendered(pages: Environment, template: str, **values: object) -> str:
    with pseudo_locale("fr"), translation.override("fr"):
        return PAGE.format(pages.from_string(template).render(**values))


def test_what_passed_through_gettext_is_not_found(pages: Environment) -> None:
    html = rendered(
        pages,
        '<p title="{{ _("Suche") }}">{{ _("Stand: %(day)s", day=day|date) }}</p>'
        '{{ ngettext("Ein Sitz", "%(num)s Sitze", 2) }} {{ ["A", "B"]|enumerate_words }}'
        "{{ 12345|number }} {{ day|weekday }}",
        day=dt.date(2022, 6, 9),
    )
    assert bracketed("Suche") in html
    assert unspoken(html) == []


@pytest.mark.parametrize(
    "template",
    [
        "<p>Gremien</p>",
        '<p>{{ _("Suche") }} nach Gremien</p>',
        '<img alt="Wappen">',
        '<input placeholder="Suchwort">',
        '<input type="submit" value="Suchen">',
        '<meta name="description" content="Alle Gremien">',
        '<p lang="fr">Gremien</p>',
        '<p lang="de">Ziel</p>Gremien',
    ],
)
def test_what_bypassed_gettext_is_found(pages: Environment, template: str) -> None:
    assert len(unspoken(rendered(pages, template))) == 1


@pytest.mark.parametrize(
    "template",
    [
        '<p lang="de">Die Ziele <b>der Gruppe</b></p>',
        '<span translate="no">Talheim</span>',
        "<script>var words = 1</script>",
        '<input type="text" value="Zuhause">',
        "<p>12 – 34 · €</p>",
    ],
)
def test_texts_of_the_register_are_not_found(pages: Environment, template: str) -> None:
    assert unspoken(rendered(pages, template)) == []


def test_names_of_the_register_are_known_to_the_caller(pages: Environment) -> None:
    html = rendered(pages, "<h1>Runder Tisch Sprache</h1><p>Runder Tisch</p>")
    assert unspoken(html, data=["Runder Tisch Sprache"]) == ["Runder Tisch"]


def test_rhythms_and_words_of_the_vocabulary_are_spoken() -> None:
    with pseudo_locale("fr"), translation.override("fr"):
        words = (
            f"{marking.rhythm(parse('2x jährlich'))} {marking.term('Netzwerk')} {marking.term('Tafelrunde')}"
        )
    assert unspoken(PAGE.format(words)) == []


def test_the_pseudo_locale_ends() -> None:
    with pseudo_locale("fr"):
        pass
    with translation.override("fr"):
        assert translation.gettext("Suchen") == "Rechercher"
