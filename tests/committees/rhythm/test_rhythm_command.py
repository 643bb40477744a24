import io
import json
import sys
from typing import Any

import pytest
from django.core.management import CommandError, call_command

KEYS = ["text", "kind", "rrule", "per_year_min", "per_year_max", "as_needed"]


def run(monkeypatch: pytest.MonkeyPatch, lines: bytes, *words: str) -> list[str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="utf-8"))
    printed = io.StringIO()
    call_command("rhythm", "parse", *words, stdout=printed)
    return printed.getvalue().splitlines()


def readings(monkeypatch: pytest.MonkeyPatch, lines: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(monkeypatch, lines, "--json")]


def test_each_line_gives_one_object_with_the_keys_of_the_contract(monkeypatch: pytest.MonkeyPatch) -> None:
    found = readings(monkeypatch, "alle 6–8 Wochen\njeden 2. Dienstag im Monat\nnach Bedarf\n".encode())

    assert [list(reading) for reading in found] == [KEYS] * 3
    assert found[0] == {
        "text": "alle 6–8 Wochen",
        "kind": "frequency",
        "rrule": None,
        "per_year_min": 6.5,
        "per_year_max": 8.67,
        "as_needed": False,
    }
    assert found[1]["rrule"] == "FREQ=MONTHLY;BYDAY=2TU"
    assert found[2]["kind"] == "as_needed"


def test_whole_numbers_are_printed_without_a_point(monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = run(monkeypatch, b"monatlich", "--json")

    assert '"per_year_min": 12, "per_year_max": 12' in line


def test_an_empty_line_is_an_unknown_rhythm(monkeypatch: pytest.MonkeyPatch) -> None:
    found = readings(monkeypatch, b"monatlich\n\n  \njaehrlich\n")

    assert [reading["kind"] for reading in found] == ["frequency", "unknown", "unknown", "frequency"]
    assert found[1]["text"] == ""


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("halbjährlich\r\n".encode(), "halbjährlich"),
        ("halbjährlich".encode("utf-8-sig"), "halbjährlich"),
        ("halbjährlich\n".encode("cp1252"), "halbjährlich"),
        ("halbjährlich\n".encode("utf-16"), "halbjährlich"),
        ("  halbjährlich ".encode(), "  halbjährlich "),
    ],
)
def test_the_wording_is_kept_whatever_the_encoding(
    monkeypatch: pytest.MonkeyPatch, lines: bytes, text: str
) -> None:
    (found,) = readings(monkeypatch, lines)

    assert (found["text"], found["per_year_min"]) == (text, 2)


def test_rubbish_is_unknown_and_raises_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = readings(monkeypatch, b"\x00\xff\xfe\x81\n\xc3\x28\n")

    assert [reading["kind"] for reading in found] == ["unknown", "unknown"]


def test_no_input_gives_no_output(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, b"", "--json") == []


def test_text_streams_are_read_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\ufeffmonatlich\r\n"))
    printed = io.StringIO()

    call_command("rhythm", "parse", stdout=printed)

    assert printed.getvalue() == "monatlich → monatlich (12 im Jahr)\n"


def test_without_json_a_german_line_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "2x jährlich\n\n".encode()) == [
        "2x jährlich → zweimal im Jahr (2 im Jahr)",
        "(leer) → kein Turnus ableitbar; der Wortlaut gilt",
    ]


@pytest.mark.parametrize("words", [[], ["lesen"]])
def test_an_unknown_word_is_refused_in_german(words: list[str]) -> None:
    with pytest.raises(CommandError, match="Der Befehl heißt: gremienwerk rhythm parse"):
        call_command("rhythm", *words)
