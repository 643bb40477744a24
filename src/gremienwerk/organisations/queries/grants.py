"""For which units a user speaks."""

from __future__ import annotations

from datetime import date

from gremienwerk.accounts.models import User
from gremienwerk.organisations.models import UnitGrant
from gremienwerk.organisations.queries.tree import tree_on


def units_granted(user: User, on: date) -> frozenset[int]:
    """Primary keys of the units granted to the user, with everything below them in the tree of that day."""
    rows = UnitGrant.objects.filter(user=user, body=user.body_id)
    granted = list(rows.values_list("organisation_id", flat=True))
    if not granted:
        return frozenset()
    tree = tree_on(body=user.body_id, on=on)
    return frozenset().union(*(tree.subtree(unit) for unit in granted))
