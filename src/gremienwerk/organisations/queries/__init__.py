"""Reading organisations as they are on a day.

``tree.py``: the tree of a day. ``facts.py``: organisations as plain rows. ``directory.py``: profiles.
"""

from gremienwerk.organisations.queries.directory import (
    DirectoryEntry,
    consents_on,
    deadlines_of,
    directory_on,
)
from gremienwerk.organisations.queries.facts import OrganisationFacts, find_unit, organisations_on
from gremienwerk.organisations.queries.tree import OrganisationTree, tree_on

__all__ = [
    "DirectoryEntry",
    "OrganisationFacts",
    "OrganisationTree",
    "consents_on",
    "deadlines_of",
    "directory_on",
    "find_unit",
    "organisations_on",
    "tree_on",
]
