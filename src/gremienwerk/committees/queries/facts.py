"""Committees as plain rows with all that questions 1 to 6 ask for, on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from gremienwerk.committees.models import (
    Committee,
    CommitteeName,
    Dormancy,
    Initiator,
    Level,
    Superordination,
)
from gremienwerk.committees.queries.seats import SeatFacts, seats_on
from gremienwerk.committees.rhythm.model import Rhythm
from gremienwerk.committees.rhythm.storing import from_stored
from gremienwerk.committees.status import Life, Status, describe_status, status_on
from gremienwerk.core.columns import stored_vague_date
from gremienwerk.core.german import sort_key
from gremienwerk.core.periods import Period

_VAGUE = ("planned", "founded", "ended")
_PLAIN = (
    "occasion", "goal", "focus", "mandate", "seat_level", "participants_note", "calendar_keeper", "invitation_circle",
    "invitation_note", "invitation_lead_days", "invited_by", "publicness", "guests", "guests_how", "minutes",
    "minutes_reason", "minutes_url", "contact", "contact_email", "contact_phone", "website", "visibility", "confirmed_on",
)  # fmt: skip
_COLUMNS = (
    "id", "uid", "name", "short_name", "kind__key", "kind__name", "kind__is_steering", "kind__is_council", "level",
    "rhythm_text", "rhythm", "invitation_channels", "is_planned", "is_ended", "planned_since", *_PLAIN,
    *(f"{name}_{part}" for name in _VAGUE for part in ("earliest", "latest", "precision")),
)  # fmt: skip


class CommitteeKindFacts(NamedTuple):
    """What kind of committee it is, as the body calls it."""

    key: str
    name: str
    is_steering: bool
    is_council: bool


class Superordinate(NamedTuple):
    """A committee above this one on the day."""

    committee: int
    meaning: str


class InitiatorFacts(NamedTuple):
    """Who brought it into being: an organisation's primary key, or words."""

    organisation: int | None
    text: str


class CommitteeFacts(NamedTuple):
    """A committee on a day. Empty text, None and an empty tuple mean "not recorded".

    ``name`` is the one it bore on the day (empty for a planned one without a name), ``status_text`` a German
    phrase, ``level`` and the invitation, guest and minutes values are those of the model's choices.
    """

    id: int
    uid: UUID
    name: str
    short_name: str
    kind: CommitteeKindFacts
    level: str
    status: Status
    status_text: str
    life: Life
    rhythm: Rhythm | None
    invitation_channels: tuple[str, ...]
    topics: tuple[str, ...]
    seats: tuple[SeatFacts, ...]
    initiators: tuple[InitiatorFacts, ...]
    superordinates: tuple[Superordinate, ...]
    occasion: str
    goal: str
    focus: str
    mandate: str
    seat_level: str
    participants_note: str
    calendar_keeper: str
    invitation_circle: str
    invitation_note: str
    invitation_lead_days: int | None
    invited_by: str
    publicness: str
    guests: str
    guests_how: str
    minutes: str
    minutes_reason: str
    minutes_url: str
    contact: str
    contact_email: str
    contact_phone: str
    website: str
    visibility: str
    confirmed_on: date | None

    @property
    def display_name(self) -> str:
        """The name, or its kind for a planned committee that has none yet."""
        return self.name or f"{self.kind.name} (noch ohne Namen)"

    @property
    def level_name(self) -> str:
        """The level in German, empty if not recorded."""
        return str(Level(self.level).label) if self.level else ""


class _Around(NamedTuple):
    former: dict[int, tuple[str, str]]
    pauses: dict[int, list[Period]]
    topics: dict[int, list[str]]
    seats: dict[int, list[SeatFacts]]
    initiators: dict[int, list[InitiatorFacts]]
    superordinates: dict[int, list[Superordinate]]


def committees_on(*, body: int, on: date, only: Iterable[int] | None = None) -> list[CommitteeFacts]:
    """Committees of the body with seats, names and status of a day, in German order; seven queries.

    Args:
        body: primary key of the body.
        on: the day.
        only: primary keys of the committees wanted; all if None.

    Committees about which nothing is recorded for so early a day are left out.
    """
    wanted = list(only) if only is not None else None
    rows = Committee.objects.filter(body=body)
    if wanted is not None:
        rows = rows.filter(pk__in=wanted)
    around = _around(body, on, wanted)
    facts = [_facts(dict(zip(_COLUMNS, row, strict=True)), around, on) for row in rows.values_list(*_COLUMNS)]
    known = [committee for committee in facts if committee.status is not Status.UNKNOWN_YET]
    return sorted(
        known, key=lambda committee: (not committee.name, sort_key(committee.display_name), committee.id)
    )


def _around(body: int, on: date, wanted: list[int] | None) -> _Around:
    def of_committee(rows: Any, name: str = "committee") -> Any:
        return rows if wanted is None else rows.filter(**{f"{name}__in": wanted})

    held = (
        Q(valid_from__isnull=True) | Q(valid_from__lte=on),
        Q(valid_until__isnull=True) | Q(valid_until__gt=on),
    )
    around = _Around({}, {}, {}, seats_on(body=body, on=on, committees=wanted), {}, {})
    names = of_committee(CommitteeName.objects.filter(*held, body=body, is_alias=False, valid_until__gt=on))
    for committee, name, short in names.values_list("committee_id", "name", "short_name"):
        around.former[committee] = (name, short)
    for committee, start, end in of_committee(Dormancy.objects.filter(body=body)).values_list(
        "committee_id", "valid_from", "valid_until"
    ):
        around.pauses.setdefault(committee, []).append(Period(start, end))
    through = of_committee(Committee.topics.through.objects.filter(committee__body=body))
    for committee, topic in through.values_list("committee_id", "topic__name"):
        around.topics.setdefault(committee, []).append(topic)
    initiators = of_committee(Initiator.objects.filter(body=body).order_by("id"))
    for committee, organisation, text in initiators.values_list("committee_id", "organisation_id", "text"):
        around.initiators.setdefault(committee, []).append(InitiatorFacts(organisation, text))
    edges = of_committee(Superordination.objects.filter(*held, body=body).order_by("id"))
    for committee, above, meaning in edges.values_list("committee_id", "superordinate_id", "meaning"):
        around.superordinates.setdefault(committee, []).append(Superordinate(above, meaning))
    return around


def _facts(value: dict[str, Any], around: _Around, on: date) -> CommitteeFacts:
    key = value["id"]
    name, short = around.former.get(key, (value["name"], value["short_name"]))
    dates = {
        n: stored_vague_date(value[f"{n}_earliest"], value[f"{n}_latest"], value[f"{n}_precision"])
        for n in _VAGUE
    }
    life = Life(
        **dates,
        is_planned=value["is_planned"],
        is_ended=value["is_ended"],
        dormancies=tuple(around.pauses.get(key, ())),
        planned_since=value["planned_since"],
    )
    return CommitteeFacts(
        id=key,
        uid=value["uid"],
        name=name,
        short_name=short,
        kind=CommitteeKindFacts(*(value[f"kind__{part}"] for part in CommitteeKindFacts._fields)),
        level=value["level"],
        status=status_on(life, on=on),
        status_text=describe_status(life, on=on),
        life=life,
        rhythm=from_stored(value["rhythm"], text=value["rhythm_text"]) if value["rhythm_text"] else None,
        invitation_channels=tuple(value["invitation_channels"]),
        topics=tuple(sorted(around.topics.get(key, ()), key=sort_key)),
        seats=tuple(around.seats.get(key, ())),
        initiators=tuple(around.initiators.get(key, ())),
        superordinates=tuple(around.superordinates.get(key, ())),
        **{column: value[column] for column in _PLAIN},
    )
