"""Numbers at the beginning of a line, and what only looks like one."""

from __future__ import annotations

import pytest

from gremienwerk.documents.reading.lines import Line
from gremienwerk.inquiries.intake.headings import ends_answers, ends_questions, opens_replies, reply_of
from gremienwerk.inquiries.intake.marks import Family, marks_of, roman_value


@pytest.mark.parametrize(
    ("text", "family", "number", "rest"),
    [
        ("1. Wie?", Family.DECIMAL, "1", "Wie?"),
        ("1) Wie?", Family.DECIMAL, "1", "Wie?"),
        ("(1) Wie?", Family.DECIMAL, "1", "Wie?"),
        ("1.) Wie?", Family.DECIMAL, "1", "Wie?"),
        ("1.Wie?", Family.DECIMAL, "1", "Wie?"),
        ("12. Wie?", Family.DECIMAL, "12", "Wie?"),
        ("1.", Family.DECIMAL, "1", ""),
        ("1 Wie?", Family.BARE, "1", "Wie?"),
        ("a) Wie?", Family.LOWER, "a", "Wie?"),
        ("(b) Wie?", Family.LOWER, "b", "Wie?"),
        ("A. Wie?", Family.UPPER, "A", "Wie?"),
        ("B) Wie?", Family.UPPER, "B", "Wie?"),
        ("Frage 1: Wie?", Family.WORD, "1", "Wie?"),
        ("Frage 2", Family.WORD, "2", ""),
        ("Frage Nr. 3: Wie?", Family.WORD, "3", "Wie?"),
        ("1. Frage: Wie?", Family.WORD, "1", "Wie?"),
        ("II. Wie?", Family.LARGE_ROMAN, "II", "Wie?"),
        ("iv) wie?", Family.SMALL_ROMAN, "iv", "wie?"),
        ("1.1 Wie?", Family.MULTI, "1.1", "Wie?"),
        ("1.1. Wie?", Family.MULTI, "1.1", "Wie?"),
        ("2.3.1 Wie?", Family.MULTI, "2.3.1", "Wie?"),
        ("1a) Wie?", Family.MULTI, "1a", "Wie?"),
        ("1.a) Wie?", Family.MULTI, "1a", "Wie?"),
        ("• Wie?", Family.BULLET, "•", "Wie?"),
        ("- Wie?", Family.BULLET, "-", "Wie?"),
        ("\uf0b7 Wie?", Family.BULLET, "\uf0b7", "Wie?"),
    ],
)
def test_forms_of_numbering(text: str, family: Family, number: str, rest: str) -> None:
    found = marks_of(Line(text))

    assert [(mark.family, mark.number, mark.rest) for mark in found][:1] == [(family, number, rest)]


@pytest.mark.parametrize(
    "text",
    ["3. Mai 2021", "2. Quartal", "10.325 10.810", "2.500.000 Euro", "z. B. Schulen", "u. a. Vereine", "i. d. R. ja", "2024 wurde",
     "-vorhaltung für", "Frage 1 und 2 erläutert,", "§ 4 (1) Satz", "100 Prozent", "1.000 Euro", "8.5.2019"],
)  # fmt: skip
def test_what_only_looks_like_a_number(text: str) -> None:
    assert marks_of(Line(text)) == ()


def test_automatic_numbers_are_sure() -> None:
    (mark,) = marks_of(Line("Wie viele?", label="2."))

    assert (mark.family, mark.number, mark.rest, mark.sure) == (Family.DECIMAL, "2", "Wie viele?", True)


def test_roman_numerals() -> None:
    assert [roman_value(one) for one in ("i", "iv", "ix", "xiv", "xxxix", "iiii", "")] == [
        1,
        4,
        9,
        14,
        39,
        0,
        0,
    ]


@pytest.mark.parametrize(
    ("text", "numbers", "rest"),
    [
        ("Zu Frage 1: Ja.", ("1",), "Ja."),
        ("Zu den Fragen 2 und 3:", ("2", "3"), ""),
        ("Zu 1. bis 3.: Nein.", ("1", "2", "3"), "Nein."),
        ("Antwort zu Frage 4:", ("4",), ""),
        ("Zu 3. und 4.: Doch.", ("3", "4"), "Doch."),
        ("Antwort: Zwölf.", (), "Zwölf."),
        ("Antwort der Verwaltung:", (), ""),
        ("Stellungnahme der Verwaltung: Ja.", (), "Ja."),
    ],
)
def test_openings_of_answers(text: str, numbers: tuple[str, ...], rest: str) -> None:
    reply = reply_of(text)

    assert reply is not None
    assert (reply.numbers, reply.rest) == (numbers, rest)


@pytest.mark.parametrize(
    "text",
    ["Zu welchen Zeiten?", "Antworten auf Fragen gibt es.", "Zum Stand 2023", "A. August-Bebel-Straße"],
)
def test_no_openings_of_answers(text: str) -> None:
    assert reply_of(text) is None


@pytest.mark.parametrize(
    "text",
    ["Begründung:", "Sachverhalt / Begründung", "Sachverhalt/Begründung:", "Anlage/n", "Anlagen:", "Klimacheck", "gez. Muster",
     "Mit freundlichen Grüßen", "[Unterzeichnende entfernt]", "Quelle welt.de vom 01.10.2022:", "Unterzeichnet von:"],
)  # fmt: skip
def test_headings_that_end_the_questions(text: str) -> None:
    assert ends_questions(text)


@pytest.mark.parametrize(
    "text",
    ["Begründungen gibt es viele.", "Anlage 1 zeigt den Plan", "Klimaschutz ist wichtig", "gezielt fragen"],
)
def test_sentences_that_do_not(text: str) -> None:
    assert not ends_questions(text)


def test_an_answer_may_have_a_background() -> None:
    assert not ends_answers("Hintergrund:")
    assert ends_answers("Klimacheck")
    assert opens_replies("Die Verwaltung beantwortet die Fragen wie folgt:")
