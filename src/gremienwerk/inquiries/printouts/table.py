"""The committee table: one row per committee, in the parts of the answer, columns as questions 1 to 6 ask."""

from __future__ import annotations

from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import Committee, Level
from gremienwerk.committees.queries import CommitteeFacts
from gremienwerk.core.dates import write_when
from gremienwerk.core.german import format_date, join_words
from gremienwerk.documents.rendering.content.annexes import (
    CommitteeRow,
    CommitteeSection,
    CommitteeTable,
    InstitutionGroup,
    Seat,
)
from gremienwerk.inquiries.drafting.grammar import (
    COMMITTEE,
    PERSON,
    Wording,
    capital,
    counted,
    in_groups,
    verb,
    worded,
)
from gremienwerk.inquiries.drafting.institutions import kind_of
from gremienwerk.inquiries.drafting.units import unit_name
from gremienwerk.inquiries.queries import AnswerRegister, PartKind, RegisterRow

TITLE = "Gremientabelle"


def committee_table(*, register: AnswerRegister, number: int) -> CommitteeTable:
    """The annex with all committees of the answer, the planned ones last."""
    return CommitteeTable(
        number=number,
        title=TITLE,
        note=_note(register),
        sections=tuple(
            CommitteeSection(
                section_title(register, part.kind),
                tuple(committee_row(row=row, body=register.body) for row in part.rows),
            )
            for part in register.parts
        ),
    )


def section_title(register: AnswerRegister, kind: PartKind) -> str:
    """The heading of a part of the table."""
    partners = worded(Wording.PARTNERS_DATIVE, body=register.body)
    return {
        PartKind.STATE: "Teilnahme: geleitet von Land oder Bund",
        PartKind.DEPARTMENTS: "Teilnahme: geleitet von anderen Bereichen der Verwaltung",
        PartKind.PARTNERS: f"Teilnahme: geleitet von {partners}",
        PartKind.NOT_RECORDED: "Teilnahme: Leitung nicht erfasst",
        PartKind.OWN: "Selbst geleitete oder geführte Gremien",
        PartKind.PLANNED: "Geplante Gremien",
    }[kind]


def committee_row(*, row: RegisterRow, body: Body) -> CommitteeRow:
    """One committee in the words of its body; whatever is not recorded is None and printed as such."""
    facts = row.facts
    planned = row.is_planned
    return CommitteeRow(
        name=facts.name or f"{facts.kind.name} (noch ohne Namen)",
        kind=facts.kind.name,
        level=level_in_words(committee=facts, body=body),
        status=_status(row),
        seats=tuple(Seat(name, "; ".join(roles)) for name, roles in _own_roles(row).items()) or None,
        initiators=row.initiators or None,
        leads=row.leads or None,
        participants=_participants(row),
        participants_note=facts.participants_note,
        rhythm=facts.rhythm.text if facts.rhythm else None,
        meetings_last_year=None if planned else row.held,
        invited=_invited(row),
        invitation_channel=join_words(str(Committee.CHANNELS.get(way, way)) for way in facts.invitation_channels) or None,
        invitation_lead_time=_lead_time(facts.invitation_lead_days),
        invited_by=facts.invited_by or None,
        guests=_guests(row),
        publicness=str(Committee.Publicness(facts.publicness).label) if facts.publicness else None,
        minutes=_minutes(row),
        minutes_address=facts.minutes_url or (None if facts.minutes in ("", "public") else ""),
        topics="; ".join(part for part in (*facts.topics, facts.focus) if part) or None,
        goal=facts.goal or None,
    )  # fmt: skip


def _note(register: AnswerRegister) -> str:
    existing, planned = len(register.existing), len(register.planned)
    unit = unit_name(register.unit.name)
    words = f"{capital(counted(existing, COMMITTEE))}, in {verb(existing, 'dem', 'denen')} {unit.nominative} am {format_date(register.on)} mit eigenen Einheiten vertreten ist"
    overdue = sum(row.is_overdue for row in register.planned)
    more = [f"{counted(planned - overdue, COMMITTEE)} in Planung"] if planned > overdue else []
    if overdue:
        due = f"{verb(overdue, 'das', 'die')} inzwischen bestehen {verb(overdue, 'sollte', 'sollten')}"
        more.append(f"{counted(overdue, COMMITTEE)}, {due}, ohne dass eine Gründung erfasst ist")
    listed = f"; dazu {join_words(more)}" if more else ""
    held = any(row.held is not None for row in register.existing)
    meetings = (
        ""
        if held or not existing
        else " Sitzungen der letzten zwölf Monate sind für keines dieser Gremien erfasst."
    )
    return f"{words}{listed}. Was nicht erfasst ist, ist so gekennzeichnet.{meetings}"


def level_in_words(*, committee: CommitteeFacts, body: Body) -> str | None:
    """For which area it works; a town or municipality says which of both it is, others cannot."""
    if committee.level != Level.MUNICIPAL:
        return committee.level_name or None
    names = (body.office, body.name)
    if body.kind == Body.Kind.CITY or any(name.startswith("Stadt ") for name in names):
        return "Stadt"
    return "Gemeinde" if body.kind == Body.Kind.MUNICIPALITY else committee.level_name


def _status(row: RegisterRow) -> str:
    life = row.facts.life
    if row.is_overdue and life.planned:
        return f"geplant, überfällig: sollte {write_when(life.planned)} gegründet werden"
    if row.is_planned or row.facts.status == "dormant":
        return row.facts.status_text
    return ""


def _own_roles(row: RegisterRow) -> dict[str, list[str]]:
    return in_groups(
        (seat.unit.name, str(seat.role.label) + ("" if seat.sure else ", Zeitraum nicht taggenau erfasst"))
        for seat in row.own_seats
    )


def _participants(row: RegisterRow) -> tuple[InstitutionGroup, ...] | None:
    groups = in_groups((kind_of(one)[1], one.name) for one in row.participants)
    found = [InstitutionGroup(kind, tuple(names)) for kind, names in groups.items()]
    if row.persons:
        found.append(InstitutionGroup("Einzelpersonen", (counted(row.persons, PERSON),)))
    return tuple(found) or (() if row.facts.participants_note else None)


def _invited(row: RegisterRow) -> str | None:
    circle = row.facts.invitation_circle
    label = str(Committee.Circle(circle).label) if circle else ""
    return "; ".join(part for part in (label, row.facts.invitation_note) if part) or None


def _lead_time(days: int | None) -> str | None:
    if days is None:
        return None
    return "1 Tag vorher" if days == 1 else f"{days} Tage vorher"


def _guests(row: RegisterRow) -> str | None:
    facts = row.facts
    guests = {"yes": "willkommen", "on_request": "auf Anfrage", "no": "nicht zugelassen"}
    how = facts.guests_how if facts.guests in ("yes", "on_request") else ""
    parts = [guests.get(facts.guests, ""), how]
    return "; ".join(part for part in parts if part) or None


def _minutes(row: RegisterRow) -> str | None:
    facts = row.facts
    if not facts.minutes:
        return None
    label = str(Committee.Minutes(facts.minutes).label)
    return "; ".join(part for part in (label, facts.minutes_reason) if part)
