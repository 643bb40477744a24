"""Rows about committees into committees and seats that the import will write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from gremienwerk.bodies.models import CommitteeKind
from gremienwerk.committees.models import Committee, CommitteeName, Membership, Role
from gremienwerk.core.dates import VagueDate
from gremienwerk.core.german import fold
from gremienwerk.imports.headings import Record
from gremienwerk.imports.kinds import is_own_unit, kinds_by_name
from gremienwerk.imports.lengths import check_lengths
from gremienwerk.imports.names import NameIndex, OrganisationEntry, quoted_spellings
from gremienwerk.imports.openness import read_guests, read_invitation, read_minutes
from gremienwerk.imports.organisation_rows import keep_text
from gremienwerk.imports.participants import Participant, Reading, read_participant
from gremienwerk.imports.reports import Report
from gremienwerk.imports.statuses import StatusReading, read_status
from gremienwerk.imports.words import LEVELS
from gremienwerk.organisations.models import Organisation

_UNNAMED = re.compile(
    r"\((?:noch )?(?:ohne Namen?|unbenannt|namenlos|N\. ?N\.)\)|^(?:N\. ?N\.|unbenannt)$", re.IGNORECASE
)
_NO_COMMITTEE = re.compile(r"aktionstag|fest\b|veranstaltung|aktionswoche", re.IGNORECASE)
_ROLES = {
    "lead": Role.LEAD,
    "secretariat": Role.SECRETARIAT,
    "chair": Role.CHAIR,
    "moderation": Role.MODERATION,
    "members": Role.MEMBER,
}
_PLAIN = {
    "short_name": "short_name",
    "rhythm_text": "rhythm_text",
    "goal": "goal",
    "focus": "focus",
    "occasion": "occasion",
    "mandate": "mandate",
}


@dataclass
class PlannedSeat:
    """A seat that the import will give."""

    holder: OrganisationEntry
    role: Role
    since: VagueDate | None = None
    until: VagueDate | None = None
    seats: int = 1
    voting: bool | None = None
    note: str = ""


@dataclass
class PlannedCommittee:
    """A committee of the register, or one that the import will found; ``record`` is set once it exists."""

    name: str
    kind: str = ""
    status: StatusReading = field(default_factory=StatusReading)
    fields: dict[str, Any] = field(default_factory=dict)
    aliases: list[str] = field(default_factory=list)
    seats: list[PlannedSeat] = field(default_factory=list)
    record: Committee | None = None
    is_new: bool = True


@dataclass
class Surroundings:
    """What rows of committees refer to."""

    index: NameIndex
    root: OrganisationEntry
    report: Report
    new_organisations: list[OrganisationEntry]
    committees: dict[str, PlannedCommittee]
    #: remarks of the planned committees without a name that the register already holds
    unnamed: frozenset[str] = frozenset()


def plan_committees(*, records: Sequence[Record], around: Surroundings) -> list[PlannedCommittee]:
    """Read the rows of one table of committees.

    Organisations that take part and are not known yet are added to ``around``; words for many become the
    committee's text about participants.
    """
    names = frozenset(fold(record.get("name")) for record in records if record.get("name")) | frozenset(
        around.committees
    )
    planned = [(record, made) for record in records if (made := _committee(record, names, around))]
    _suspect_former_names(planned, around.report)
    return [committee for _, committee in planned]


def _committee(record: Record, names: frozenset[str], around: Surroundings) -> PlannedCommittee | None:
    text, report = record.get("name"), around.report
    status = read_status(record.get("status"))
    unnamed = not text or bool(_UNNAMED.search(text))
    if unnamed and not status.is_planned:
        report.error(
            record, "Der Name fehlt. Nur geplante Gremien dürfen noch namenlos sein.", meaning="name"
        )
        return None
    name = "" if unnamed else text
    twin = around.committees.get(fold(name)) if name else None
    if twin is not None and not twin.is_new:
        report.note(record, f"„{name}“ steht schon im Register und bleibt, wie es ist.", meaning="name")
        return None
    if twin is not None:
        report.decide(
            record, f"„{name}“ steht zweimal in den Tabellen; beide werden angelegt.", meaning="name"
        )
    made = PlannedCommittee(name=name, kind=_kind(record.get("kind")), status=status)
    made.aliases = quoted_spellings(remark=" ".join(record.others.values()), name=name) if name else []
    texts = _describe(record, made)
    made.fields["note"] = keep_text(record, f"Name im Wortlaut: {text}" if unnamed and text else "", *texts)
    if unnamed and made.fields["note"] in around.unnamed:
        report.note(record, "Dieses geplante Gremium ohne Namen steht schon im Register.", meaning="name")
        return None
    made.fields["participants_note"] = "; ".join(_fill_seats(record, made, names, around))
    check_lengths(model=Committee, values={"name": name, **made.fields}, record=record, report=report)
    check_lengths(model=CommitteeKind, values={"name": made.kind}, record=record, report=report)
    for alias in made.aliases:
        check_lengths(model=CommitteeName, values={"name": alias}, record=record, report=report)
    _remark_on(record, made, report)
    if name:
        around.committees.setdefault(fold(name), made)
    return made


def _kind(text: str) -> str:
    """The kind without what is said about it: „Ratsausschuss (anstelle …)“, „Integrationsrat nach § 27 …“."""
    return re.split(r"\s*\(|\s+nach\s+§|\s+gemäß\s", text)[0].strip()


def _describe(record: Record, made: PlannedCommittee) -> list[str]:
    """Fill the plain fields; what fits into none is returned as text for the remark."""
    fields = made.fields
    fields |= {field: record.get(meaning) for meaning, field in _PLAIN.items() if record.get(meaning)}
    level = LEVELS.get(fold(record.get("level")))
    if level is not None:
        fields["level"] = level
    if re.match(r"https?://\S+$", record.get("website")):
        fields["website"] = record.get("website")
    kept = []
    for meaning, reader in (
        ("invitation", read_invitation),
        ("publicness", read_guests),
        ("guests", read_guests),
        ("minutes", read_minutes),
    ):
        if record.get(meaning):
            fields |= {
                name: value for name, value in reader(record.get(meaning)).items() if not fields.get(name)
            }
    if record.get("kind") != made.kind:
        kept.append(f"Art im Wortlaut: {record.get('kind')}")
    if made.status.unread or made.status.explanations:
        kept.append(f"Status im Wortlaut: {record.get('status')}")
    homeless = [m for m in ("level", "website") if record.get(m) and m not in fields]
    return [*kept, *(f"{record.headings[meaning]}: {record.get(meaning)}" for meaning in homeless)]


def _fill_seats(
    record: Record, made: PlannedCommittee, names: frozenset[str], around: Surroundings
) -> list[str]:
    """Give the seats that the cells name; words for many are returned as text."""
    texts: list[str] = []
    if made.status.city_member_since is not None:
        made.seats.append(PlannedSeat(around.root, Role.MEMBER, since=made.status.city_member_since))
        around.report.note(
            record, f"„{record.get('status')}“: Sitz von „{around.root.name}“", meaning="status"
        )
    for meaning, role in _ROLES.items():
        for part in (part.strip() for part in record.get(meaning).split("|")):
            if not part:
                continue
            participant = read_participant(text=part, index=around.index, committees=names)
            _tell(record, participant, meaning, around.report)
            if participant.reading is Reading.COLLECTIVE:
                texts.append(part if role is Role.MEMBER else f"{role.label}: {part}")
            else:
                _seat(record, made, participant, role, around)
    return texts


def _seat(
    record: Record, made: PlannedCommittee, participant: Participant, role: Role, around: Surroundings
) -> None:
    holder = participant.entry or _found(record, participant, around)
    if any(seat.holder is holder and seat.role is role for seat in made.seats):
        around.report.note(
            record, f"„{participant.text}“ hat hier schon einen Sitz ({role.label}); einmal übernommen."
        )
        return
    if role is Role.CHAIR and any(seat.role is Role.CHAIR for seat in made.seats):
        around.report.error(
            record, "Mehrere Organisationen haben den Vorsitz; möglich ist eine.", meaning="chair"
        )
        return
    check_lengths(model=Membership, values={"note": participant.remark}, record=record, report=around.report)
    made.seats.append(PlannedSeat(holder, role, note=participant.remark))


def _found(record: Record, participant: Participant, around: Surroundings) -> OrganisationEntry:
    own = is_own_unit(participant.name)
    entry = OrganisationEntry(
        name=participant.name,
        kinds=kinds_by_name(participant.name),
        parent=around.root if own else None,
        note=f"Angelegt beim Einlesen von {record.file}, Zeile {record.row}.",
    )
    if own:
        around.report.decide(
            record,
            f"„{entry.name}“ klingt nach einer eigenen Einheit und wird unter „{around.root.name}“ eingeordnet; "
            "bitte prüfen, wohin sie gehört.",
        )
    check_lengths(model=Organisation, values={"name": entry.name}, record=record, report=around.report)
    around.index.add(entry)
    around.new_organisations.append(entry)
    return entry


def _tell(record: Record, participant: Participant, meaning: str, report: Report) -> None:
    if participant.reading is Reading.KNOWN:
        if participant.entry is not None and participant.entry.name != participant.text:
            report.note(record, f"„{participant.text}“ {participant.reason}", meaning=meaning)
        return
    verb = "bleibt Text" if participant.reading is Reading.COLLECTIVE else "wird als Organisation angelegt"
    report.note(record, f"„{participant.text}“ {verb}: {participant.reason}", meaning=meaning)


def _remark_on(record: Record, made: PlannedCommittee, report: Report) -> None:
    for clause in made.status.unread:
        report.note(
            record,
            f"„{clause}“ sagt kein Datum der Gründung oder des Endes und steht in der Bemerkung.",
            meaning="status",
        )
    for explanation in made.status.explanations:
        report.note(record, explanation, meaning="status")
    if not made.name:
        report.decide(
            record,
            "Ein geplantes Gremium ohne Namen; bitte den Namen nachtragen, sobald er feststeht.",
            meaning="name",
        )
    if _NO_COMMITTEE.search(made.kind):
        report.decide(
            record,
            f"„{made.kind}“ klingt nach einer Veranstaltung, nicht nach einem Gremium; trotzdem angelegt.",
            meaning="kind",
        )


def _suspect_former_names(planned: list[tuple[Record, PlannedCommittee]], report: Report) -> None:
    for record, made in planned:
        for mentioned in made.status.other_names:
            wanted = fold(mentioned)
            for other, twin in planned:
                name = fold(twin.name)
                if twin is not made and name and wanted in (name, f"{name}s", f"{name}es"):
                    report.decide(
                        record,
                        f"„{made.name}“ und „{twin.name}“ (Zeile {other.row}) sind vielleicht Namen desselben Gremiums; "
                        "beide werden angelegt, nichts wird zusammengelegt.",
                        meaning="status",
                    )
