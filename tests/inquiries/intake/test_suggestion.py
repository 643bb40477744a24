"""Which answer block a question gets, in other wordings of the seven questions."""

from __future__ import annotations

import pytest

from gremienwerk.inquiries.intake.parsed import Block
from gremienwerk.inquiries.intake.suggestion import suggest

_CONTEXT = (
    "Gremien und Netzwerke der Integration. In welchen Gremien sitzt das Ressort? Welche Netzwerke gibt es?"
)
_WORDINGS: list[tuple[Block | None, str]] = [
    (
        Block.SEATS,
        "In welchen Netzwerken und Arbeitskreisen ist das Kommunale Integrationszentrum vertreten und wer hat die Geschäftsführung?",
    ),
    (Block.SEATS, "Welche Gremien leitet das Ressort selbst?"),
    (Block.SEATS, "An welchen externen Gremien nimmt die Verwaltung teil, und von wem wurden sie initiiert?"),
    (Block.SEATS, "Wer ist für die Durchführung der Runden Tische verantwortlich?"),
    (Block.SEATS, "Welche Organisationseinheiten der Stadt entsenden Mitglieder in welche Gremien?"),
    (Block.INSTITUTIONS, "Welche Organisationen sind aktuell in den jeweiligen Gremien vertreten?"),
    (Block.INSTITUTIONS, "Wie setzen sich die Gremien zusammen?"),
    (Block.INSTITUTIONS, "Welche Träger, Vereine und Verbände nehmen an den Arbeitskreisen teil?"),
    (Block.INSTITUTIONS, "Bitte nennen Sie die Teilnehmenden der einzelnen Runden Tische."),
    (Block.INSTITUTIONS, "Welche Einrichtungen gehören dem Arbeitskreis an?"),
    (Block.RHYTHM, "Wie oft tagen die Gremien?"),
    (Block.RHYTHM, "In welchen Abständen treffen sich die Arbeitskreise?"),
    (Block.RHYTHM, "Wie häufig finden Sitzungen statt?"),
    (Block.RHYTHM, "Wann und wie regelmäßig kommen die Mitglieder zusammen?"),
    (Block.RHYTHM, "Wie ist der Sitzungsturnus?"),
    (Block.RHYTHM, "Wie viele Sitzungen pro Jahr finden je Gremium statt?"),
    (Block.INVITATION, "Wer lädt zu den Sitzungen ein und wer erhält eine Einladung?"),
    (Block.INVITATION, "Auf welchem Weg werden die Mitglieder eingeladen?"),
    (Block.INVITATION, "Wie erfolgt die Einladung zu den Treffen und wer wird eingeladen?"),
    (Block.OPENNESS, "Sind die Sitzungen öffentlich und wo sind die Protokolle zu finden?"),
    (Block.OPENNESS, "Können interessierte Bürger*innen als Gäste teilnehmen?"),
    (Block.OPENNESS, "Gibt es Protokolle der Sitzungen und sind diese öffentlich zugänglich?"),
    (Block.OPENNESS, "Welche Gremien stehen auch Externen offen?"),
    (Block.TOPICS, "Was sind die Ziele und Arbeitsschwerpunkte der Gremien?"),
    (Block.TOPICS, "Mit welchen Themen befassen sich die Arbeitskreise?"),
    (Block.TOPICS, "Welchen Zweck verfolgt das jeweilige Gremium?"),
    (Block.TOPICS, "Bitte stellen Sie kurz Auftrag und Zielsetzung der einzelnen Netzwerke dar."),
    (Block.DIRECTORY, "Gibt es eine aktuelle Übersicht der Migrantenorganisationen in der Stadt?"),
    (Block.DIRECTORY, "Wir beantragen, die Liste der MSO auf der Internetseite zu veröffentlichen."),
    (Block.DIRECTORY, "Welche Migrantenselbstorganisationen sind in Wuppertal aktiv?"),
    (Block.DIRECTORY, "Wir bitten um eine Liste der Migrant*innenselbstorganisationen."),
    (Block.DIRECTORY, "Wann wird das Verzeichnis der Vereine von Zugewanderten aktualisiert?"),
    (None, "Wie viele Personen haben 2023 Deutschkurse besucht?"),
    (None, "Wie hoch sind die Kosten der Gremienarbeit?"),
    (None, "Wie oft fährt der Bus der Linie 600?"),
    (None, "Wer ist für die Beleuchtung verantwortlich?"),
    (None, "Welche Vereine erhalten Zuschüsse?"),
    (None, "Wann wird der Bericht dem Ausschuss vorgelegt?"),
    (None, "Wann wird das Netzwerk der Glasfaserleitungen ausgebaut?"),
]


@pytest.mark.parametrize(("block", "question"), _WORDINGS)
def test_block_of_a_wording(block: Block | None, question: str) -> None:
    found, reason = suggest(question, context=f"{_CONTEXT} {question}")

    assert found is block
    assert bool(reason) is (block is not None)


@pytest.mark.parametrize(
    "question",
    [
        "Wie oft wird die Straße gereinigt?",
        "Wer wird über die Sperrung informiert und wie?",
        "Welche Ziele verfolgt die Verwaltung mit dem Konzept?",
        "Wer gehört diesem Krisenstab an mit welchen Aufgaben?",
    ],
)
def test_no_block_where_nobody_speaks_of_committees(question: str) -> None:
    assert suggest(question, context=question) == (None, "")


def test_reason_names_the_words() -> None:
    _, reason = suggest("In welchem Turnus tagt das jeweilige Gremium?", context="")

    assert reason == "Gefragt ist, wie oft das Gremium tagt (Stichworte: „Turnus“ und „tagt“)."
