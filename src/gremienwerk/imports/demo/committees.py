"""Committees, their names and pauses over time, initiators, and what stands above them."""

from __future__ import annotations

from typing import Any

from gremienwerk.bodies.models import Topic
from gremienwerk.committees.actions import (
    add_committee_alias,
    end_committee,
    establish_committee,
    found_committee,
    name_initiator,
    pause_committee,
    plan_committee,
    rename_committee,
    subordinate,
)
from gremienwerk.committees.models import Committee, Superordination
from gremienwerk.imports.demo.register import DemoRegister, new_key
from gremienwerk.imports.demo.rows import Row
from gremienwerk.imports.words import (
    CALENDARS,
    CHANNELS,
    CIRCLES,
    EDGES,
    GUESTS,
    LEVELS,
    MINUTES,
    PUBLICNESS,
    VISIBILITIES,
    YES_NO,
)

_COLUMNS = (
    "Schlüssel", "Name", "Kurzname", "Art", "Ebene", "Geplant", "Geplant seit", "Gegründet", "Beendet", "Nachfolge", "Themen",
    "Besetzungsebene", "Weitere Beteiligte", "Turnus", "Kalender führt", "Eingeladen werden", "Eingeladen im Wortlaut",
    "Einladungsweg", "Einladungsfrist", "Es lädt ein", "Sitzungen", "Gäste", "Gäste melden sich", "Protokoll",
    "Protokoll Begründung", "Protokoll Fundort", "Kontakt", "E-Mail", "Telefon", "Internet", "Sichtbarkeit",
    "Bestätigt am", "Bestätigt durch", "Bemerkung",
)  # fmt: skip
_PLAIN = {
    "short_name": "Kurzname",
    "seat_level": "Besetzungsebene",
    "participants_note": "Weitere Beteiligte",
    "rhythm_text": "Turnus",
    "invitation_note": "Eingeladen im Wortlaut",
    "invited_by": "Es lädt ein",
    "guests_how": "Gäste melden sich",
    "minutes_reason": "Protokoll Begründung",
    "minutes_url": "Protokoll Fundort",
    "contact": "Kontakt",
    "contact_email": "E-Mail",
    "contact_phone": "Telefon",
    "website": "Internet",
    "note": "Bemerkung",
    "confirmed_by": "Bestätigt durch",
}


def load_committees(register: DemoRegister) -> None:
    """Load ``gremien.csv`` with ``gremientexte.csv``, then what changed over time."""
    texts = {
        row.required("Gremium"): row
        for row in register.rows("gremientexte.csv", "Gremium", "Anlass", "Ziel", "Schwerpunkte", "Auftrag")
    }
    names: dict[str, list[Row]] = {}
    for row in register.rows("gremiennamen.csv", "Gremium", "Name", "Kurzname", "Bis", "Auch"):
        names.setdefault(row.required("Gremium"), []).append(row)
    rows = register.rows("gremien.csv", *_COLUMNS)
    for row in rows:
        key = new_key(row=row, known=register.committees)
        with row.named_in_errors():
            register.committees[key] = _entered(register, row, texts.get(key), names.get(key, []))
    for strayed in [*texts.values(), *(group[0] for group in names.values())]:
        strayed.look_up_required("Gremium", register.committees)
    _load_pauses(register)
    _load_initiators(register)
    _load_superordinations(register)


def end_committees(register: DemoRegister) -> None:
    """End the committees that have ended; after their seats, which end with them."""
    for row in register.rows("gremien.csv", *_COLUMNS):
        ended = row.vague("Beendet")
        if ended is not None:
            with row.named_in_errors():
                end_committee(
                    committee=register.committees[row.text("Schlüssel")],
                    ended=ended,
                    successor=row.look_up("Nachfolge", register.committees),
                    by=register.by,
                )


def _entered(register: DemoRegister, row: Row, texts: Row | None, names: list[Row]) -> Committee:
    kind = row.choice("Art", register.committee_kinds)
    if kind is None:
        raise row.wrong("Die Angabe fehlt.", column="Art")
    former = [name for name in names if not name.choice("Auch", YES_NO)]
    name = former[0].required("Name") if former else row.text("Name")
    planned, founded = row.vague("Geplant"), row.vague("Gegründet")
    fields = _fields(register, row, texts)
    common: dict[str, Any] = {"body": register.body, "kind": kind, "name": name, "by": register.by, **fields}
    if planned is not None or (founded is None and not name):
        committee = plan_committee(planned=planned, planned_since=row.day("Geplant seit"), **common)
        if founded is not None:
            establish_committee(committee=committee, founded=founded, by=register.by)
    else:
        committee = found_committee(founded=founded, **common)
    _name(register, row, committee, names, former)
    return committee


def _name(
    register: DemoRegister, row: Row, committee: Committee, names: list[Row], former: list[Row]
) -> None:
    for number, name in enumerate(former):
        follower = former[number + 1] if number + 1 < len(former) else row
        on = name.after("Bis")
        if on is None:
            raise name.wrong("Ein früherer Name braucht ein Ende.", column="Bis")
        rename_committee(
            committee=committee,
            name=follower.required("Name"),
            short_name=follower.text("Kurzname"),
            on=on,
            by=register.by,
        )
    for name in names:
        if name not in former:
            add_committee_alias(committee=committee, name=name.required("Name"), by=register.by)


def _fields(register: DemoRegister, row: Row, texts: Row | None) -> dict[str, Any]:
    fields: dict[str, Any] = {field: row.text(column) for field, column in _PLAIN.items()}
    chosen = {
        "level": row.choice("Ebene", LEVELS),
        "calendar_keeper": row.choice("Kalender führt", CALENDARS),
        "invitation_circle": row.choice("Eingeladen werden", CIRCLES),
        "publicness": row.choice("Sitzungen", PUBLICNESS),
        "guests": row.choice("Gäste", GUESTS),
        "minutes": row.choice("Protokoll", MINUTES),
        "visibility": row.choice("Sichtbarkeit", VISIBILITIES),
    }
    fields |= {field: value for field, value in chosen.items() if value is not None}
    if texts is not None:
        fields |= {
            "occasion": texts.text("Anlass"),
            "goal": texts.text("Ziel"),
            "focus": texts.text("Schwerpunkte"),
            "mandate": texts.text("Auftrag"),
        }
    return fields | {
        "invitation_channels": row.choices("Einladungsweg", CHANNELS),
        "invitation_lead_days": row.amount("Einladungsfrist"),
        "confirmed_on": row.day("Bestätigt am"),
        "topics": [_topic(register, row, key) for key in row.words("Themen")],
    }


def _topic(register: DemoRegister, row: Row, key: str) -> Topic:
    if key not in register.topics:
        raise row.wrong(f"Das Thema „{key}“ ist nicht beschrieben.", column="Themen")
    return register.topics[key]


def _load_pauses(register: DemoRegister) -> None:
    for row in register.rows("ruhezeiten.csv", "Gremium", "Ab", "Bis", "Grund"):
        start = row.day("Ab")
        if start is None:
            raise row.wrong("Die Angabe fehlt.", column="Ab")
        with row.named_in_errors():
            pause_committee(
                committee=row.look_up_required("Gremium", register.committees),
                on=start,
                until=row.after("Bis"),
                reason=row.text("Grund"),
                by=register.by,
            )


def _load_initiators(register: DemoRegister) -> None:
    for row in register.rows("initiativen.csv", "Gremium", "Organisation", "Im Wortlaut"):
        with row.named_in_errors():
            name_initiator(
                committee=row.look_up_required("Gremium", register.committees),
                organisation=row.look_up("Organisation", register.organisations),
                text=row.text("Im Wortlaut"),
                by=register.by,
            )


def _load_superordinations(register: DemoRegister) -> None:
    for row in register.rows("ueberordnungen.csv", "Gremium", "Übergeordnet", "Verbindung", "Von", "Bis"):
        with row.named_in_errors():
            subordinate(
                committee=row.look_up_required("Gremium", register.committees),
                superordinate=row.look_up_required("Übergeordnet", register.committees),
                meaning=row.choice("Verbindung", EDGES) or Superordination.Meaning.REPORTS_TO,
                since=row.day("Von"),
                until=row.after("Bis"),
                by=register.by,
            )
