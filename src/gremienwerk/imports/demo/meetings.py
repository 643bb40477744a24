"""Meetings of the committees whose calendar the city keeps, what was changed about them, and their minutes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from dateutil.relativedelta import relativedelta

from gremienwerk.committees.models import Committee
from gremienwerk.documents.actions import store_file
from gremienwerk.documents.rendering import minutes as printed
from gremienwerk.imports.demo.register import DemoRegister
from gremienwerk.imports.demo.rows import Row
from gremienwerk.imports.words import YES_NO
from gremienwerk.meetings.actions import (
    add_minutes,
    approve_minutes,
    cancel_meeting,
    confirm_meeting,
    hold_meeting,
    move_meeting,
    propose_meetings,
    publish_minutes,
    record_meeting,
    withhold_minutes,
)
from gremienwerk.meetings.models import Meeting, Minutes
from gremienwerk.meetings.printouts import minutes_paper

_STATES = {
    "geplant": Meeting.State.SCHEDULED,
    "eingeladen": Meeting.State.INVITED,
    "stattgefunden": Meeting.State.HELD,
    "abgesagt": Meeting.State.CANCELLED,
}
_MOVED, _CANCELLED = "verlegt", "abgesagt"
_MONTHS_AHEAD = 13


def load_meetings(register: DemoRegister) -> None:
    """Load ``sitzungen.csv``, ``sitzungsaenderungen.csv`` and ``protokolle.csv``.

    A joint meeting names its committees with a bar between them; the other files name a meeting by its
    committees and the beginning that stands in ``sitzungen.csv``.
    """
    changed = {_key(row) for row in _changes(register)}
    rows = register.rows(
        "sitzungen.csv", "Gremien", "Beginn", "Ende", "Ort", "Online", "Öffentlich", "Stand", "Titel",
        "Zugang für alle", "Hinweis",
    )  # fmt: skip
    for row in rows:
        with row.named_in_errors():
            register.meetings[_key(row)] = _record(register, row, is_changed=_key(row) in changed)
    for row in _changes(register):
        with row.named_in_errors():
            _change(register, row)
    for row in rows:
        if _key(row) in changed and row.choice("Stand", _STATES) is Meeting.State.HELD:
            meeting = register.meetings[_key(row)]
            hold_meeting(meeting=meeting, at=meeting.starts_at, by=register.by)
    for row in register.rows(
        "protokolle.csv",
        "Gremien",
        "Beginn",
        "Freigegeben am",
        "Veröffentlicht am",
        "Zurückgehalten, weil",
        "Text",
    ):
        with row.named_in_errors():
            _load_minutes(register, row)


def propose_coming_meetings(register: DemoRegister) -> None:
    """Continue the calendar beyond the files' last meeting up to a good year from today.

    Only rhythms that name their days give any; the proposals are confirmed at once, so that the demo stays
    lively in later years. Does nothing where no day was given, or as long as the files reach far enough.
    """
    if register.today is None:
        return
    last = max(meeting.starts_at for meeting in register.meetings.values()).date()
    start = max(date(last.year + 1, 1, 1), register.today)
    until = register.today + relativedelta(months=_MONTHS_AHEAD)
    if start > until:
        return
    at = datetime.combine(register.today, time(), tzinfo=UTC)
    for committee in register.committees.values():
        if committee.calendar_keeper != Committee.CalendarKeeper.WE:
            continue
        proposed = propose_meetings(committee=committee, start=start, until=until, by=register.by)
        for meeting in proposed.meetings:
            confirm_meeting(meeting=meeting, at=at, by=register.by)


def _changes(register: DemoRegister) -> list[Row]:
    return register.rows(
        "sitzungsaenderungen.csv", "Gremien", "Beginn", "Geändert am", "Änderung", "Neuer Beginn", "Neues Ende",
        "Neuer Ort", "Grund",
    )  # fmt: skip


def _key(row: Row) -> tuple[str, str]:
    return row.required("Gremien"), row.required("Beginn")


def _record(register: DemoRegister, row: Row, *, is_changed: bool) -> Meeting:
    """A meeting that is changed later is planned first, whatever became of it."""
    committees = []
    for key in row.words("Gremien"):
        if key not in register.committees:
            raise row.wrong(f"„{key}“ ist in den Dateien nicht beschrieben.", column="Gremien")
        committees.append(register.committees[key])
    state = row.choice("Stand", _STATES) or Meeting.State.SCHEDULED
    return record_meeting(
        body=register.body,
        committees=committees,
        starts_at=_moment(row, "Beginn"),
        ends_at=row.moment("Ende"),
        place=row.text("Ort"),
        is_online=bool(row.choice("Online", YES_NO)),
        is_public=bool(row.choice("Öffentlich", YES_NO)),
        state=Meeting.State.SCHEDULED if is_changed else state,
        title=row.text("Titel"),
        public_online_url=row.text("Zugang für alle"),
        public_note=row.text("Hinweis"),
        by=register.by,
    )


def _change(register: DemoRegister, row: Row) -> None:
    meeting = _meeting(register, row)
    at, reason = _moment(row, "Geändert am"), row.text("Grund")
    if row.choice("Änderung", {_MOVED: True, _CANCELLED: False}):
        move_meeting(
            meeting=meeting,
            starts_at=_moment(row, "Neuer Beginn"),
            ends_at=row.moment("Neues Ende"),
            place=row.text("Neuer Ort"),
            reason=reason,
            at=at,
            by=register.by,
        )
    else:
        cancel_meeting(meeting=meeting, reason=reason, at=at, by=register.by)


def _load_minutes(register: DemoRegister, row: Row) -> None:
    meeting = _meeting(register, row)
    approved, reason = row.day("Freigegeben am"), row.text("Zurückgehalten, weil")
    minutes = add_minutes(meeting=meeting, by=register.by)
    if approved is not None:
        approve_minutes(minutes=minutes, on=approved, by=register.by)
        _publish(register, row, minutes, approved)
    if reason:
        withhold_minutes(minutes=minutes, reason=reason, by=register.by)


def _publish(register: DemoRegister, row: Row, minutes: Minutes, approved: date) -> None:
    published = row.day("Veröffentlicht am")
    if published is None:
        return
    path = register.folder / "protokolle" / row.required("Text")
    if not path.is_file():
        raise row.wrong("Diese Datei fehlt im Ordner protokolle.", column="Text")
    written = datetime.combine(approved, time(), tzinfo=UTC)
    paper = minutes_paper(meeting=minutes.meeting, text=path.read_text(encoding="utf-8"), produced_at=written)
    file = printed.minutes(paper=paper)
    stored = store_file(
        body=register.body,
        content=file.content,
        name=f"protokoll-{minutes.meeting.starts_at:%Y-%m-%d}.pdf",
        media_type=file.media_type,
        by=register.by,
    )
    publish_minutes(minutes=minutes, on=published, public_file=stored, by=register.by)


def _meeting(register: DemoRegister, row: Row) -> Meeting:
    if _key(row) not in register.meetings:
        raise row.wrong("Diese Sitzung steht nicht in sitzungen.csv.", column="Beginn")
    return register.meetings[_key(row)]


def _moment(row: Row, column: str) -> datetime:
    found = row.moment(column)
    if found is None:
        raise row.wrong("Die Angabe fehlt.", column=column)
    return found
