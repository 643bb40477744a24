"""Files become plain tables, whatever office program wrote them, or one clear refusal."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gremienwerk.imports.tables import MAX_BYTES, Line, UnreadableTable, read_sheets

TEXT = "name;art\nVerein für Übergänge;MSO\n\nClub Ñandú;Initiative\n"
ROWS = (
    Line(1, ("name", "art")),
    Line(2, ("Verein für Übergänge", "MSO")),
    Line(4, ("Club Ñandú", "Initiative")),
)


def write(folder: Path, content: bytes, name: str = "tabelle.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def new_workbook() -> tuple[Workbook, Worksheet]:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    return workbook, sheet


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str, line_end: str) -> None:
    path = write(tmp_path, TEXT.replace("\n", line_end).encode(encoding))
    (sheet,) = read_sheets(path=path)
    assert (sheet.name, sheet.lines) == ("tabelle.csv", ROWS)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["name", "beteiligte", "hinweis"],
        ["Runde", "A|B", "eins, zwei; drei"],
        ["Kreis", "", "vier, fünf"],
    ]
    quoted = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    (sheet,) = read_sheets(path=write(tmp_path, quoted.encode()))
    assert [list(line.cells) for line in sheet.lines] == rows


def test_line_breaks_inside_a_cell_become_blanks(tmp_path: Path) -> None:
    (sheet,) = read_sheets(path=write(tmp_path, b'name;ziel\nRunde;"erstens\nzweitens"\nKreis;x\n'))
    assert [line.cells for line in sheet.lines[1:]] == [("Runde", "erstens zweitens"), ("Kreis", "x")]


def test_the_content_counts_and_not_the_ending(tmp_path: Path) -> None:
    workbook, sheet = new_workbook()
    sheet.append(["name", "art"])
    workbook.save(tmp_path / "tabelle.csv")
    (read,) = read_sheets(path=tmp_path / "tabelle.csv")
    assert read.lines == (Line(1, ("name", "art")),)


def test_filled_sheets_of_a_workbook_are_read_with_dates_and_numbers_as_text(tmp_path: Path) -> None:
    workbook, sheet = new_workbook()
    sheet.title = "Sitze"
    for row in (
        ["gremium", "von", "sitze", "stimmrecht"],
        ["Runde", date(2024, 3, 1), 2, True],
        ["Runde", "März 2024", 1.5, None],
    ):
        sheet.append(row)
    workbook.create_sheet("Leer")
    workbook.create_sheet("Weitere").append(["name", "art"])
    workbook.save(tmp_path / "tabelle.xlsx")
    sitze, weitere = read_sheets(path=tmp_path / "tabelle.xlsx")
    assert sitze.name == "tabelle.xlsx (Blatt „Sitze“)"
    assert [line.cells for line in sitze.lines[1:]] == [
        ("Runde", "2024-03-01", "2", "ja"),
        ("Runde", "März 2024", "1.5", ""),
    ]
    assert weitere.lines == (Line(1, ("name", "art")),)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Die Datei ist leer."),
        (b" \n \n", "Die Datei ist leer."),
        (b";;\n;;\n", "Die Datei enthält keine Zeilen."),
        (b"%PDF-1.7 ...", "Das ist ein PDF. Bitte als CSV oder XLSX speichern."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "im alten Excel-Format"),
        (b"PK\x03\x04broken", "beschädigt oder keine Tabelle"),
        (b"name\x00art\x81\xff", "Das ist keine Texttabelle."),
        (b"\xff\xfe\x00", "Das ist keine Texttabelle."),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(UnreadableTable, match=r"tabelle\.csv: ") as refused:
        read_sheets(path=write(tmp_path, content))
    assert message in refused.value.message


def test_damaged_quotes_are_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="Anführungszeichen"):
        read_sheets(path=write(tmp_path, b'name;art\n"offen;x\n'))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="lässt sich nicht öffnen"):
        read_sheets(path=tmp_path / "nirgends.csv")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "groß.csv"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadableTable, match="zu groß"):
        read_sheets(path=path)


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bombe.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * 80_000_000)
    with pytest.raises(UnreadableTable, match="ausgepackt zu groß"):
        read_sheets(path=path)
