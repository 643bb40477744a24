"""The columns of the spreadsheets and the value each row has in them: one fact a column."""

import datetime
from typing import NamedTuple

from gremienwerk.documents.rendering.cells import seat_text
from gremienwerk.documents.rendering.content.annexes import CommitteeRow, DirectoryEntry

Value = str | int | datetime.date | None


class Column(NamedTuple):
    """A column: heading, width in characters, and whether its texts may lead somewhere."""

    heading: str
    width: float
    links: bool = False


COMMITTEE_COLUMNS = (
    Column("Teil", 13),
    Column("Gremium", 24),
    Column("Stand des Gremiums", 11),
    Column("Art", 11),
    Column("Ebene", 10),
    Column("Unsere Beteiligung", 18),
    Column("Initiative", 14),
    Column("Federführung", 16),
    Column("Teilnehmende Institutionen", 32),
    Column("Turnus", 18),
    Column("Sitzungen in den letzten 12 Monaten", 10),
    Column("Wer wird eingeladen", 15),
    Column("Weg der Einladung", 11),
    Column("Frist der Einladung", 11),
    Column("Wer lädt ein", 14),
    Column("Gäste", 14),
    Column("Sitzungen", 11),
    Column("Protokolle", 14),
    Column("Fundort der Protokolle", 16, links=True),
    Column("Themen", 22),
    Column("Ziel", 24),
)
DIRECTORY_COLUMNS = (
    Column("Organisation", 32),
    Column("Beschreibung", 36),
    Column("Kontakt", 28),
    Column("E-Mail", 26, links=True),
    Column("Internet", 28, links=True),
    Column("Stadtteil", 14),
    Column("Sprachen", 18),
    Column("Themen", 26),
    Column("Bestätigt am", 17),
)


def committee(*, section: str, row: CommitteeRow) -> tuple[Value, ...]:
    """The values of a committee, in the order of `COMMITTEE_COLUMNS`; None says that it is not recorded."""
    participants = None
    if row.participants is not None:
        lines = [f"{group.kind}: {'; '.join(group.names)}" for group in row.participants]
        participants = "\n".join(lines) or (None if row.participants_note else "keine")
    if row.participants_note:
        participants = f"{participants}\n{row.participants_note}" if participants else row.participants_note
    return (
        section,
        row.name,
        row.status or "besteht",
        row.kind,
        row.level,
        _lines(None if row.seats is None else tuple(map(seat_text, row.seats))),
        _lines(row.initiators),
        _lines(row.leads),
        participants,
        row.rhythm,
        row.meetings_last_year,
        row.invited,
        row.invitation_channel,
        row.invitation_lead_time,
        row.invited_by,
        row.guests,
        row.publicness,
        row.minutes,
        "keiner" if row.minutes_address == "" else row.minutes_address,
        row.topics,
        row.goal,
    )


def organisation(*, entry: DirectoryEntry) -> tuple[Value, ...]:
    """The values of an organisation, in the order of `DIRECTORY_COLUMNS`."""
    return (
        entry.name,
        entry.description or "keine",
        "\n".join(entry.contact) or "nicht veröffentlicht",
        entry.email or "nicht veröffentlicht",
        entry.website or None,
        entry.district,
        _lines(entry.languages),
        _lines(entry.topics),
        entry.confirmed_on,
    )


def _lines(names: tuple[str, ...] | None) -> str | None:
    return None if names is None else "\n".join(names) or "keine"
