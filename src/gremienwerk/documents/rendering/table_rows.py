"""The rows of the annex tables as printed: what is said once is not repeated, and no row is higher than a page."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from gremienwerk.core.german import count
from gremienwerk.documents.rendering import cells
from gremienwerk.documents.rendering.cells import CellLine
from gremienwerk.documents.rendering.content.annexes import (
    Annex,
    CommitteeProfiles,
    CommitteeRow,
    CommitteeTable,
    DirectoryList,
)
from gremienwerk.documents.rendering.row_height import Row, cut, is_long

_PARTICIPANTS = cells.COMMITTEE_HEADER.index("Teilnehmende Institutionen")


@dataclass(frozen=True, slots=True)
class _Profiled:
    """Where the members of our own committees are named as well: annex and names, by committee."""

    annex: int = 0
    members: dict[str, frozenset[str]] = field(default_factory=dict)


def committee_rows(
    *, table: CommitteeTable, annexes: Iterable[Annex], widths: tuple[int, ...]
) -> list[tuple[str, list[Row]]]:
    """Title and rows of each part of the table that has any; `widths` of the columns in millimetres.

    A list of participants that makes a row higher than a page is given as numbers where a profile among the
    `annexes` names them all. Other such rows go on in a further row with the committee's name.
    """
    profiled = _profiled(annexes)
    without_meetings = says_meetings_once(table=table)
    sections = []
    for section in table.sections:
        rows = []
        for one in section.rows:
            row = cells.committee_cells(row=one, without_meetings=without_meetings)
            if is_long(row=row, widths=widths) and _names(one) <= profiled.members.get(one.name, frozenset()):
                row = (*row[:_PARTICIPANTS], _numbers(one, profiled.annex), *row[_PARTICIPANTS + 1 :])
            rows += cut(row=row, widths=widths)
        if rows:
            sections.append((section.title, rows))
    return sections


def directory_rows(*, directory: DirectoryList, widths: tuple[int, ...]) -> list[Row]:
    """The rows of the list of organisations; `widths` of the columns in millimetres."""
    return [
        piece
        for entry in directory.entries
        for piece in cut(row=cells.directory_cells(entry=entry), widths=widths)
    ]


def says_meetings_once(*, table: CommitteeTable) -> bool:
    """Whether the table's note already says for all committees that no meetings are recorded."""
    rows = [row for section in table.sections for row in section.rows]
    return "Sitzungen" in table.note and all(row.meetings_last_year is None for row in rows)


def _profiled(annexes: Iterable[Annex]) -> _Profiled:
    for annex in annexes:
        if isinstance(annex, CommitteeProfiles):
            members = {
                profile.name: frozenset(seat.organisation for seat in profile.composition or ())
                for profile in annex.profiles
            }
            return _Profiled(annex.number, members)
    return _Profiled()


def _names(row: CommitteeRow) -> frozenset[str]:
    """Names that must be found in the profile; the number of persons is named by the table itself."""
    groups = row.participants or ()
    return frozenset(name for group in groups if group.kind != cells.PERSONS for name in group.names)


def _numbers(row: CommitteeRow, annex: int) -> cells.Cell:
    groups = row.participants or ()
    named = [group for group in groups if group.kind != cells.PERSONS]
    number = sum(len(group.names) for group in named)
    words = f"{count(number, 'Institution', 'Institutionen')}, siehe Steckbrief in Anlage\u00a0{annex}"
    lines = [CellLine(words), *(CellLine(str(len(group.names)), group.kind) for group in named)]
    lines += [CellLine("; ".join(group.names), group.kind) for group in groups if group.kind == cells.PERSONS]
    lines += [CellLine(row.participants_note)] if row.participants_note else []
    return tuple(lines)
