"""The command line's contracts: ``inquiry parse`` and ``inquiry answer`` (design.md, 5)."""

from __future__ import annotations

import json
import stat
import zipfile
from io import BytesIO, StringIO
from pathlib import Path

import pikepdf
import pytest
from django.core.management import call_command

from gremienwerk.cli.main import run
from gremienwerk.inquiries.models import Inquiry
from gremienwerk.inquiries.placing import write_together
from tests.inquiries.scene import Scene, make_scene

SIX = ["antwort.docx", "antwort.pdf", "gremienstruktur.svg", "gremientabelle.xlsx", "inquiry.json", "mso-liste.xlsx"]  # fmt: skip
TEXT = """Große Anfrage der Fraktion A vom 03.05.2022

Gremien und Netzwerke der Integration

1. In welchen Gremien ist das Ressort Mitglied, und wer ist federführend?
2. In welchem Turnus tagen diese Gremien?
3. Was hat die neue Ampel am Markt gekostet?
4. Wir beantragen eine aktuelle Liste der Migrantenselbstorganisationen.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "anfrage.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def parse(path: Path) -> dict[str, object]:
    out = StringIO()
    call_command("inquiry", "parse", str(path), "--json", stdout=out)
    found: dict[str, object] = json.loads(out.getvalue())
    return found


def test_parse_prints_the_contract_without_a_database(file: Path) -> None:
    found = parse(file)
    assert list(found)[:8] == [
        "title",
        "kind",
        "groups",
        "date",
        "addressee",
        "questions",
        "climate_check",
        "annexes",
    ]
    questions = found["questions"]
    assert isinstance(questions, list)
    assert list(questions[0])[:5] == ["number", "kind", "text", "answer", "block"]
    assert [(q["number"], q["kind"], q["block"]) for q in questions] == [
        ("1", "question", "seats"),
        ("2", "question", "rhythm"),
        ("3", "question", None),
        ("4", "motion", "directory"),
    ]


def encrypted_pdf() -> bytes:
    stream = BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(stream, encryption=pikepdf.Encryption(owner="a", user="b"))
    return stream.getvalue()


def scanned_pdf() -> bytes:
    stream = BytesIO()
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    picture = pikepdf.Stream(pdf, b"\xff" * 300)
    picture.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=10, Height=10, BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceRGB,
    )  # fmt: skip
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Bild=picture))
    page.Contents = pikepdf.Stream(pdf, b"q 500 0 0 700 0 0 cm /Bild Do Q")
    pdf.save(stream)
    return stream.getvalue()


def broken_docx() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types")
        packed.writestr("word/document.xml", "<w:document>abgebrochen")
    return stream.getvalue()


BAD_FILES = {
    "leer.txt": b"",
    "gescannt.pdf": scanned_pdf(),
    "gesperrt.pdf": encrypted_pdf(),
    "falsch.pdf": TEXT.encode(),
    "kaputt.docx": broken_docx(),
    "unsinn.txt": bytes(range(256)) * 40,
    "ohne.txt": "Wir danken der Verwaltung für ihre Arbeit im vergangenen Jahr.".encode(),
}


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one message on standard error of a command that ends with 2 and prints nothing else."""
    assert run(["inquiry", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    message = said.err.strip()
    assert message
    assert "\n" not in message
    assert "Traceback" not in message
    return message


@pytest.mark.parametrize("verb", ["parse", "answer"])
@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_files_give_one_message_and_leave_nothing(
    name: str, verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / name, tmp_path / "aus"
    path.write_bytes(BAD_FILES[name])
    more = ("--json",) if verb == "parse" else ("--as-of", "2022-05-15", "--out", str(out))
    assert name in refused(capsys, verb, str(path), *more)
    assert not out.exists()


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "riesig.pdf"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    assert "zu groß" in refused(capsys, "parse", str(path), "--json")


def test_what_is_no_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "gibt es nicht" in refused(capsys, "parse", str(tmp_path / "fehlt.txt"), "--json")
    assert "Ordner" in refused(capsys, "parse", str(tmp_path), "--json")
    assert "Bitte die Datei mit der Anfrage angeben" in refused(capsys, "parse")


@pytest.mark.parametrize("day", ["gestern", "2022-02-30", "Mai 2022", "bis Ende 2022", ""])
def test_what_is_no_day_is_refused(day: str, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    message = refused(capsys, "answer", str(file), f"--as-of={day}", "--out", "aus")
    assert "2022-05-15" in message


def test_an_answer_needs_a_day_and_a_place(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "--as-of" in refused(capsys, "answer", str(file), "--out", "aus")
    assert "--out" in refused(capsys, "answer", str(file), "--as-of", "2022-05-15")


def test_a_place_that_is_a_file_is_refused(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in (file, file / "darunter"):
        assert "kein Ordner" in refused(
            capsys, "answer", str(file), "--as-of", "2022-05-15", "--out", str(place)
        )


@pytest.fixture
def scene(db: None) -> Scene:
    return make_scene()


def answer(file: Path, out: Path, *more: str) -> None:
    call_command("inquiry", "answer", str(file), "--as-of", "15.05.2022", "--out", str(out), *more, stdout=StringIO(), stderr=StringIO())  # fmt: skip


def test_answer_writes_exactly_six_files_and_stores_nothing(scene: Scene, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "neu" / "antwort"
    answer(file, out)
    assert sorted(path.name for path in out.iterdir()) == SIX
    assert [path.name for path in out.parent.iterdir()] == ["antwort"]
    assert all(path.stat().st_size > 0 for path in out.iterdir())
    assert Inquiry.objects.count() == 0


def test_the_json_holds_the_new_answers_in_the_shape_of_the_contract(
    scene: Scene, file: Path, tmp_path: Path
) -> None:
    answer(file, tmp_path / "aus")
    found = json.loads((tmp_path / "aus" / "inquiry.json").read_text(encoding="utf-8"))
    given = parse(file)
    assert list(found)[:8] == list(given)[:8]
    assert (found["as_of"], found["reporting_unit"]) == ("2022-05-15", "Ressort 204 Integration")
    answers = [question["answer"] for question in found["questions"]]
    assert answers[0].startswith("Das Ressort 204 Integration und das Team Ehrenamt sind am 15. Mai 2022")
    assert answers[1].startswith("Für zwei der fünf Gremien ist ein Turnus erfasst:")
    assert answers[2] == "[Antwort steht noch aus – zuständige Stelle noch zu benennen]"
    assert found["annexes"][0] == "Anlage 1: Gremientabelle"


def test_the_same_input_gives_the_same_bytes(scene: Scene, file: Path, tmp_path: Path) -> None:
    for name in ("eins", "zwei"):
        answer(file, tmp_path / name)
    for name in SIX:
        assert (tmp_path / "eins" / name).read_bytes() == (tmp_path / "zwei" / name).read_bytes(), name


def test_another_unit_may_answer(scene: Scene, file: Path, tmp_path: Path) -> None:
    answer(file, tmp_path / "aus", "--unit", "Jugendamt")
    found = json.loads((tmp_path / "aus" / "inquiry.json").read_text(encoding="utf-8"))
    assert found["questions"][0]["answer"].startswith(
        "Das Jugendamt ist am 15. Mai 2022 in zwei Gremien vertreten"
    )


def test_an_existing_folder_keeps_its_other_files(scene: Scene, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "aus"
    out.mkdir()
    (out / "antwort.pdf").write_text("alt")
    (out / "notiz.txt").write_text("bleibt")
    answer(file, out)
    assert sorted(path.name for path in out.iterdir()) == sorted([*SIX, "notiz.txt"])
    assert (out / "notiz.txt").read_text() == "bleibt"
    assert (out / "antwort.pdf").read_bytes().startswith(b"%PDF")


def test_an_unknown_unit_is_refused(
    scene: Scene, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "aus"
    message = refused(
        capsys, "answer", str(file), "--as-of", "2022-05-15", "--unit", "Ressort 999", "--out", str(out)
    )
    assert "Ressort 999" in message
    assert not out.exists()


def test_an_unknown_body_is_refused(
    scene: Scene, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (
        "answer",
        str(file),
        "--as-of",
        "2022-05-15",
        "--body",
        "00000000",
        "--out",
        str(tmp_path / "aus"),
    )
    assert "Register" in refused(capsys, *words)


def test_if_writing_fails_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []

    def fail_at_second(path: Path, content: bytes) -> None:
        written.append(path.name)
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr("gremienwerk.inquiries.placing._write_through", fail_at_second)
    with pytest.raises(Exception, match="kann nicht geschrieben werden"):
        write_together(folder=tmp_path / "aus", files={"a": b"1", "b": b"2"})
    assert list(tmp_path.iterdir()) == []


def test_a_new_folder_can_be_read_by_all(tmp_path: Path) -> None:
    write_together(folder=tmp_path / "aus", files={"a": b"1"})
    assert stat.S_IMODE((tmp_path / "aus").stat().st_mode) == 0o755
