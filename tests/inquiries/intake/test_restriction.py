"""Which questions mean only some of the committees."""

from __future__ import annotations

import pytest

from gremienwerk.inquiries.intake.parsed import Block, ItemKind, Question
from gremienwerk.inquiries.intake.restriction import restriction_in, with_restrictions


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Welche Vereine nehmen an den Gremien teil, die sich mit dem Ehrenamt für Geflüchtete befassen?",
            "Ehrenamt für Geflüchtete",
        ),
        ("Welche Arbeitskreise zum Thema Wohnen gibt es?", "Wohnen"),
        ("Welche Netzwerke im Bereich Frauen und Flucht sind bekannt?", "Frauen und Flucht"),
        ("Wer leitet Gremien mit dem Schwerpunkt Jugend?", "Jugend"),
        ("Welche Gremien befassen sich mit dem Wohnen?", "Wohnen"),
        (
            "Welche Arbeitskreise beschäftigen sich derzeit mit der Sprachförderung und wer leitet sie?",
            "Sprachförderung",
        ),
        ("In welchen Gremien geht es um Kinderarmut?", "Kinderarmut"),
        ("Welche Netzwerke setzen sich für Frauen ein?", "Frauen"),
        ("Welche Gremien befassen sich mit welchem Thema?", ""),
        ("Mit welchen Themen befassen sich die Arbeitskreise?", ""),
        ("Mit welchen Themen befasst sich jedes Gremium, und welches Ziel verfolgt es insgesamt?", ""),
        ("In welchen Gremien, an denen auch andere beteiligt sind, haben Teile des Ressorts einen Sitz?", ""),
    ],
)
def test_the_subject_of_a_restriction(text: str, subject: str) -> None:
    assert restriction_in(text=text) == subject


def test_a_question_that_points_back_means_the_same_committees() -> None:
    first = "Welche Vereine wirken in Gremien mit, die sich mit dem Wohnen befassen?"
    asked = [
        Question("1", ItemKind.QUESTION, first, block=Block.INSTITUTIONS),
        Question("2", ItemKind.QUESTION, "Wie oft tagen diese Gremien?", block=Block.RHYTHM),
        Question("3", ItemKind.QUESTION, "Was kosten diese Gremien?"),
    ]
    found = with_restrictions(questions=asked)
    assert [one.restriction for one in found] == ["Wohnen", "Wohnen", ""]
