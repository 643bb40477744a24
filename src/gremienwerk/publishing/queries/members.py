"""The members of one public committee on a day, the most asked question of the site: one bare statement.

The ORM takes ten times as long to put the same statement together as the database to answer it (``benchmarks``).
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from gremienwerk.committees.models.memberships import seat_certainty
from gremienwerk.core.german import sort_key
from gremienwerk.publishing.models import PublicName
from gremienwerk.publishing.queries.plain import HELD, as_day, as_uid, fetched, identifier
from gremienwerk.publishing.queries.reading import stored_terms
from gremienwerk.publishing.queries.seats import last, since
from gremienwerk.publishing.records import PersonName, Reference, SeatRow

_STATEMENT = f"""
    SELECT s.role_order, s.uid, s.organisation_id, t.title, t.short_title, o.kinds, s.role, s.seats, s.voting,
           s.valid_from, s.from_precision, s.valid_until, s.until_precision, n.name, n.position
    FROM publishing_publicseat s
    LEFT JOIN publishing_publicrecord o ON o.uid = s.organisation_id
    LEFT JOIN publishing_publictitle t ON t.record_id = s.organisation_id AND {HELD.format("t")}
    LEFT JOIN publishing_publicname n ON n.seat_id = s.uid AND {HELD.format("n")}
         AND n.shown_from <= %s AND (n.shown_until IS NULL OR n.shown_until > %s)
    WHERE s.committee_id = %s AND s.body_id = %s AND {HELD.format("s")}
"""  # noqa: S608 - put together from constants only


def members(*, body: int, committee: UUID, on: date, today: date) -> tuple[SeatRow, ...]:
    """The seats of a public committee on a day, by role and then in German order; one query.

    Args:
        body: primary key of the body.
        committee: its identifier; a committee that is not public has no seats here.
        on: the day asked about.
        today: the present day: persons are named only while there is a basis on both days.
    """
    held = (on, on)
    shown = (min(on, today), max(on, today))
    seats: dict[UUID, tuple[Any, ...]] = {}
    persons: dict[UUID, list[PersonName]] = {}
    for row in fetched(_STATEMENT, (*held, *held, *shown, identifier(committee), body, *held)):
        uid = as_uid(row[1])
        seats[uid] = row
        person = PersonName(row[13], row[14])
        if row[13] and person not in persons.setdefault(uid, []):
            persons[uid].append(person)
    found = [_member(uid, row, persons.get(uid, []), on) for uid, row in seats.items()]
    return tuple(seat for _, seat in sorted(found, key=lambda pair: pair[0]))


def _member(
    uid: UUID, row: tuple[Any, ...], persons: list[PersonName], on: date
) -> tuple[tuple[Any, ...], SeatRow]:
    """A seat with its place in the list; who fills it comes before who deputises."""
    order, _, organisation, name, short, kinds, role, seats, voting = row[:9]
    dates = (as_day(row[9]), row[10], as_day(row[11]), row[12])
    seat = SeatRow(
        uid=uid,
        organisation=Reference(as_uid(organisation), name or "", short or "") if organisation else None,
        kinds=stored_terms(json.loads(kinds) if isinstance(kinds, str) else kinds),
        role=role,
        seats=seats,
        voting=None if voting is None else bool(voting),
        since=since(*dates),
        last=last(*dates),
        certainty=seat_certainty(*dates, on=on),
        persons=tuple(
            sorted(persons, key=lambda one: (one.position == PublicName.Position.DEPUTY, one.name))
        ),
    )
    return (order, organisation is None, sort_key(name or ""), str(uid)), seat
