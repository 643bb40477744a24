"""The real inquiries: every numbered question with its exact text, none invented."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gremienwerk.documents.reading.files import read
from gremienwerk.inquiries.intake.contract import as_json
from gremienwerk.inquiries.intake.parsed import ClimateCheck, Effect, ParsedInquiry, Session
from gremienwerk.inquiries.intake.recognition import recognise
from tests.inquiries.intake import layouts
from tests.inquiries.intake.comparing import REAL, differences, real_file


@pytest.mark.parametrize("name", REAL)
def test_questions_parts_and_answers_equal_the_reference(inputs: Path, name: str) -> None:
    parsed = as_json(recognise(read(real_file(inputs, name))))

    assert differences(name, parsed["questions"]) == []


def test_counts_agree_with_the_index(inputs: Path) -> None:
    with (inputs / "anfragen" / "index.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))

    for row in rows:
        parsed = recognise(read(inputs / "anfragen" / row["file"]))
        numbered = sum(one.number is not None for one in parsed.questions)
        parts = sum(len(one.parts) for one in parsed.questions)
        assert int(row["questions"]) in {numbered, len(parsed.questions)}, row["file"]
        assert parts == int(row["parts"]), row["file"]


def test_titles_agree_with_the_index(inputs: Path) -> None:
    with (inputs / "anfragen" / "index.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))

    read_titles = {
        row["file"]: _plain(recognise(read(inputs / "anfragen" / row["file"])).title or "") for row in rows
    }

    assert read_titles == {row["file"]: _plain(row["title"]) for row in rows}


def _plain(text: str) -> str:
    return re.sub(r"[\s–-]+", " ", text).strip()


@pytest.mark.parametrize("name", REAL)
def test_no_word_is_dropped(inputs: Path, name: str) -> None:
    document = read(real_file(inputs, name))

    kept = _all_words(recognise(document))

    words = {
        word
        for line in document.lines
        if not line.text.endswith("-")
        for word in re.findall(r"\w{4,}", line.text)[1:-1]
    }
    assert words - kept == set()


def _all_words(parsed: ParsedInquiry) -> set[str]:
    texts = [parsed.preamble, parsed.closing, parsed.footnotes, parsed.furniture]
    for question in parsed.questions:
        texts += [question.text, question.answer or "", *(part.text for part in question.parts)]
    return set(re.findall(r"\w{4,}", " ".join(texts)))


def test_earlier_answer_says_group_date_annex_and_climate_check(inputs: Path) -> None:
    parsed = recognise(read(real_file(inputs, "antwort-2022-wuppertal")))

    assert parsed.kind == "Antwort auf die große Anfrage"
    assert parsed.groups == ("BÜNDNIS 90/DIE GRÜNEN",)
    assert parsed.date == date(2022, 5, 3)
    assert parsed.annexes == ("Gremientabelle",)
    assert parsed.climate_check == ClimateCheck(Effect.NEUTRAL, None)
    assert [str(one.block) for one in parsed.questions] == [
        "seats", "institutions", "rhythm", "invitation", "openness", "topics", "directory",
    ]  # fmt: skip


def test_caption_and_legend_stand_in_the_closing_only(inputs: Path) -> None:
    parsed = recognise(read(real_file(inputs, "antwort-2022-wuppertal")))

    inside = " ".join(f"{one.text} {one.answer}" for one in parsed.questions)
    assert "Legende" in parsed.closing
    assert not [word for word in ("Legende", "Abb.", "hellgrau", "Klimacheck") if word in inside]


def test_letterhead_of_a_council_paper(inputs: Path) -> None:
    parsed = recognise(read(real_file(inputs, "anfrage_637356")))

    assert parsed.date == date(2022, 4, 28)
    assert parsed.groups == ("GRÜNE-Gemeinderatsfraktion",)
    assert parsed.session == Session("Gemeinderat", date(2022, 5, 31), "26")
    assert parsed.reference == "2022/0459"


def test_traffic_and_budget_questions_get_no_block(inputs: Path) -> None:
    for name in REAL:
        if name.startswith("antwort-2022"):
            continue
        parsed = recognise(read(real_file(inputs, name)))
        assert {one.block for one in parsed.questions} == {None}, name


@pytest.mark.parametrize("layout", ["lines", "two columns", "reflowed", "reflowed in two columns"])
@pytest.mark.parametrize("name", REAL)
def test_laid_out_as_pdf(inputs: Path, name: str, layout: str) -> None:
    path = real_file(inputs, name)
    columns = 2 if "two" in layout else 1
    if layout.startswith("reflowed"):
        data = layouts.pdf_reflowed(_flow(path), columns=columns)
    else:
        data = layouts.pdf_of_lines(path.read_text(encoding="utf-8").split("\n"), columns=columns)

    assert differences(name, as_json(recognise(read(data, name="anfrage.pdf")))["questions"]) == []


@pytest.mark.parametrize("name", REAL)
def test_laid_out_as_word(inputs: Path, name: str) -> None:
    path = real_file(inputs, name)
    typed = layouts.word_of_lines(path.read_text(encoding="utf-8").split("\n"))
    counted = layouts.word_numbered(_flow(path))

    assert differences(name, as_json(recognise(read(typed, name="anfrage.docx")))["questions"]) == []
    assert differences(name, as_json(recognise(read(counted, name="anfrage.docx")))["questions"]) == []


@pytest.mark.parametrize("name", REAL)
def test_laid_out_as_opendocument(inputs: Path, name: str) -> None:
    data = layouts.opendocument(_flow(real_file(inputs, name)))

    assert differences(name, as_json(recognise(read(data, name="anfrage.odt")))["questions"]) == []


@pytest.mark.parametrize("name", REAL)
def test_laid_out_as_mail(inputs: Path, name: str) -> None:
    path = real_file(inputs, name)
    text = path.read_text(encoding="utf-8")
    note = (
        "Guten Tag,\n\nanbei unsere Anfrage. Können Sie den Eingang bestätigen?\n\nMit freundlichen Grüßen\n"
    )
    attached = layouts.mail(note, attachment=("anfrage.pdf", layouts.pdf_of_lines(text.split("\n"))))

    assert (
        differences(name, as_json(recognise(read(layouts.mail(text), name="anfrage.eml")))["questions"]) == []
    )
    assert differences(name, as_json(recognise(read(attached, name="anfrage.eml")))["questions"]) == []


def _flow(path: Path) -> list[layouts.Paragraph]:
    parsed = recognise(read(path))
    head = parsed.preamble.split("\n\n")
    closing = [layouts.Paragraph(text) for text in parsed.closing.split("\n\n") if text]
    return layouts.paragraphs_of(parsed, head) + closing


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(REAL), cut=st.floats(0, 1), length=st.integers(1, 400), swap=st.text(max_size=30))
def test_damaged_text_never_fails(inputs: Path, name: str, cut: float, length: int, swap: str) -> None:
    text = real_file(inputs, name).read_text(encoding="utf-8")
    at = int(cut * len(text))
    damaged = text[:at] + swap + text[at + length :]

    layouts.never_fails(damaged.encode("utf-8", "replace"), "anfrage.txt")
