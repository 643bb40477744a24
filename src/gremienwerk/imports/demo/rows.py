"""Rows of the demo's files: every value is read with the place it stands at, for messages that name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from gremienwerk.core.dates import Precision, UnreadableDate, VagueDate, parse_vague_date
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import fold
from gremienwerk.imports.tables import read_sheets

Value = TypeVar("Value")


class WrongRow(UserFacingError):
    """A row cannot be taken; the message names file, row and column."""


class Row(NamedTuple):
    """One row of a file, read by the German headings of its columns."""

    file: str
    number: int
    values: dict[str, str]

    def wrong(self, reason: str, *, column: str = "") -> WrongRow:
        """The error that names this row and, if given, the column."""
        place = f"{self.file}, Zeile {self.number}"
        return WrongRow(f"{place}, Spalte „{column}“: {reason}" if column else f"{place}: {reason}")

    def text(self, column: str) -> str:
        """The cell, empty if nothing stands there."""
        return self.values[column]

    def required(self, column: str) -> str:
        """The cell, which must not be empty."""
        if not self.values[column]:
            raise self.wrong("Die Angabe fehlt.", column=column)
        return self.values[column]

    def words(self, column: str) -> list[str]:
        """The parts of a cell that are separated by a bar."""
        return [part.strip() for part in self.values[column].split("|") if part.strip()]

    def vague(self, column: str) -> VagueDate | None:
        """The date as an office states it, None for an empty cell."""
        try:
            return parse_vague_date(self.values[column]) if self.values[column] else None
        except UnreadableDate as error:
            raise self.wrong(error.message, column=column) from error

    def day(self, column: str) -> date | None:
        """The exact day, None for an empty cell."""
        found = self.vague(column)
        if found is not None and found.precision is not Precision.DAY:
            raise self.wrong(f"„{self.values[column]}“ ist kein Tag.", column=column)
        return found.latest if found else None

    def after(self, column: str) -> date | None:
        """The day after the last day that the cell names: the open end of a half-open period."""
        found = self.vague(column)
        return found.latest + timedelta(days=1) if found else None

    def moment(self, column: str) -> datetime | None:
        """A moment "2026-03-12 17:00" in the city's time, None for an empty cell."""
        if not self.values[column]:
            return None
        try:
            return datetime.strptime(self.values[column], "%Y-%m-%d %H:%M").replace(
                tzinfo=ZoneInfo("Europe/Berlin")
            )
        except ValueError as error:
            raise self.wrong("Erwartet wird ein Zeitpunkt wie „2026-03-12 17:00“.", column=column) from error

    def amount(self, column: str) -> int | None:
        """A whole number, None for an empty cell."""
        if not self.values[column]:
            return None
        if not self.values[column].isdecimal():
            raise self.wrong(f"„{self.values[column]}“ ist keine ganze Zahl.", column=column)
        return int(self.values[column])

    def position(self) -> tuple[float, float]:
        """Latitude and longitude in degrees, from the columns "Breite" and "Länge"."""
        try:
            return float(self.required("Breite")), float(self.required("Länge"))
        except ValueError as error:
            raise self.wrong("Breite und Länge sind Zahlen wie 51.184.") from error

    def choice(self, column: str, choices: Mapping[str, Value]) -> Value | None:
        """One of the known words, None for an empty cell."""
        if not self.values[column]:
            return None
        return self._known(column, self.values[column], choices)

    def choices(self, column: str, choices: Mapping[str, Value]) -> list[Value]:
        """Several of the known words."""
        return [self._known(column, word, choices) for word in self.words(column)]

    def look_up(self, column: str, known: Mapping[str, Value]) -> Value | None:
        """The record with the key in the cell, None for an empty cell."""
        if not self.values[column]:
            return None
        return self.look_up_required(column, known)

    def look_up_required(self, column: str, known: Mapping[str, Value]) -> Value:
        """The record with the key in the cell."""
        key = self.required(column)
        if key not in known:
            raise self.wrong(f"„{key}“ ist in den Dateien nicht beschrieben.", column=column)
        return known[key]

    @contextmanager
    def named_in_errors(self) -> Iterator[None]:
        """Let whatever an action refuses be told with this row's place."""
        try:
            yield
        except WrongRow:
            raise
        except UserFacingError as error:
            raise self.wrong(error.message) from error

    def _known(self, column: str, word: str, choices: Mapping[str, Value]) -> Value:
        if fold(word) not in choices:
            raise self.wrong(f"„{word}“ ist nicht vorgesehen.", column=column)
        return choices[fold(word)]


def read_rows(*, folder: Path, file: str, columns: tuple[str, ...]) -> list[Row]:
    """Read a file of the demo.

    Args:
        folder: where the files lie.
        file: the file's name.
        columns: the headings it must have, in this order.

    Raises:
        WrongRow: if the headings differ or a row has too many or too few cells.
        UserFacingError: if the file is missing or no table.
    """
    head, *lines = read_sheets(path=folder / file)[0].lines
    if head.cells != columns:
        raise WrongRow(f"{file}, Zeile 1: Erwartet werden die Spalten {'; '.join(columns)}.")
    rows = []
    for line in lines:
        if len(line.cells) != len(columns):
            raise WrongRow(f"{file}, Zeile {line.number}: {len(line.cells)} statt {len(columns)} Zellen.")
        rows.append(Row(file, line.number, dict(zip(columns, line.cells, strict=True))))
    return rows
