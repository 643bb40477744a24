"""Invented inquiries in many house styles; they always run, also without the real documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gremienwerk.documents.reading.files import read
from gremienwerk.inquiries.intake.contract import as_json
from gremienwerk.inquiries.intake.recognition import recognise
from tests.inquiries.intake import layouts
from tests.inquiries.intake.comparing import normal

FOLDER = Path(__file__).parent / "invented"
EXPECTED: dict[str, dict[str, Any]] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_reads_as_text(name: str) -> None:
    parsed = as_json(recognise(read(FOLDER / f"{name}.txt")))

    assert _shown(parsed, EXPECTED[name]) == _wanted(EXPECTED[name])


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_reads_alike_as_pdf(name: str) -> None:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")

    parsed = as_json(recognise(read(layouts.pdf_of_lines(lines), name="anfrage.pdf")))

    assert _questions(parsed["questions"]) == _questions(EXPECTED[name]["questions"])


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_reads_alike_as_word(name: str) -> None:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")

    parsed = as_json(recognise(read(layouts.word_of_lines(lines), name="anfrage.docx")))

    assert _questions(parsed["questions"]) == _questions(EXPECTED[name]["questions"])


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_reads_alike_as_mail(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").replace("\f", "")

    parsed = as_json(recognise(read(layouts.mail(text), name="anfrage.eml")))

    assert _questions(parsed["questions"]) == _questions(EXPECTED[name]["questions"])


def _shown(parsed: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    """What the reference states, of the parsed inquiry."""
    return {
        **{key: parsed[key] for key in expected if key != "questions"},
        "questions": _questions(parsed["questions"]),
    } | {"blocks": _blocks(parsed["questions"], expected)}


def _wanted(expected: dict[str, Any]) -> dict[str, Any]:
    return {
        **expected,
        "questions": _questions(expected["questions"]),
        "blocks": _blocks(expected["questions"], expected),
    }


def _questions(questions: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [
        (one["number"], one["kind"], one["text"], one["parts"], one["answer"] and normal(one["answer"]))
        for one in questions
    ]


def _blocks(questions: list[dict[str, Any]], expected: dict[str, Any]) -> list[str | None]:
    stated = any("block" in one for one in expected["questions"])
    return [one["block"] for one in questions] if stated else []
