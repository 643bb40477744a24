"""Which table it is, and which of its columns says what: by the headings offices use."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from gremienwerk.core.german import fold
from gremienwerk.imports.tables import Line, Sheet, UnreadableTable

_SEARCHED_LINES = 10


class Target(StrEnum):
    """What the rows of a table become."""

    ORGANISATIONS = "organisations"
    COMMITTEES = "committees"
    MEMBERSHIPS = "memberships"


_ORGANISATIONS = {
    "name": ("name", "einheit", "organisation", "verein", "institution", "bezeichnung"),
    "short_name": ("kurz", "kurzname", "abkuerzung"),
    "kind": ("art", "typ", "kategorie", "organisationsart"),
    "unit_level": ("ebene",),
    "parent": ("uebergeordnet", "gehoert zu", "uebergeordnete einheit"),
    "relation": ("bezug", "herkunftsbezug"),
    "languages": ("sprache", "sprachen"),
    "district": ("stadtteil", "bezirk", "ortsteil"),
    "founded": ("gruendung", "gegruendet", "gruendungsjahr", "besteht seit"),
    "dissolved": ("aufgeloest", "aufloesung"),
    "street": ("strasse", "anschrift"),
    "postcode": ("plz", "postleitzahl"),
    "city": ("ort", "stadt"),
    "website": ("internet", "website", "webseite", "homepage"),
}
_COMMITTEES = {
    "name": ("name", "gremium", "bezeichnung"),
    "short_name": ("kurz", "kurzname", "abkuerzung"),
    "kind": ("typ", "art", "gremienart"),
    "level": ("ebene",),
    "lead": ("federfuehrung", "leitung"),
    "secretariat": ("geschaeftsfuehrung", "geschaeftsstelle"),
    "chair": ("vorsitz",),
    "moderation": ("moderation",),
    "members": ("beteiligte", "mitglieder", "teilnehmende", "teilnehmende institutionen"),
    "rhythm_text": ("turnus text", "turnus", "sitzungsrhythmus", "rhythmus"),
    "invitation": ("einladung", "eingeladen werden"),
    "guests": ("offen fuer gaeste", "gaeste"),
    "publicness": ("oeffentlichkeit", "sitzungen"),
    "minutes": ("protokolle", "protokoll"),
    "goal": ("ziel schwerpunkt", "ziel", "ziele", "uebergeordnetes ziel"),
    "focus": ("schwerpunkt", "schwerpunkte", "themen"),
    "occasion": ("anlass",),
    "mandate": ("rechtsgrundlage", "auftrag"),
    "status": ("status",),
    "website": ("internet", "website"),
}
_MEMBERSHIPS = {
    "committee": ("gremium",),
    "organisation": ("organisation", "institution", "mitglied", "einheit"),
    "role": ("rolle", "funktion"),
    "since": ("von", "seit", "ab", "beginn"),
    "until": ("bis", "ende"),
    "seats": ("sitze", "zahl der sitze"),
    "voting": ("stimmrecht", "stimmberechtigt"),
    "note": ("bemerkung", "hinweis", "anmerkung"),
}
_KNOWN = {
    Target.ORGANISATIONS: _ORGANISATIONS,
    Target.COMMITTEES: _COMMITTEES,
    Target.MEMBERSHIPS: _MEMBERSHIPS,
}
_NEEDED = {
    Target.ORGANISATIONS: {"name"},
    Target.COMMITTEES: {"name"},
    Target.MEMBERSHIPS: {"committee", "organisation"},
}
_OF_COMMITTEES_ONLY = {"lead", "secretariat", "chair", "members", "rhythm_text", "guests", "minutes"}


class Record(NamedTuple):
    """A row with its cells by meaning; ``others`` are cells whose heading is not known, by heading."""

    file: str
    row: int
    cells: dict[str, str]
    others: dict[str, str]
    headings: dict[str, str]

    def get(self, meaning: str) -> str:
        """The cell with this meaning, empty if the table has no such column."""
        return self.cells.get(meaning, "")


class Recognised(NamedTuple):
    """A table whose columns are understood."""

    target: Target
    file: str
    records: tuple[Record, ...]
    too_wide: tuple[int, ...]


def recognise(*, sheet: Sheet, target: Target | None = None) -> Recognised:
    """Say what a table holds.

    Args:
        sheet: the table as read.
        target: what its rows are to become; None to decide by the headings.

    Raises:
        UnreadableTable: if no row within the first ten holds headings that are enough for the target, or a
            heading occurs twice.
    """
    for number, line in enumerate(sheet.lines[:_SEARCHED_LINES]):
        chosen = target or _target_of(line)
        if chosen is None:
            continue
        meanings = _meanings(line, chosen)
        if not _NEEDED[chosen] <= set(meanings.values()):
            continue
        _refuse_doubles(sheet.name, line, meanings)
        rows = sheet.lines[number + 1 :]
        records = tuple(_record(sheet.name, line, row, meanings) for row in rows)
        too_wide = tuple(row.number for row in rows if any(row.cells[len(line.cells) :]))
        return Recognised(chosen, sheet.name, records, too_wide)
    raise UnreadableTable(
        f"{sheet.name}: Die Überschriften sind nicht zu erkennen. Gebraucht werden zum Beispiel „Name“ und "
        "„Art“ (Organisationen), „Name“ und „Federführung“ (Gremien) oder „Gremium“, „Organisation“ und „Rolle“ (Sitze)."
    )


def _target_of(line: Line) -> Target | None:
    if _NEEDED[Target.MEMBERSHIPS] <= set(_meanings(line, Target.MEMBERSHIPS).values()):
        return Target.MEMBERSHIPS
    committees = set(_meanings(line, Target.COMMITTEES).values())
    if "name" in committees and committees & _OF_COMMITTEES_ONLY:
        return Target.COMMITTEES
    organisations = set(_meanings(line, Target.ORGANISATIONS).values())
    return Target.ORGANISATIONS if "name" in organisations and len(organisations) > 1 else None


def _meanings(line: Line, target: Target) -> dict[int, str]:
    by_heading = {heading: meaning for meaning, headings in _KNOWN[target].items() for heading in headings}
    folded = [fold(cell.replace("_", " ")) for cell in line.cells]
    return {number: by_heading[heading] for number, heading in enumerate(folded) if heading in by_heading}


def _refuse_doubles(file: str, line: Line, meanings: dict[int, str]) -> None:
    for number, meaning in meanings.items():
        twin = next((n for n, m in meanings.items() if m == meaning and n < number), None)
        if twin is not None:
            raise UnreadableTable(
                f"{file}, Zeile {line.number}: Die Spalten „{line.cells[twin]}“ und „{line.cells[number]}“ sagen dasselbe. "
                "Bitte eine davon umbenennen."
            )


def _record(file: str, head: Line, row: Line, meanings: dict[int, str]) -> Record:
    cells: dict[str, str] = {}
    others: dict[str, str] = {}
    for number, cell in enumerate(row.cells[: len(head.cells)]):
        if number in meanings:
            cells[meanings[number]] = cell
        elif cell:
            heading = head.cells[number] or f"Spalte {number + 1}"
            others[heading] = f"{others[heading]}; {cell}" if heading in others else cell
    return Record(
        file, row.number, cells, others, {meaning: head.cells[n] for n, meaning in meanings.items()}
    )
