"""Who acts. Every action names its actor; the domain never asks the web for it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ActorKind(StrEnum):
    """What kind of actor it is."""

    USER = "user"
    COMMAND = "command"
    SYSTEM = "system"


class Role(StrEnum):
    """What a person may do in their body; the rules of each package read it."""

    ADMINISTRATOR = "administrator"
    EDITOR = "editor"
    COMMITTEE_OFFICE = "committee_office"
    UNIT = "unit"
    RELEASER = "releaser"
    AUDITOR = "auditor"


#: Roles whose rights reach as far as the scopes that were granted; the other roles hold for the whole body.
SCOPED = frozenset({Role.COMMITTEE_OFFICE, Role.UNIT, Role.RELEASER})


class Scopes(NamedTuple):
    """What was granted to one user: primary keys of committees, and of units with all below them."""

    committees: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()


class Actor(NamedTuple):
    """Someone who acts for one body.

    ``key`` is the user's identifier as text, empty for commands; ``body`` the primary key of the body
    they act for, None for the installation's own commands, which may act for any; ``scopes`` what was granted
    to them besides, empty unless a door has looked it up (``accounts.doors``).
    """

    kind: ActorKind
    name: str
    key: str = ""
    body: int | None = None
    roles: frozenset[Role] = frozenset()
    scopes: Scopes = Scopes()

    def has(self, *roles: Role) -> bool:
        """Whether one of the roles is held; a command of the installation holds all."""
        return self.kind is not ActorKind.USER or bool(self.roles.intersection(roles))

    def acts_for(self, body: int) -> bool:
        """Whether the actor may touch records of this body at all."""
        return self.kind is not ActorKind.USER or self.body == body

    def keeps(self, committee: int) -> bool:
        """Whether the actor holds the office of the committee with this primary key."""
        return self.kind is not ActorKind.USER or committee in self.scopes.committees

    def speaks_for(self, unit: int) -> bool:
        """Whether the actor was granted the unit with this primary key, or one above it."""
        return self.kind is not ActorKind.USER or unit in self.scopes.units


def command(name: str) -> Actor:
    """The actor of a command typed by the people who run the installation."""
    return Actor(kind=ActorKind.COMMAND, name=name)
