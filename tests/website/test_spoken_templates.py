"""Templates translated when they are compiled say the same as translated when they are rendered."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import trans_real
from jinja2 import DictLoader, Environment

from gremienwerk.website.jinja import environment
from tests.languages.pseudo import bracketed, pseudo_locale

TEMPLATES = {
    "page": '<p title="{{ _("Kalender") }}">{{ _("Kalender") }}</p>{% include "part" %}'
    '{% from "macros" import word %}{{ word(_("Gremien")) }}',
    "part": '{{ _("Seite %(number)s", number=number) }}, {{ ngettext("%(num)s Gremium", "%(num)s Gremien", number) }}',
    "macros": "{% macro word(said) %}<b>{{ said }}</b>{% endmacro %}",
    "signs": '{{ _("100 %% <b>sicher</b>") }} {{ _("A" "B") }}',
}


def made() -> Environment:
    return environment(autoescape=True, loader=DictLoader(TEMPLATES))


def test_each_language_gets_its_own_words_in_every_part_of_a_page() -> None:
    env = made()
    found = {}
    for language in ("de", "en", "tr", "de"):
        with translation.override(language):
            found[language] = env.get_template("page").render(number=2)
    assert found["de"] == '<p title="Kalender">Kalender</p>Seite 2, 2 Gremien<b>Gremien</b>'
    assert found["en"].startswith('<p title="Calendar">Calendar</p>')
    assert found["tr"].endswith("<b>Kurullar</b>")


def test_a_fixed_text_is_compiled_into_the_template() -> None:
    env = made()
    with translation.override("en"):
        spoken = env.get_template("page").environment
    source = spoken.compile(TEMPLATES["page"], raw=True)
    assert '<p title="Calendar">Calendar</p>' in source
    assert "'Kalender'" not in source


def test_signs_are_written_as_gettext_writes_them() -> None:
    with translation.override("de"):
        assert made().get_template("signs").render() == "100 % <b>sicher</b> AB"


def test_another_catalogue_of_the_same_language_is_noticed() -> None:
    env = made()
    with translation.override("fr"):
        before = env.get_template("page").render(number=1)
    with pseudo_locale("fr"), translation.override("fr"):
        assert bracketed("Kalender") in env.get_template("page").render(number=1)
    with translation.override("fr"):
        assert env.get_template("page").render(number=1) == before
        assert trans_real.translation("fr").gettext("Kalender") in before
