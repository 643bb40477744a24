"""Reading organisations as they are on a day.

``tree.py``: the tree of a day. ``facts.py``: organisations as plain rows. ``directory.py``: profiles.
``state.py``: what a form was filled in upon.
"""

from gremienwerk.organisations.queries.directory import (
    DirectoryEntry,
    consents_on,
    deadlines_of,
    directory_on,
)
from gremienwerk.organisations.queries.facts import OrganisationFacts, find_unit, organisations_on
from gremienwerk.organisations.queries.state import state_of_organisation
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
    "state_of_organisation",
    "tree_on",
]
