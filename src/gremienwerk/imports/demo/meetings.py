"""Meetings of the committees whose calendar the city keeps."""

from __future__ import annotations

from gremienwerk.imports.demo.register import DemoRegister
from gremienwerk.imports.words import YES_NO
from gremienwerk.meetings.actions import record_meeting
from gremienwerk.meetings.models import Meeting

_STATES = {
    "geplant": Meeting.State.SCHEDULED,
    "eingeladen": Meeting.State.INVITED,
    "stattgefunden": Meeting.State.HELD,
    "abgesagt": Meeting.State.CANCELLED,
}


def load_meetings(register: DemoRegister) -> None:
    """Load ``sitzungen.csv``; a joint meeting names its committees with a bar between them."""
    for row in register.rows(
        "sitzungen.csv", "Gremien", "Beginn", "Ende", "Ort", "Online", "Öffentlich", "Stand"
    ):
        starts_at = row.moment("Beginn")
        if starts_at is None:
            raise row.wrong("Die Angabe fehlt.", column="Beginn")
        committees = []
        for key in row.words("Gremien"):
            if key not in register.committees:
                raise row.wrong(f"„{key}“ ist in den Dateien nicht beschrieben.", column="Gremien")
            committees.append(register.committees[key])
        with row.named_in_errors():
            record_meeting(
                body=register.body,
                committees=committees,
                starts_at=starts_at,
                ends_at=row.moment("Ende"),
                place=row.text("Ort"),
                is_online=bool(row.choice("Online", YES_NO)),
                is_public=bool(row.choice("Öffentlich", YES_NO)),
                state=row.choice("Stand", _STATES) or Meeting.State.SCHEDULED,
                by=register.by,
            )
