"""What stands in the cells of the annex tables, the same for PDF, Word and spreadsheet."""

from typing import NamedTuple

from gremienwerk.core.german import format_date
from gremienwerk.documents.rendering.content.annexes import CommitteeRow, DirectoryEntry, Seat
from gremienwerk.documents.rendering.content.text import NOT_RECORDED


class CellLine(NamedTuple):
    """A line in a cell: an optional label before the text; `text` None says that it is not recorded."""

    text: str | None
    label: str = ""
    strong: bool = False


Cell = tuple[CellLine, ...]

COMMITTEE_HEADER = (
    "Gremium",
    "Unsere Beteiligung, Initiative, Federführung",
    "Teilnehmende Institutionen",
    "Turnus",
    "Einladung",
    "Gäste und Protokolle",
    "Themen und Ziel",
)
DIRECTORY_HEADER = ("Organisation", "Kontakt", "Sprachen", "Themen", "Bestätigt am")
# The group of participants that stands for persons and holds their number, not their names.
PERSONS = "Einzelpersonen"
LEAD = "Federführung"


def committee_cells(*, row: CommitteeRow, without_meetings: bool = False) -> tuple[Cell, ...]:
    """The seven cells of a committee, in the order of `COMMITTEE_HEADER`.

    `without_meetings`: the table says once for all that no meetings are recorded.
    """
    return (
        _name(row),
        _involvement(row),
        _participants(row),
        _rhythm(row, without_meetings),
        (
            CellLine(row.invited, "Eingeladen"),
            CellLine(row.invitation_channel, "Weg"),
            CellLine(row.invitation_lead_time, "Frist"),
            CellLine(row.invited_by, "Einladende"),
        ),
        _openness(row),
        (CellLine(row.topics, "Themen"), CellLine(row.goal, "Ziel")),
    )


def seat_text(seat: Seat) -> str:
    """A seat in words: "Jugendamt (Federführung)"."""
    return f"{seat.holder} ({seat.role})" if seat.role else seat.holder


def _name(row: CommitteeRow) -> Cell:
    kind = CellLine(" · ".join(part for part in (row.kind or "", row.level or "") if part) or None, "")
    status = (CellLine(row.status, "Stand"),) if row.status else ()
    return (CellLine(row.name, strong=True), *status, kind if kind.text else CellLine(None, "Art und Ebene"))


def _involvement(row: CommitteeRow) -> Cell:
    if row.seats is None:
        seats: Cell = (CellLine(None, "Beteiligung"),)
    else:
        seats = tuple(CellLine(seat_text(seat)) for seat in row.seats) or (CellLine("keine", "Beteiligung"),)
    leads = () if _leads_itself(row) else (_listed(row.leads, LEAD),)
    return (*seats, _listed(row.initiators, "Initiative"), *leads)


def _leads_itself(row: CommitteeRow) -> bool:
    """Whether the seats already say of every leader that it leads."""
    leading = {seat.holder for seat in row.seats or () if LEAD in seat.role.split("; ")}
    return bool(row.leads) and leading.issuperset(row.leads or ())


def _participants(row: CommitteeRow) -> Cell:
    note = (CellLine(row.participants_note),) if row.participants_note else ()
    if row.participants is None:
        return note or (CellLine(None),)
    return (*(CellLine("; ".join(group.names), group.kind) for group in row.participants), *note) or (
        CellLine("keine"),
    )


def _rhythm(row: CommitteeRow, without_meetings: bool) -> Cell:
    held = None if row.meetings_last_year is None else str(row.meetings_last_year)
    if held is None and is_planned(row=row):
        held = "noch keine"
    elif without_meetings:
        return (CellLine(row.rhythm),)
    return (CellLine(row.rhythm), CellLine(held, "Sitzungen in den letzten 12 Monaten"))


def is_planned(*, row: CommitteeRow) -> bool:
    """Whether the committee does not exist yet; only its printed status says so here."""
    return row.status.startswith("geplant")


def _openness(row: CommitteeRow) -> Cell:
    address = (CellLine(row.minutes_address, "Fundort"),) if row.minutes_address else ()
    return (
        CellLine(row.guests, "Gäste"),
        CellLine(row.publicness, "Sitzungen"),
        CellLine(row.minutes, "Protokolle"),
        *address,
    )


def _listed(names: tuple[str, ...] | None, label: str) -> CellLine:
    return CellLine(None if names is None else "; ".join(names) or "keine", label)


def directory_cells(*, entry: DirectoryEntry) -> tuple[Cell, ...]:
    """The five cells of an organisation, in the order of `DIRECTORY_HEADER`."""
    description = (CellLine(entry.description),) if entry.description else ()
    district = (CellLine(entry.district, "Stadtteil"),) if entry.district else ()
    addresses = tuple(CellLine(line) for line in (*entry.contact, entry.email, entry.website) if line)
    return (
        (CellLine(entry.name, strong=True), *description, *district),
        addresses or (CellLine(None),),
        (_listed(entry.languages, ""),),
        (_listed(entry.topics, ""),),
        (CellLine(format_date(entry.confirmed_on) if entry.confirmed_on else None),),
    )


def plain(*, cell: Cell) -> str:
    """A cell as plain text, a line each."""
    return "\n".join(
        (f"{line.label}: " if line.label else "") + (NOT_RECORDED if line.text is None else line.text)
        for line in cell
    )
