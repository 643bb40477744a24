"""All seats that one person fills go over to another, for good or for an absence."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.db import transaction

from gremienwerk.audit.change import change
from gremienwerk.committees.actions.representatives import delegate, end_delegation
from gremienwerk.committees.models import Representative
from gremienwerk.committees.queries.handover import Outcome
from gremienwerk.committees.queries.person_handover import (
    PersonLine,
    person_handover,
    state_of_person_handover,
)
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import ChangedMeanwhile, UserFacingError
from gremienwerk.organisations.models import Person
from gremienwerk.organisations.rules import require_editor


class _Days(NamedTuple):
    """The first day of the successor, and the first on which the person is back (None: never)."""

    on: date
    until: date | None


def hand_over_person(
    *,
    person: Person,
    successor: Person,
    on: date,
    by: Actor,
    until: date | None = None,
    why: str = "",
    seen: str = "",
) -> list[PersonLine]:
    """Have another person fill all seats that a person fills; all or none. Returns what became of each.

    Where the successor fills the seat already, the person only leaves. Committees of the council, seats held in
    the person's own right, and seats that they begin to fill on the day or later, stay as they are.

    Args:
        person: who leaves or is absent.
        successor: who takes over.
        on: the first day of the new persons.
        by: who enters it.
        until: the first day on which the person is back and fills the seats again; None: for good.
        why: the reason, for the audit record.
        seen: the ``state_of_person_handover`` of the preview; empty if nobody has looked at one.

    Raises:
        ChangedMeanwhile: if the seats are not as the preview showed them any more.
        UserFacingError: if both are the same, the days are in the wrong order, or there is nothing to hand over.
    """
    require_editor(actor=by, body=person.body_id)
    if person.pk == successor.pk:
        raise UserFacingError("Bitte eine andere Person wählen.", field="successor")
    if until is not None and until <= on:
        raise UserFacingError("Der letzte Tag der Abwesenheit liegt vor dem ersten.", field="last")
    with transaction.atomic(), change(by=by, body=person.body_id, why=why):
        # Whoever hands over the same person's seats meanwhile waits here and then finds nothing left.
        Person.objects.select_for_update().get(pk=person.pk)
        lines = person_handover(person=person, successor=successor, on=on, until=until)
        if seen and seen != state_of_person_handover(lines=lines):
            raise ChangedMeanwhile(
                "Die Vertretungen haben sich inzwischen geändert. Es ist noch nichts gespeichert; bitte die "
                "Vorschau noch einmal ansehen."
            )
        if not any(line.outcome in {Outcome.GOES_OVER, Outcome.ENDS} for line in lines):
            raise UserFacingError(f"„{person}“ füllt an diesem Tag keinen Sitz aus.", field="on")
        for line in lines:
            if line.filled and line.outcome in {Outcome.GOES_OVER, Outcome.ENDS}:
                given = successor if line.outcome is Outcome.GOES_OVER else None
                _give(line.filled, given, _Days(on, until), by, why)
    return lines


def _give(row: Representative, successor: Person | None, days: _Days, by: Actor, why: str) -> None:
    """End one delegation, send the successor (None: who is there already), and send the person again if they return."""
    seat, person, end = row.membership, row.person, row.valid_until
    position = Representative.Position(row.position)
    end_delegation(representative=row, on=days.on, by=by, why=why)
    if successor is not None:
        until = min(filter(None, (days.until, end)), default=None)
        delegate(membership=seat, person=successor, on=days.on, until=until, position=position, by=by)
    if days.until is not None and (end is None or days.until < end):
        delegate(membership=seat, person=person, on=days.until, until=end, position=position, by=by)
