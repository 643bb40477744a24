"""Units and counted nouns in the right case."""

from __future__ import annotations

import pytest

from gremienwerk.inquiries.drafting.grammar import (
    COMMITTEE,
    ENTRY,
    MEETING,
    counted,
    names_inline,
    phrases_inline,
    sentence,
    share,
)
from gremienwerk.inquiries.drafting.units import committee_name, organisation_name, unit_name


@pytest.mark.parametrize(
    ("name", "nominative", "genitive", "dative", "accusative"),
    [
        ("Ressort 204", "das Ressort 204", "des Ressorts 204", "dem Ressort 204", "das Ressort 204"),
        ("Jugendamt", "das Jugendamt", "des Jugendamts", "dem Jugendamt", "das Jugendamt"),
        ("Fachbereich Integration", "der Fachbereich Integration", "des Fachbereichs Integration", "dem Fachbereich Integration", "den Fachbereich Integration"),
        ("Ausländerbehörde", "die Ausländerbehörde", "der Ausländerbehörde", "der Ausländerbehörde", "die Ausländerbehörde"),
        ("Kommunales Integrationszentrum", "das Kommunale Integrationszentrum", "des Kommunalen Integrationszentrums", "dem Kommunalen Integrationszentrum", "das Kommunale Integrationszentrum"),
        ("Sozialer Dienst", "der Soziale Dienst", "des Sozialen Dienstes", "dem Sozialen Dienst", "den Sozialen Dienst"),
        ("Haus der Integration", "das Haus der Integration", "des Hauses der Integration", "dem Haus der Integration", "das Haus der Integration"),
        ("Ausländer- und Einbürgerungsbehörde", "die Ausländer- und Einbürgerungsbehörde", "der Ausländer- und Einbürgerungsbehörde", "der Ausländer- und Einbürgerungsbehörde", "die Ausländer- und Einbürgerungsbehörde"),
        ("Schul- und Sportamt Mitte", "das Schul- und Sportamt Mitte", "des Schul- und Sportamts Mitte", "dem Schul- und Sportamt Mitte", "das Schul- und Sportamt Mitte"),
        ("Talheimer Sportbund", "der Talheimer Sportbund", "des Talheimer Sportbundes", "dem Talheimer Sportbund", "den Talheimer Sportbund"),
        ("Runder Tisch Sprache", "der Runde Tisch Sprache", "des Runden Tisches Sprache", "dem Runden Tisch Sprache", "den Runden Tisch Sprache"),
        ("Wirtschaftsbündnis Vielfalt", "das Wirtschaftsbündnis Vielfalt", "des Wirtschaftsbündnisses Vielfalt", "dem Wirtschaftsbündnis Vielfalt", "das Wirtschaftsbündnis Vielfalt"),
        ("KOMM-AN", "die Einheit „KOMM-AN“", "der Einheit „KOMM-AN“", "der Einheit „KOMM-AN“", "die Einheit „KOMM-AN“"),
    ],
)  # fmt: skip
def test_names_of_units(name: str, nominative: str, genitive: str, dative: str, accusative: str) -> None:
    unit = unit_name(name)
    assert (unit.nominative, unit.genitive, unit.dative, unit.accusative) == (
        nominative,
        genitive,
        dative,
        accusative,
    )


def test_counted_nouns() -> None:
    assert [counted(n, COMMITTEE, "dative") for n in (0, 1, 2, 13)] == ["keinem Gremium", "einem Gremium", "zwei Gremien", "13 Gremien"]  # fmt: skip
    assert [counted(n, MEETING) for n in (0, 1, 2)] == ["keine Sitzung", "eine Sitzung", "zwei Sitzungen"]
    assert counted(3, ENTRY, "dative") == "drei Einträgen"
    assert counted(1, COMMITTEE, "genitive") == "eines Gremiums"


def test_shares() -> None:
    assert [share(n, 12) for n in (0, 1, 2, 12)] == ["keines der zwölf Gremien", "eines der zwölf Gremien", "zwei der zwölf Gremien", "alle zwölf Gremien"]  # fmt: skip
    assert [share(n, 2, "dative") for n in (1, 2)] == ["einem der beiden Gremien", "beiden Gremien"]
    assert share(1, 1, "accusative") == "das Gremium"
    assert share(5, 5, "dative") == "allen fünf Gremien"


def test_names_with_commas_are_kept_apart() -> None:
    assert names_inline(["A", "B", "C"]) == "A, B und C"
    assert names_inline(["A", "B, C und D"]) == "A; B, C und D"
    assert names_inline(["A, B und C"]) == "A, B und C"
    assert names_inline(["A und B", "C"]) == "A und B sowie C"
    assert names_inline(["A und B", "C", "D"]) == "A und B; C; D"
    assert phrases_inline(["des Amts A", "des Amts B und C"]) == "des Amts A sowie des Amts B und C"


def test_names_that_do_not_bend_stand_in_quotation_marks() -> None:
    assert organisation_name("KOMM „AN“").by == "von der Organisation „KOMM ‚AN‘“"
    assert committee_name("KOMM-AN").to == "zum Gremium „KOMM-AN“"
    assert (organisation_name("Jugendamt").by, committee_name("Beirat").to) == ("vom Jugendamt", "zum Beirat")


def test_a_sentence_has_one_full_stop() -> None:
    assert [sentence(text) for text in ("a", "e. V.", "Wer?", " ")] == ["a.", "e. V.", "Wer?", ""]
