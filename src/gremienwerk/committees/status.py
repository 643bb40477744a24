"""What a committee is on a day, derived from its dated records and nothing else (design.md, 3)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from gremienwerk.core.dates import Certainty, VagueDate, write_vague_date, write_when
from gremienwerk.core.periods import Period


class Status(StrEnum):
    """The status of a committee on a day."""

    UNKNOWN_YET = "unknown_yet"  # the day lies before anything that is recorded of it
    PLANNED = "planned"
    OVERDUE = "overdue"
    ACTIVE = "active"
    DORMANT = "dormant"
    ENDED = "ended"

    @property
    def exists(self) -> bool:
        """Whether the committee exists as such, be it dormant."""
        return self in (Status.ACTIVE, Status.DORMANT)

    @property
    def word(self) -> str:
        """The German word for the status."""
        return _WORDS[self]


_WORDS = {
    Status.UNKNOWN_YET: "noch nicht erfasst",
    Status.PLANNED: "geplant",
    Status.OVERDUE: "geplant, überfällig",
    Status.ACTIVE: "besteht",
    Status.DORMANT: "ruht",
    Status.ENDED: "beendet",
}


class Life(NamedTuple):
    """The dated records of a committee that its status follows from."""

    planned: VagueDate | None
    founded: VagueDate | None
    ended: VagueDate | None
    is_planned: bool
    is_ended: bool
    dormancies: tuple[Period, ...] = ()
    planned_since: date | None = None


def status_on(life: Life, *, on: date) -> Status:
    """The status on a day.

    A founding known only to the month counts from its first possible day, an end from its last: between them
    the committee may exist, and leaving it out would hide it. A planned committee whose latest day has passed
    without a founding is overdue, never existing; before it was first planned nothing is known of it.
    """
    if (life.is_ended and life.ended is None) or (life.ended and life.ended.passed(on=on) is Certainty.YES):
        return Status.ENDED
    if life.founded is not None and life.founded.passed(on=on) is not Certainty.NO:
        return _existing(life, on)
    if life.planned_since is not None and on < life.planned_since:
        return Status.UNKNOWN_YET
    if life.planned is not None:
        return Status.OVERDUE if life.planned.latest < on else Status.PLANNED
    if life.founded is not None:
        return Status.UNKNOWN_YET
    return Status.PLANNED if life.is_planned else _existing(life, on)


def status_certainty(life: Life, *, on: date) -> Certainty:
    """Whether the status of the day is sure or only possible."""
    uncertain = any(
        moment is not None and moment.passed(on=on) is Certainty.UNCERTAIN
        for moment in (life.founded, life.ended)
    )
    return Certainty.UNCERTAIN if uncertain else Certainty.YES


def describe_status(life: Life, *, on: date) -> str:
    """The status in a German phrase: "besteht seit Juni 2021", "geplant bis Ende 2022, überfällig"."""
    status = status_on(life, on=on)
    if status is Status.ENDED:
        return f"beendet {write_when(life.ended)}" if life.ended else "beendet"
    if status in (Status.PLANNED, Status.OVERDUE):
        due = write_when(life.planned) if life.planned else ""
        return ", ".join(
            part
            for part in (f"geplant {due}".strip(), "überfällig" if status is Status.OVERDUE else "")
            if part
        )
    since = f" seit {write_vague_date(life.founded)}" if life.founded else ""
    if status is Status.DORMANT:
        return "ruht" + (f", gegründet {write_when(life.founded)}" if life.founded else "")
    return f"{status.word}{since}" if status is Status.ACTIVE else status.word


def _existing(life: Life, on: date) -> Status:
    return Status.DORMANT if any(pause.holds(on=on) for pause in life.dormancies) else Status.ACTIVE
