"""The frame of all pages: language, navigation, the date a page speaks for, error pages."""

from __future__ import annotations

from datetime import date

import pytest
from django.template import engines
from django.template.loader import get_template
from django.utils import translation
from jinja2 import UndefinedError

from gremienwerk.core.as_of import AsOf, read_as_of
from gremienwerk.core.errors import UserFacingError
from gremienwerk.desk.frame import Entry, Frame
from gremienwerk.desk.jinja import write_file_size

TODAY = date(2022, 5, 15)
FRAME = Frame(
    city_name="Musterstadt", logo_url="", is_demo=False, licence="dl-de/zero-2.0", user_name="Kim Muster",
    home_url="/", sign_in_url="/accounts/login/", sign_out_url="/accounts/logout/",
    navigation=(Entry("Gremien", "/desk/gremien/", is_current=True, is_exact=False),),
    messages=(), kept_parameters=(("art", "netzwerk"),), address_today="/desk/gremien/?art=netzwerk",
)  # fmt: skip


def page(**context: object) -> str:
    template = engines["jinja2"].from_string(
        '{% extends "desk/base.html" %}{% block title %}Titel{% endblock %}{% block content %}Inhalt{% endblock %}'
    )
    return template.render({"frame": FRAME, "csrf_input": "", **context})


def test_the_page_names_its_language_and_direction() -> None:
    assert '<html lang="de" dir="ltr">' in page()
    with translation.override("ar"):
        mirrored = page()
    assert '<html lang="ar" dir="rtl">' in mirrored
    assert "kern.rtl.css" in mirrored


def test_a_page_of_today_says_so() -> None:
    html = page(as_of=AsOf(TODAY, TODAY))
    assert "Stand: heute, 15. Mai 2022" in html
    assert "Zurück zu heute" not in html


def test_a_page_of_the_past_carries_a_band_and_keeps_its_date_on_the_way() -> None:
    html = page(as_of=AsOf(date(2021, 6, 9), TODAY))
    assert "Sie sehen den Stand vom 9. Juni 2021." in html
    assert 'href="/desk/gremien/?stand=2021-06-09"' in html
    assert 'href="/desk/gremien/?art=netzwerk">Zurück zu heute' in html
    assert '<input type="hidden" name="art" value="netzwerk">' in html


def test_a_page_of_the_future_says_how_far_it_can_be_trusted() -> None:
    assert "Sie sehen voraus: den Stand am 1. Januar 2023, soweit er heute eingetragen ist." in page(
        as_of=AsOf(date(2023, 1, 1), TODAY)
    )


def test_the_current_section_is_told_to_screen_readers() -> None:
    assert 'href="/desk/gremien/" aria-current="true">Gremien' in page()


def test_unknown_names_in_templates_raise() -> None:
    with pytest.raises(UndefinedError):
        engines["jinja2"].from_string("{{ nothing }}").render({})


def test_values_are_escaped() -> None:
    html = (
        engines["jinja2"]
        .from_string("{{ name }} {{ _('Hallo %(name)s', name=name) }}")
        .render({"name": "<b>"})
    )
    assert html == "&lt;b&gt; Hallo &lt;b&gt;"


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "500.html"])
def test_error_pages_need_nothing(name: str) -> None:
    html = get_template(name).render({})
    assert "Zur Startseite" in html
    assert "Gremienwerk" in html


def test_an_error_page_prefers_the_words_written_for_the_case() -> None:
    assert "Genau dieser Satz." in get_template("400.html").render({"message": "Genau dieser Satz."})


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 Byte"), (999, "999 Byte"), (1500, "2 kB"), (340_042, "340 kB"), (1_240_000, "1,2 MB")],
)
def test_file_sizes_in_words(size: int, words: str) -> None:
    assert write_file_size(size) == words


def test_the_chosen_day_is_read_in_both_forms() -> None:
    assert read_as_of(given="2021-06-09", today=TODAY) == AsOf(date(2021, 6, 9), TODAY)
    assert read_as_of(given="9.6.2021", today=TODAY) == AsOf(date(2021, 6, 9), TODAY)
    assert read_as_of(given="", today=TODAY) == AsOf(TODAY, TODAY)
    assert read_as_of(given=None, today=TODAY).query == ""


@pytest.mark.parametrize("given", ["gestern", "Juni 2021", "2021-02-30"])
def test_what_is_no_day_is_refused_with_a_hint(given: str) -> None:
    with pytest.raises(UserFacingError, match=r"9\. Juni 2022"):
        read_as_of(given=given, today=TODAY)
