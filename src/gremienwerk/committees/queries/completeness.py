"""Which facts for questions 1 to 6 are missing for a committee."""

from __future__ import annotations

from typing import NamedTuple

from gremienwerk.committees.models import Role
from gremienwerk.committees.queries.facts import CommitteeFacts
from gremienwerk.committees.queries.seats import LEADING
from gremienwerk.committees.status import Status

QUESTIONS = 6


class Missing(NamedTuple):
    """A fact that is missing: the number of the question it belongs to, what it is, and the form field it goes to."""

    question: int
    what: str
    field: str


class Completeness(NamedTuple):
    """What is missing for one committee, and how many of the six questions can be answered in full."""

    committee: CommitteeFacts
    missing: tuple[Missing, ...]

    @property
    def is_counted(self) -> bool:
        """Whether a count of six says anything: of a planned committee most questions are still to be decided."""
        return self.committee.status not in (Status.PLANNED, Status.OVERDUE)

    @property
    def answered(self) -> int:
        """How many of the six questions have all their facts."""
        return QUESTIONS - len({missing.question for missing in self.missing})

    @property
    def percent(self) -> int:
        """Share of answered questions in whole percent."""
        return round(100 * self.answered / QUESTIONS)


def completeness_of(*, committee: CommitteeFacts) -> Completeness:
    """What is missing for questions 1 to 6 of a committee on the day its facts were read for.

    A planned committee cannot lack what only an existing one has: of it the goal and who leads are expected.
    """
    lacking = [missing for missing, known in _facts_needed(committee) if not known]
    if committee.status in (Status.PLANNED, Status.OVERDUE):
        lacking = [missing for missing in lacking if missing.field in {"lead", "goal", "name"}]
        if not committee.name:
            lacking.insert(0, Missing(1, "Name", "name"))
    return Completeness(committee, tuple(lacking))


def _facts_needed(committee: CommitteeFacts) -> list[tuple[Missing, bool]]:
    holders = [seat for seat in committee.seats if seat.role in LEADING]
    others = [seat for seat in committee.seats if seat.role is not Role.GUEST]
    return [
        (Missing(1, "Federführung, Geschäftsführung oder Vorsitz", "lead"), bool(holders)),
        (Missing(1, "Initiative", "initiator"), bool(committee.initiators)),
        (
            Missing(2, "teilnehmende Institutionen", "members"),
            len(others) > 1 or bool(committee.participants_note),
        ),
        (Missing(3, "Turnus", "rhythm_text"), committee.rhythm is not None),
        (
            Missing(4, "Einladungskreis", "invitation_circle"),
            bool(committee.invitation_circle or committee.invitation_note),
        ),
        (Missing(4, "Einladungsweg", "invitation_channels"), bool(committee.invitation_channels)),
        (Missing(5, "Öffentlichkeit der Sitzungen", "publicness"), bool(committee.publicness)),
        (Missing(5, "Zulassung von Gästen", "guests"), bool(committee.guests)),
        (Missing(5, "Zugang zum Protokoll", "minutes"), bool(committee.minutes)),
        (Missing(6, "inhaltliche Schwerpunkte", "topics"), bool(committee.topics or committee.focus)),
        (Missing(6, "übergeordnetes Ziel", "goal"), bool(committee.goal)),
    ]
