"""Profiles of the bodies that the reporting unit leads or runs: goal and composition, a page each."""

from __future__ import annotations

from collections.abc import Sequence

from gremienwerk.committees.models import Role
from gremienwerk.committees.queries import SeatFacts
from gremienwerk.core.dates import write_vague_date
from gremienwerk.core.german import sort_key
from gremienwerk.documents.rendering.content.annexes import CommitteeProfile, CommitteeProfiles, ProfileSeat
from gremienwerk.inquiries.drafting.composition import in_words_only, level_sentence
from gremienwerk.inquiries.drafting.grammar import PERSON, capital, counted, in_groups, one_sentence_each
from gremienwerk.inquiries.printouts.table import level_in_words
from gremienwerk.inquiries.queries import AnswerRegister, RegisterRow
from gremienwerk.inquiries.queries.register import RUNNING_ROLES

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
    seats = _composition(row, register)
    votes = (
        "Ein Stimmrecht ist für keinen dieser Sitze erfasst."
        if all(one.voting is None for one in seats)
        else ""
    )
    notes = (in_words_only(row=row), level_sentence(level=facts.seat_level), votes if seats else "")
    return CommitteeProfile(
        name=facts.display_name,
        kind=facts.kind.name,
        level=level_in_words(committee=facts, body=register.body),
        status=facts.status_text if facts.status == "dormant" else "",
        initiators=row.initiators or None,
        occasion=facts.occasion or None,
        goal=facts.goal or None,
        topics="; ".join(part for part in (*facts.topics, facts.focus) if part) or None,
        legal_basis=facts.mandate or None,
        founded=write_vague_date(facts.life.founded) if facts.life.founded else None,
        superordinate=row.superordinates,
        rhythm=facts.rhythm.text if facts.rhythm else None,
        composition=seats or None,
        composition_note=one_sentence_each(notes),
    )


def _composition(row: RegisterRow, register: AnswerRegister) -> tuple[ProfileSeat, ...]:
    """A line for each holder with all its roles: who leads, runs and chairs first, then in German order."""
    ours = {unit.id for unit in register.units}
    by_holder = in_groups((str(seat.holder.organisation or ""), seat) for seat in row.facts.seats)
    lines = []
    for seats in by_holder.values():
        key = seats[0].holder.organisation
        name = register.organisations[key].name if key is not None else capital(counted(len(seats), PERSON))
        roles = "; ".join(dict.fromkeys(str(seat.role.label) for seat in seats))
        heads = [seat.order for seat in seats if seat.role in RUNNING_ROLES]
        line = ProfileSeat(name, roles, _seats(seats), _voting(seats), key in ours)
        lines.append(((min(heads, default=len(Role)), sort_key(name)), line))
    return tuple(line for _order, line in sorted(lines, key=lambda one: one[0]))


def _seats(seats: Sequence[SeatFacts]) -> int:
    """Persons fill a seat each; an organisation with several roles fills the same seats in all of them."""
    if seats[0].holder.organisation is None:
        return sum(seat.seats for seat in seats)
    return max(seat.seats for seat in seats)


def _voting(seats: Sequence[SeatFacts]) -> bool | None:
    known = [seat.voting for seat in seats if seat.voting is not None]
    return any(known) if known else None
