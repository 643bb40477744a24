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
    RELEASER = "releaser"
    AUDITOR = "auditor"


class Actor(NamedTuple):
    """Someone who acts for one body.

    ``key`` is the user's identifier as text, empty for commands; ``body`` the primary key of the body
    they act for, None for the installation's own commands, which may act for any.
    """

    kind: ActorKind
    name: str
    key: str = ""
    body: int | None = None
    roles: frozenset[Role] = frozenset()

    def has(self, *roles: Role) -> bool:
        """Whether one of the roles is held; a command of the installation holds all."""
        return self.kind is not ActorKind.USER or bool(self.roles.intersection(roles))

    def acts_for(self, body: int) -> bool:
        """Whether the actor may touch records of this body at all."""
        return self.kind is not ActorKind.USER or self.body == body


def command(name: str) -> Actor:
    """The actor of a command typed by the people who run the installation."""
    return Actor(kind=ActorKind.COMMAND, name=name)
