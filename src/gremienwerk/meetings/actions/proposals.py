"""Dates that the rhythm of a committee proposes, kept as drafts until somebody confirms them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from gremienwerk.audit.change import change
from gremienwerk.committees.models import Committee
from gremienwerk.committees.rhythm.planning import ProposedDate, plan
from gremienwerk.committees.rhythm.storing import from_stored
from gremienwerk.committees.rules import require_change
from gremienwerk.committees.status import Life, Status, status_on
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.periods import Period
from gremienwerk.meetings.actions.life import record_meeting
from gremienwerk.meetings.models import Meeting
from gremienwerk.meetings.queries import days_taken, latest_meeting

_USUAL_LENGTH = timedelta(hours=2)


class Proposals(NamedTuple):
    """What was proposed: new drafts in the order of their days, and why nothing was, in German."""

    meetings: list[Meeting]
    message: str = ""


def propose_meetings(
    *,
    committee: Committee,
    start: date,
    until: date,
    by: Actor,
    begins: time | None = None,
    skip_school_holidays: bool | None = None,
) -> Proposals:
    """Propose meetings from ``start`` to ``until`` (both included) out of the committee's rhythm.

    Only days that the rhythm names exactly are proposed; where it is vague nothing is, for a day would be a
    guess. Public holidays are kept clear, school holidays where the wording or the caller says so. Place and
    length are those of the latest meeting. Days on which the committee has or had a meeting, also one that was
    moved away or cancelled, are left out, so proposing twice adds nothing twice.

    Args:
        committee: one that exists and whose calendar is kept here.
        start: the first day.
        until: the last day.
        by: who proposes.
        begins: time of day; None: as the rhythm says, else as at the latest meeting.
        skip_school_holidays: None: as the rhythm says.

    Raises:
        UserFacingError: if the committee's calendar is kept elsewhere, or the days are in the wrong order.
    """
    require_change(actor=by, committee=committee)
    if until < start:
        raise UserFacingError("Der letzte Tag muss nach dem ersten liegen.", field="until")
    if committee.calendar_keeper in {Committee.CalendarKeeper.OTHERS, Committee.CalendarKeeper.COUNCIL}:
        raise UserFacingError(f"Den Kalender von „{committee}“ führt eine andere Stelle.")
    latest = latest_meeting(committee=committee)
    days = _days(committee, start, until, latest, skip_school_holidays)
    if not days:
        return Proposals([], _why_none(committee))
    first = _time(begins, days[0], latest)
    if first is None:
        return Proposals([], f"Für „{committee}“ ist keine Uhrzeit bekannt; bitte eine angeben.")
    taken = days_taken(committee=committee)
    with change(by=by, body=committee.body_id, why="Aus dem Turnus vorgeschlagen"):
        made = [
            _draft(committee, day, _time(begins, day, latest) or first, latest, by)
            for day in days
            if not {day.day, day.moved_from or day.day} & taken
        ]
    return Proposals(made, "" if made else f"Alle Termine von „{committee}“ sind schon eingetragen.")


def _days(
    committee: Committee, start: date, until: date, latest: Meeting | None, skip_school_holidays: bool | None
) -> list[ProposedDate]:
    rhythm = from_stored(committee.rhythm, text=committee.rhythm_text)
    found = plan(
        rhythm,
        start=start,
        until=until,
        region=committee.body.region,
        skip_school_holidays=skip_school_holidays,
        anchor=_local(latest.starts_at, latest).date() if latest else None,
    )
    life = _life(committee)
    return [one for one in found if one.precision == "day" and status_on(life, on=one.day) is Status.ACTIVE]


def _life(committee: Committee) -> Life:
    pauses = committee.dormancies.values_list("valid_from", "valid_until")
    return Life(
        planned=committee.planned,
        founded=committee.founded,
        ended=committee.ended,
        is_planned=committee.is_planned,
        is_ended=committee.is_ended,
        dormancies=tuple(Period(start, end) for start, end in pauses),
        planned_since=committee.planned_since,
    )


def _draft(
    committee: Committee, day: ProposedDate, begins: time, latest: Meeting | None, by: Actor
) -> Meeting:
    zone = ZoneInfo(latest.timezone if latest else "Europe/Berlin")
    starts_at = datetime.combine(day.day, begins, tzinfo=zone)
    ends_at = datetime.combine(day.day, day.ends, tzinfo=zone) if day.ends and day.ends > begins else None
    if ends_at is None:
        length = latest.ends_at - latest.starts_at if latest and latest.ends_at else _USUAL_LENGTH
        ends_at = starts_at + length
    return record_meeting(
        body=committee.body,
        committees=[committee],
        starts_at=starts_at,
        ends_at=ends_at,
        timezone=str(zone),
        place=latest.place if latest else "",
        is_online=latest.is_online if latest else False,
        is_public=committee.publicness == Committee.Publicness.PUBLIC,
        note=day.note,
        state=Meeting.State.DRAFT,
        proposed_by=committee,
        proposed_for=day.moved_from or day.day,
        by=by,
    )


def _time(begins: time | None, day: ProposedDate, latest: Meeting | None) -> time | None:
    if begins is not None or day.starts is not None:
        return begins or day.starts
    return _local(latest.starts_at, latest).time() if latest else None


def _local(moment: datetime, meeting: Meeting) -> datetime:
    return moment.astimezone(ZoneInfo(meeting.timezone))


def _why_none(committee: Committee) -> str:
    if not committee.rhythm_text:
        return f"Für „{committee}“ ist kein Turnus erfasst."
    return (
        f"Der Turnus „{committee.rhythm_text}“ von „{committee}“ nennt in dieser Zeit keine Tage; "
        "es wurde nichts vorgeschlagen."
    )
