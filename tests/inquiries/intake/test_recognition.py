"""Choosing among mail and attachments, messages, and behaviour on any text."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gremienwerk.documents.reading.files import read
from gremienwerk.inquiries.intake.contract import as_json
from gremienwerk.inquiries.intake.parsed import NoQuestionFound, ParsedInquiry
from gremienwerk.inquiries.intake.recognition import recognise
from tests.inquiries.intake import layouts


def _parsed(text: str) -> ParsedInquiry:
    return recognise(read(text.encode(), name="anfrage.txt"))


def test_text_without_question_gives_a_message() -> None:
    with pytest.raises(NoQuestionFound, match=r"„anfrage\.txt“ wurde keine Frage gefunden"):
        _parsed("Die Sitzung findet am 3. Mai 2022 statt.\n\nWir freuen uns auf viele Gäste.\n")


def test_attachment_is_taken_before_the_covering_note() -> None:
    note = "Guten Tag,\n\nanbei die Anfrage. Können Sie den Eingang bestätigen?\n"
    inquiry = (
        "Anfrage der SPD-Fraktion\n\nParken\n\n1. Wie viele Parkplätze gibt es?\n2. Wo liegen sie?\n".encode()
    )

    parsed = recognise(read(layouts.mail(note, attachment=("anfrage.txt", inquiry)), name="mail.eml"))

    assert [one.number for one in parsed.questions] == ["1", "2"]
    assert "Können Sie den Eingang bestätigen?" in parsed.closing


def test_mail_gives_title_and_date_where_the_text_has_none() -> None:
    message = EmailMessage()
    message["From"] = "SPD-Fraktion <spd@example.org>"
    message["Subject"] = "Anfrage zum Thema Parken"
    message["Date"] = "Tue, 03 May 2022 10:00:00 +0200"
    message.set_content("Guten Tag,\n\nwir fragen:\n\n1. Wie viele Parkplätze gibt es?\n2. Wo liegen sie?\n")

    parsed = recognise(read(message.as_bytes(), name="mail.eml"))

    assert (parsed.title, parsed.date) == ("Parken", date(2022, 5, 3))
    assert parsed.groups == ("SPD-Fraktion",)
    assert parsed.messages == ("Die Anfrage nennt kein Datum; eingetragen ist das Datum der E-Mail.",)


def test_unnumbered_questions_come_with_a_message() -> None:
    parsed = _parsed("Anfrage\n\nWie viele Parkplätze gibt es?\n\nWo liegen sie?\n")

    assert [(one.number, one.text) for one in parsed.questions] == [
        (None, "Wie viele Parkplätze gibt es?"),
        (None, "Wo liegen sie?"),
    ]
    assert parsed.messages == ("Die Fragen sind nicht nummeriert; die gefundenen Fragesätze bitte prüfen.",)


def test_contract_has_exactly_the_named_keys() -> None:
    found = as_json(
        _parsed(
            "Anfrage der SPD-Fraktion vom 03.05.2022\n\nParken\n\n1. Wie viele Parkplätze gibt es?\n2. Wo?\n"
        )
    )

    expected: dict[str, Any] = {
        "title": "Parken",
        "kind": "Anfrage",
        "groups": ["SPD-Fraktion"],
        "date": "2022-05-03",
        "addressee": None,
        "questions": [
            {"number": "1", "kind": "question", "text": "Wie viele Parkplätze gibt es?", "answer": None, "block": None, "block_reason": "", "parts": []},
            {"number": "2", "kind": "question", "text": "Wo?", "answer": None, "block": None, "block_reason": "", "parts": []},
        ],
        "climate_check": None,
        "annexes": [],
        "session": None,
        "reference": None,
        "preamble": "Anfrage der SPD-Fraktion vom 03.05.2022\n\nParken",
        "closing": "",
        "messages": [],
    }  # fmt: skip
    assert found == expected


def test_block_comes_with_its_reason() -> None:
    parsed = _parsed("Anfrage\n\n1. In welchem Turnus tagen die Gremien?\n2. Wie hoch sind die Kosten?\n")

    assert (
        parsed.questions[0].block_reason
        == "Gefragt ist, wie oft das Gremium tagt (Stichworte: „Turnus“ und „tagen“)."
    )
    assert parsed.questions[1].block is None


_PIECES = st.sampled_from(
    ["1.", "2)", "a)", "Frage 3:", "Zu Frage 1:", "•", "- ", "\n", "\n\n", "\f", "Wie viele?", "Begründung:", "Antwort:", "Anlagen",
     "Klimacheck", "x neutral", "Seite 2", "Sehr geehrte", "Abb.", "Legende", "vom 03.05.2022", "Gremium Termin TOP", "I.", "1.1", " ", "Text-"],
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=40))
def test_no_text_makes_it_fail(pieces: list[str]) -> None:
    layouts.never_fails(" ".join(pieces).encode("utf-8", "replace"), "anfrage.txt")
