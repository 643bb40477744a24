"""All seats of one organisation go over to another from a day on."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from gremienwerk.audit.change import change
from gremienwerk.committees.actions.memberships import end_membership, replace_member
from gremienwerk.committees.actions.representatives import delegate
from gremienwerk.committees.models import Membership, Representative
from gremienwerk.committees.queries.handover import HandoverLine, Outcome, handover, state_of_handover
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import ChangedMeanwhile, UserFacingError
from gremienwerk.organisations.models import Organisation
from gremienwerk.organisations.rules import require_editor


def hand_over_seats(
    *,
    organisation: Organisation,
    successor: Organisation,
    on: date,
    by: Actor,
    with_people: bool = True,
    why: str = "",
    seen: str = "",
) -> list[HandoverLine]:
    """Give all running seats of an organisation to another; all or none. Returns what became of each.

    Where the successor holds an equal seat already, the old one ends. Committees of the council, and seats that
    begin on the day or later, stay as they are.

    Args:
        organisation: who gives.
        successor: who takes over.
        on: the first day of the new seats.
        by: who enters it.
        with_people: whether those who fill the seats go along.
        why: the reason, for the audit record.
        seen: the ``state_of_handover`` of the preview; empty if nobody has looked at one.

    Raises:
        ChangedMeanwhile: if the seats are not as the preview showed them any more.
        UserFacingError: if both are the same, or there is no seat to hand over.
    """
    require_editor(actor=by, body=organisation.body_id)
    if organisation.pk == successor.pk:
        raise UserFacingError("Bitte eine andere Organisation wählen.", field="successor")
    with transaction.atomic(), change(by=by, body=organisation.body_id, why=why):
        # Whoever hands over the same organisation meanwhile waits here and then finds nothing left.
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        lines = handover(organisation=organisation, successor=successor, on=on)
        if seen and seen != state_of_handover(lines=lines):
            raise ChangedMeanwhile(
                "Die Sitze haben sich inzwischen geändert. Es ist noch nichts gespeichert; bitte die Vorschau "
                "noch einmal ansehen."
            )
        if not any(line.outcome in {Outcome.GOES_OVER, Outcome.ENDS} for line in lines):
            raise UserFacingError(f"„{organisation}“ hat an diesem Tag keinen Sitz zu übergeben.", field="on")
        for line in lines:
            if line.outcome is Outcome.GOES_OVER:
                _give(line.membership, successor, on, by, why, with_people=with_people)
            elif line.outcome is Outcome.ENDS:
                end_membership(membership=line.membership, on=on, by=by, why=why)
    return lines


def _give(
    seat: Membership, successor: Organisation, on: date, by: Actor, why: str, *, with_people: bool
) -> None:
    filled = list(Representative.objects.filter(membership=seat, valid_until=None).select_related("person"))
    given = replace_member(membership=seat, organisation=successor, on=on, by=by, why=why)
    for row in filled if with_people else ():
        begins = max(on, row.valid_from or on)
        position = Representative.Position(row.position)
        delegate(membership=given, person=row.person, on=begins, position=position, by=by)
