"""Public organisations: lists, the whole record, the administration's tree, where somebody sits."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from gremienwerk.core.dates import Certainty, VagueDate
from gremienwerk.publishing.records.listing import FormerName, Reference, Term


class OrganisationChoice(NamedTuple):
    """What a reader has chosen in the list of organisations; empty means no limit.

    ``sectors``: administration, state, politics, partner. ``with_seats``: only those with a seat on the day.
    Nothing else chosen leaves out organisations that are dissolved on the day.
    """

    text: str = ""
    kinds: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    with_seats: bool = False
    with_dissolved: bool = False


class OrganisationRow(NamedTuple):
    """An organisation in a list, on a day; ``seats`` counts its own seats in committees that are not ended."""

    uid: UUID
    name: str
    short_name: str
    kinds: tuple[Term, ...]
    district: str
    existence: Certainty
    seats: int
    has_profile: bool
    modified_at: datetime


class Contact(NamedTuple):
    """A way to reach an organisation by function, never a person's address."""

    function: str
    email: str
    phone: str


class OrganisationRecord(NamedTuple):
    """An organisation on a day. ``name`` is the one it bore then, ``current_name`` today's.

    ``parents`` lead from the one directly above to the root; ``units`` stand directly below; ``street`` and
    ``postcode`` are empty where the organisation lets only its district be named.
    """

    uid: UUID
    name: str
    current_name: str
    short_name: str
    kinds: tuple[Term, ...]
    is_administration: bool
    is_unit: bool
    founded: VagueDate | None
    dissolved: VagueDate | None
    existence: Certainty
    other_names: tuple[FormerName, ...]
    successor: Reference | None
    predecessors: tuple[Reference, ...]
    parents: tuple[Reference, ...]
    units: tuple[Reference, ...]
    initiated: tuple[Reference, ...]
    street: str
    postcode: str
    city: str
    district: str
    website: str
    topics: tuple[Term, ...]
    languages: tuple[str, ...]
    contacts: tuple[Contact, ...]
    confirmed_on: date | None
    has_profile: bool
    created_at: datetime
    modified_at: datetime


class HeldSeat(NamedTuple):
    """A seat that an organisation or a unit below it holds on a day; ``status`` is the committee's."""

    uid: UUID
    committee: Reference
    status: str
    role: str
    seats: int
    voting: bool | None
    since: VagueDate | None
    last: VagueDate | None
    certainty: Certainty
    holder: Reference


class TreeNode(NamedTuple):
    """A unit of the administration on a day with those below it; ``seats`` counts its own."""

    unit: Reference
    seats: int
    units: tuple[TreeNode, ...]
