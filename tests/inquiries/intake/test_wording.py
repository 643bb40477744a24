"""Lines put together again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gremienwerk.inquiries.intake.wording import paragraphs, unwrap


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Kindertagesein-", "richtungen"], "Kindertageseinrichtungen"),
        (["Migranten- und", "Jugendbeirat"], "Migranten- und Jugendbeirat"),
        (["Migranten-", "und Jugendbeirat"], "Migranten- und Jugendbeirat"),
        (["Vor-", "bzw. Nachteile"], "Vor- bzw. Nachteile"),
        (["Baden-", "Württemberg"], "Baden-Württemberg"),
        (["öffentlich-", "rechtliche Träger"], "öffentlich-rechtliche Träger"),
        (["gewerblich-", "industrielle Zwecke"], "gewerblich-industrielle Zwecke"),
        (["Öffentlich-", "keitsarbeit"], "Öffentlichkeitsarbeit"),
        (["gesellschaft-", "liche Gruppen"], "gesellschaftliche Gruppen"),
        (["ÖPNV-", "angebote"], "ÖPNV-angebote"),
        (["Covid-", "19"], "Covid-19"),
        (["Prozessanalyse und -", "anpassung"], "Prozessanalyse und -anpassung"),
        (["Karlsruhe -", "Durlach"], "Karlsruhe - Durlach"),
        (["Ämter/", "Dienste"], "Ämter/Dienste"),
        (["siehe https://a.example/eine_", "seite/liste.php dort"], "siehe https://a.example/eine_seite/liste.php dort"),
        (["siehe https://a.example/migrant", "en/liste.php vorgesehen"], "siehe https://a.example/migranten/liste.php vorgesehen"),
        (["siehe https://a.example/liste", "und frage"], "siehe https://a.example/liste und frage"),
        (["siehe www.a.example.", "Danach"], "siehe www.a.example. Danach"),
        (["eine zuverlässi- ge Verbindung"], "eine zuverlässige Verbindung"),
        (["nun -verständlicherweise- die Sorgen"], "nun -verständlicherweise- die Sorgen"),
        (["Sport- und Freizeit"], "Sport- und Freizeit"),
        (["  viele   Blanks ", "", " hier "], "viele Blanks hier"),
    ],
)  # fmt: skip
def test_hyphens_and_addresses(lines: list[str], text: str) -> None:
    assert unwrap(lines) == text


def test_paragraphs_are_separated_by_an_empty_line() -> None:
    assert paragraphs([["Eins", "zwei"], [], ["drei"]]) == "Eins zwei\n\ndrei"


@given(st.lists(st.text(max_size=40), max_size=6))
def test_every_text_becomes_one_line(lines: list[str]) -> None:
    text = unwrap(lines)

    assert "\n" not in text
    assert text == text.strip()
