"""The search page and its suggestions: plain pages, in every language, with the reason for each hit."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.support.cast import City, make_city, make_committee
from tests.support.pages import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    city = make_city()
    make_committee(
        city.body, "Arbeitsgruppe Sprachförderung", goal="Alle Kinder lernen Deutsch.", visibility="public"
    )
    make_committee(city.body, "Verborgene Sprachrunde", visibility="hidden")
    return city


def test_hits_stand_in_groups_with_their_number(client: Client, city: City) -> None:
    words = words_of(client.get("/de/suche/?text=sprachfoerderung").content)
    assert "Gremien 1 Arbeitsgruppe Sprachförderung" in words
    assert "Verborgene" not in words


def test_what_was_asked_stands_in_the_field_and_is_harmless(client: Client, city: City) -> None:
    html = client.get("/de/suche/", {"text": '"><script>x</script>'}).content.decode()
    assert "<script>x" not in html
    assert 'value="&#34;&gt;&lt;script&gt;x&lt;/script&gt;"' in html


def test_nothing_found_says_what_to_try(client: Client, city: City) -> None:
    words = words_of(client.get("/de/suche/?text=zzzzzzzz").content)
    assert "Dazu haben wir nichts gefunden." in words
    assert "Versuchen Sie ein anderes oder kürzeres Wort" in words


def test_without_a_question_the_page_says_what_can_be_asked(client: Client, city: City) -> None:
    assert "Tippfehler" in words_of(client.get("/de/suche/").content)


def test_suggestions_are_options_that_lead_to_the_page(client: Client, city: City) -> None:
    html = client.get("/tr/suche/vorschlaege/?text=arbeitsgr").content.decode()
    assert 'role="option"' in html
    assert 'data-url="/tr/gremien/' in html
    assert "Verborgene" not in client.get("/tr/suche/vorschlaege/?text=verborg").content.decode()


def test_a_long_question_is_cut_and_a_short_one_suggests_nothing(client: Client, city: City) -> None:
    assert client.get("/de/suche/", {"text": "x" * 5000}).status_code == 200
    assert client.get("/de/suche/vorschlaege/?text=a").content.decode().strip() == ""
