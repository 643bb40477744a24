"""Reading CSV and XLSX files into plain tables of text, or one clear refusal."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

from python_calamine import CalamineError, CalamineWorkbook

from gremienwerk.core.errors import UserFacingError

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_ROWS = 100_000
_DELIMITERS = ";,\t"
_SPREADSHEETS = (b"PK\x03\x04",)
_OTHER_KINDS = {
    b"%PDF": "ein PDF",
    b"\xd0\xcf\x11\xe0": "eine Datei im alten Excel-Format (.xls)",
    b"{\\rtf": "ein RTF-Text",
}


class UnreadableTable(UserFacingError):
    """The file cannot be read as a table."""


class Line(NamedTuple):
    """One row as it stands in the file: its number as a spreadsheet counts it (the first row is 1), its cells."""

    number: int
    cells: tuple[str, ...]


class Sheet(NamedTuple):
    """A table as it stands in a file; ``name`` is how messages call it."""

    name: str
    lines: tuple[Line, ...]


def read_sheets(*, path: Path) -> list[Sheet]:
    """Read a CSV file, or every filled sheet of an XLSX file.

    Args:
        path: the file. What it is follows from its content, not from its ending.

    Returns:
        The sheets in the order of the file; a CSV file has one. Empty rows are left out, cells are stripped.

    Raises:
        UnreadableTable: if the file is missing, too large, empty, or no table; the message is German.
    """
    content = _content(path)
    if content.startswith(_SPREADSHEETS):
        sheets = list(_workbook(content, path.name))
    else:
        sheets = [
            Sheet(path.name, tuple(_filled(_csv_rows(_decoded(content, path.name), path.name), path.name)))
        ]
    filled = [sheet for sheet in sheets if sheet.lines]
    if not filled:
        raise UnreadableTable(f"{path.name}: Die Datei enthält keine Zeilen.")
    return filled


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableTable(
                f"{path.name}: Die Datei ist mit {size // 1024 // 1024} MB zu groß; "
                f"gelesen werden Tabellen bis {MAX_BYTES // 1024 // 1024} MB."
            )
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableTable(
            f"{path.name}: Die Datei lässt sich nicht öffnen. Bitte den Pfad prüfen."
        ) from error
    if not content.strip():
        raise UnreadableTable(f"{path.name}: Die Datei ist leer.")
    for start, kind in _OTHER_KINDS.items():
        if content.startswith(start):
            raise UnreadableTable(f"{path.name}: Das ist {kind}. Bitte als CSV oder XLSX speichern.")
    return content


def _decoded(content: bytes, name: str) -> str:
    """Decode by byte order mark, then as UTF-8, then as Windows-1252 (what older office programs write)."""
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text
    raise UnreadableTable(
        f"{name}: Das ist keine Texttabelle. Gelesen werden CSV (UTF-8 oder Windows-1252) und XLSX."
    )


def _csv_rows(text: str, name: str) -> list[list[str]]:
    attempts: list[list[list[str]]] = []
    problem: csv.Error | None = None
    for delimiter in _DELIMITERS:
        try:
            attempts.append(list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)))
        except csv.Error as error:
            problem = error
    if not attempts:
        raise UnreadableTable(
            f"{name}: Die Anführungszeichen oder Zellen der Datei sind beschädigt ({problem}). "
            "Bitte neu als CSV speichern."
        )
    return max(attempts, key=_regularity)


def _regularity(rows: list[list[str]]) -> tuple[float, int]:
    """How far a delimiter makes a table of the text: the share of rows as wide as the widest heading, and its width."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return 2.0, 0  # nothing but delimiters: there is nothing to read, and that is said
    width = len(filled[0])
    if width < 2:
        return 0.0, width
    return sum(len(row) == width for row in filled) / len(filled), width


def _workbook(content: bytes, name: str) -> Iterator[Sheet]:
    broken = UnreadableTable(
        f"{name}: Die Datei ist beschädigt oder keine Tabelle. Bitte neu als XLSX speichern."
    )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MAX_UNPACKED_BYTES:
            raise UnreadableTable(f"{name}: Die Datei ist ausgepackt zu groß für eine Tabelle.")
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [
            (title, workbook.get_sheet_by_name(title).to_python(skip_empty_area=False))
            for title in workbook.sheet_names
        ]
    except (CalamineError, zipfile.BadZipFile, ValueError) as error:
        raise broken from error
    for title, rows in sheets:
        label = name if len(sheets) == 1 else f"{name} (Blatt „{title}“)"
        yield Sheet(label, tuple(_filled(([_plain(cell) for cell in row] for row in rows), label)))


def _filled(rows: Iterable[list[str]], name: str) -> Iterator[Line]:
    for number, row in enumerate(rows, 1):
        if number > MAX_ROWS:
            raise UnreadableTable(f"{name}: Mehr als {MAX_ROWS} Zeilen. Bitte die Tabelle teilen.")
        cells = tuple(" ".join(cell.split()) for cell in row)
        if any(cells):
            yield Line(number, cells)


def _plain(cell: object) -> str:
    if isinstance(cell, bool):
        return "ja" if cell else "nein"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, datetime):
        return (
            cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="minutes")
        )
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
