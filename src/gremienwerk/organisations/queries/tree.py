"""The tree of a body's organisations on a day, in one query."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from gremienwerk.organisations.models import Placement


class OrganisationTree:
    """Who stands below whom on one day; organisations are named by their primary keys."""

    def __init__(self, parents: dict[int, int]) -> None:
        self._parents = parents
        self._children: dict[int, list[int]] = {}
        for child, parent in parents.items():
            self._children.setdefault(parent, []).append(child)

    def parent(self, organisation: int) -> int | None:
        """The organisation directly above, None at a root."""
        return self._parents.get(organisation)

    def children(self, organisation: int) -> list[int]:
        """The organisations directly below, in no particular order."""
        return list(self._children.get(organisation, ()))

    def ancestors(self, organisation: int) -> list[int]:
        """All above, nearest first; a circle in the data ends the walk."""
        found: list[int] = []
        above = self._parents.get(organisation)
        while above is not None and above not in found and above != organisation:
            found.append(above)
            above = self._parents.get(above)
        return found

    def subtree(self, organisation: int) -> frozenset[int]:
        """The organisation itself and all below it."""
        found: set[int] = set()
        open_ends = [organisation]
        while open_ends:
            node = open_ends.pop()
            if node not in found:
                found.add(node)
                open_ends.extend(self._children.get(node, ()))
        return frozenset(found)


def tree_on(*, body: int, on: date) -> OrganisationTree:
    """The tree of the body with this primary key on a day."""
    rows = Placement.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=on),
        Q(valid_until__isnull=True) | Q(valid_until__gt=on),
        body=body,
    ).values_list("organisation_id", "parent_id")
    return OrganisationTree(dict(rows))
