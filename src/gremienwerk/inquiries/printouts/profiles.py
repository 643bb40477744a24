"""Profiles of the bodies that the reporting unit leads or runs: goal and composition, a page each."""

from __future__ import annotations

from gremienwerk.core.dates import write_vague_date
from gremienwerk.documents.rendering.content.annexes import CommitteeProfile, CommitteeProfiles, ProfileSeat
from gremienwerk.inquiries.queries import AnswerRegister, RegisterRow
from gremienwerk.inquiries.queries.leadership import A_PERSON

TITLE = "Steckbriefe der selbst geleiteten oder geführten Gremien"


def committee_profiles(*, register: AnswerRegister, number: int) -> CommitteeProfiles:
    """The annex with a profile of each body of our own."""
    return CommitteeProfiles(
        number=number,
        title=TITLE,
        profiles=tuple(committee_profile(row=row, register=register) for row in register.own),
    )


def committee_profile(*, row: RegisterRow, register: AnswerRegister) -> CommitteeProfile:
    """One profile; None is printed as not recorded."""
    facts = row.facts
    seats = tuple(
        ProfileSeat(
            A_PERSON
            if seat.holder.organisation is None
            else register.organisations[seat.holder.organisation].name,
            str(seat.role.label),
            seat.seats,
            seat.voting,
        )
        for seat in facts.seats
    )
    level = f"Ebene der Besetzung: {facts.seat_level}" if facts.seat_level else ""
    return CommitteeProfile(
        name=facts.display_name,
        kind=facts.kind.name,
        level=facts.level_name or None,
        status=facts.status_text if facts.status == "dormant" else "",
        occasion=facts.occasion or None,
        goal=facts.goal or None,
        topics="; ".join(part for part in (", ".join(facts.topics), facts.focus) if part) or None,
        legal_basis=facts.mandate or None,
        founded=write_vague_date(facts.life.founded) if facts.life.founded else None,
        superordinate=row.superordinates,
        rhythm=facts.rhythm.text if facts.rhythm else None,
        composition=seats or None,
        composition_note="; ".join(part for part in (facts.participants_note, level) if part),
    )
