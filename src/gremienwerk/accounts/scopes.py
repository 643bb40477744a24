"""What was granted to a user besides the role; the grants live with the nouns they point at.

Higher packages register at start-up how their grants are read (``apps.py`` of committees and organisations),
because this package knows no nouns. One reader for each field of ``Scopes``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from gremienwerk.accounts.models import User
from gremienwerk.core.actor import SCOPED, Role, Scopes

#: Takes the user and the day, returns primary keys of what was granted.
Reader = Callable[[User, date], frozenset[int]]
_readers: dict[str, Reader] = {}


def register_scope(name: str, reader: Reader) -> None:
    """Have a field of ``Scopes`` filled by a reader; called once at start-up."""
    _readers[name] = reader


def read_scopes(*, user: User, on: date) -> Scopes:
    """Return what the user may reach on a day; nothing for roles that hold for the whole body or only read."""
    if user.role not in {role.value for role in Role if role in SCOPED}:
        return Scopes()
    return Scopes(**{name: reader(user, on) for name, reader in _readers.items()})
