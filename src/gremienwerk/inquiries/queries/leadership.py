"""Who is "we" in an answer, who else takes part, and who leads (design.md, 2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from gremienwerk.committees.models import Role
from gremienwerk.committees.queries import CommitteeFacts, SeatFacts
from gremienwerk.core.dates import Certainty
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import format_date, sort_key
from gremienwerk.organisations.queries import OrganisationFacts, OrganisationTree

A_PERSON = "eine Einzelperson"
_HEADS = (Role.LEAD, Role.SECRETARIAT, Role.CHAIR)
_HEAD_WORDS = {Role.LEAD: "", Role.SECRETARIAT: " (Geschäftsführung)", Role.CHAIR: " (Vorsitz)"}


class Leadership(StrEnum):
    """Who leads a committee, as seen from the reporting unit."""

    STATE = "state"
    DEPARTMENTS = "departments"
    PARTNERS = "partners"
    NOT_RECORDED = "not_recorded"


class NoSuchUnitYet(UserFacingError):
    """The reporting unit does not exist on the day."""


class Parties:
    """The organisations of a day from the point of view of one reporting unit."""

    def __init__(
        self, *, unit: int, organisations: Mapping[int, OrganisationFacts], tree: OrganisationTree
    ) -> None:
        self.organisations = organisations
        self.ours = tree.subtree(unit)
        self._administration = _own_administration(unit, organisations, tree)
        self._tree = tree

    def own_units(self) -> tuple[OrganisationFacts, ...]:
        """The reporting unit's subtree in German order, the unit itself included."""
        units = [self.organisations[key] for key in self.ours if key in self.organisations]
        return tuple(sorted(units, key=lambda unit: sort_key(unit.name)))

    def others(self, committee: CommitteeFacts) -> tuple[OrganisationFacts, ...]:
        """Organisations with a seat that are not "we": by the position of their kind, then in German order."""
        keys = {seat.holder.organisation for seat in committee.seats if seat.holder.organisation is not None}
        found = [self.organisations[key] for key in keys - self.ours if key in self.organisations]
        return tuple(
            sorted(found, key=lambda one: (one.kinds[0].position if one.kinds else 999, sort_key(one.name)))
        )

    def leadership(self, committee: CommitteeFacts) -> Leadership:
        """Who leads; where several lead together, the state comes before departments and partners."""
        heads = [
            Leadership.PARTNERS
            if seat.holder.organisation is None
            else self._side(self.organisations[seat.holder.organisation])
            for seat in _head_seats(committee)
        ]
        return min(heads, key=list(Leadership).index, default=Leadership.NOT_RECORDED)

    def leads(self, committee: CommitteeFacts) -> tuple[str, ...]:
        """Names of those who lead; failing them, of those who run or chair it, with that word behind."""
        return tuple(
            (
                A_PERSON
                if seat.holder.organisation is None
                else self.organisations[seat.holder.organisation].name
            )
            + _HEAD_WORDS[seat.role]
            for seat in _head_seats(committee)
        )

    def initiators(self, committee: CommitteeFacts) -> tuple[str, ...]:
        """Who brought it into being, by name or in words."""
        return tuple(
            self.organisations[one.organisation].name if one.organisation is not None else one.text
            for one in committee.initiators
        )

    def initiated_by_us(self, committee: CommitteeFacts) -> bool:
        """Whether a unit of the subtree brought it into being."""
        return any(one.organisation in self.ours for one in committee.initiators)

    def migrant_organisations(self, *, on: date) -> int:
        """How many existing organisations are migrant self-organisations."""
        return sum(
            any(kind.is_migrant_organisation for kind in one.kinds) and one.exists(on=on) is not Certainty.NO
            for one in self.organisations.values()
        )

    def _side(self, organisation: OrganisationFacts) -> Leadership:
        if organisation.id in self._administration:
            return Leadership.DEPARTMENTS
        sectors = {kind.sector for kind in organisation.kinds}
        if "state" in sectors:
            return Leadership.STATE
        # A unit of the administration that nobody has placed in the tree yet is still one of ours.
        unplaced = self._tree.parent(organisation.id) is None
        return Leadership.DEPARTMENTS if "administration" in sectors and unplaced else Leadership.PARTNERS


def _head_seats(committee: CommitteeFacts) -> list[SeatFacts]:
    for role in _HEADS:
        found = [seat for seat in committee.seats if seat.role is role]
        if found:
            return found
    return []


def _own_administration(
    unit: int, organisations: Mapping[int, OrganisationFacts], tree: OrganisationTree
) -> frozenset[int]:
    roots = [key for key, one in organisations.items() if one.is_administration]
    top = (tree.ancestors(unit) or [unit])[-1]
    return frozenset().union(*(tree.subtree(root) for root in [*roots, top]))


def require_existing(*, unit: OrganisationFacts, on: date) -> None:
    """Refuse a day on which the unit that is to answer does not exist.

    Raises:
        NoSuchUnitYet: with a German message.
    """
    if unit.exists(on=on) is Certainty.NO:
        raise NoSuchUnitYet(
            f"„{unit.name}“ besteht am {format_date(on)} nicht. Bitte einen anderen Stand oder eine andere Einheit wählen.",
            field="as_of",
        )
