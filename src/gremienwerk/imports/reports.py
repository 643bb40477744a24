"""What an import did or would do, row by row, in German."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import count, join_words
from gremienwerk.imports.headings import Record

_MOST_SHOWN = 50
_MOST_ROWS_NAMED = 12


class Severity(StrEnum):
    """What a remark means for the import."""

    ERROR = "Fehler"
    DECIDE = "Bitte entscheiden"
    NOTE = "Hinweis"


class Remark(NamedTuple):
    """Something to know about one cell or row."""

    severity: Severity
    file: str
    row: int
    column: str
    text: str


class ImportRefused(UserFacingError):
    """Nothing was imported; the message lists every row that stands in the way."""


@dataclass
class Report:
    """The remarks and what was, or would be, created."""

    remarks: list[Remark] = field(default_factory=list)
    created: list[tuple[str, str]] = field(default_factory=list)
    dry_run: bool = False

    def error(self, record: Record, text: str, *, meaning: str = "") -> None:
        """Note what makes the import impossible."""
        self._remark(Severity.ERROR, record, text, meaning)

    def decide(self, record: Record, text: str, *, meaning: str = "") -> None:
        """Note what the clerk should look at and decide."""
        self._remark(Severity.DECIDE, record, text, meaning)

    def note(self, record: Record, text: str, *, meaning: str = "") -> None:
        """Note how something was read."""
        self._remark(Severity.NOTE, record, text, meaning)

    def add(self, kind: str, what: str) -> None:
        """Note a created record of a kind, for example „Gremium“."""
        self.created.append((kind, what))

    def number_of(self, kind: str) -> int:
        """How many records of the kind were created."""
        return sum(created == kind for created, _ in self.created)

    def of(self, severity: Severity) -> list[Remark]:
        """The remarks of one severity, in the order of files and rows."""
        return [remark for remark in self.remarks if remark.severity is severity]

    def refuse_errors(self) -> None:
        """End the import if there are errors.

        Raises:
            ImportRefused: with all of them.
        """
        errors = self.of(Severity.ERROR)
        if not errors:
            return
        rows = len({(error.file, error.row) for error in errors})
        told = _told(errors)
        lines = [f"  {line}" for line in told[:_MOST_SHOWN]]
        if len(told) > _MOST_SHOWN:
            lines.append(f"  … und {count(len(told) - _MOST_SHOWN, 'weiterer Fehler', 'weitere Fehler')}")
        head = f"Nichts wurde übernommen: {count(rows, 'Zeile steht', 'Zeilen stehen')} im Weg."
        raise ImportRefused("\n".join([head, *lines]))

    def text(self) -> str:
        """The whole report for a terminal."""
        head = "Probelauf, nichts ist gespeichert. Es würde angelegt:" if self.dry_run else "Angelegt:"
        lines = [head, *self._counts()]
        if self.dry_run:
            lines += [f"    {kind}: {what}" for kind, what in self.created]
        for severity in (Severity.DECIDE, Severity.NOTE):
            remarks = self.of(severity)
            if remarks:
                lines += ["", f"{severity.value}:", *(f"  {line}" for line in _told(remarks))]
        return "\n".join(lines)

    def _counts(self) -> list[str]:
        kinds = dict.fromkeys(kind for kind, _ in self.created)
        return [f"  {self.number_of(kind)} × {kind}" for kind in kinds] or ["  nichts"]

    def _remark(self, severity: Severity, record: Record, text: str, meaning: str) -> None:
        self.remarks.append(Remark(severity, record.file, record.row, record.headings.get(meaning, ""), text))


def _told(remarks: Iterable[Remark]) -> list[str]:
    """A sentence per matter: the same remark on many rows names them together, in the order of the first."""
    rows: dict[tuple[str, str, str], list[int]] = {}
    for remark in remarks:
        rows.setdefault((remark.file, remark.column, remark.text), []).append(remark.row)
    return [
        f"{file}, {_named(found)}{f', Spalte „{column}“' if column else ''}: {text}"
        for (file, column, text), found in rows.items()
    ]


def _named(rows: Iterable[int]) -> str:
    """Rows in words: "Zeile 4", "Zeilen 2–5 und 9"."""
    ordered = sorted(set(rows))
    if len(ordered) == 1:
        return f"Zeile {ordered[0]}"
    spans: list[list[int]] = []
    for row in ordered:
        if spans and row == spans[-1][-1] + 1:
            spans[-1] = [spans[-1][0], row]
        else:
            spans.append([row])
    words = ["–".join(map(str, span)) for span in spans[:_MOST_ROWS_NAMED]]
    if len(spans) <= _MOST_ROWS_NAMED:
        return f"Zeilen {join_words(words)}"
    return f"Zeilen {', '.join(words)} und weitere ({count(len(ordered), 'Zeile', 'Zeilen')})"
