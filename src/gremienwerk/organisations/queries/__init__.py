"""Reading organisations as they are on a day.

``tree.py``: the tree of a day. ``facts.py``: organisations as plain rows. ``directory.py``: profiles.
``state.py``: what a form was filled in upon. ``duplicates.py``: records that may be one.
"""

from gremienwerk.organisations.queries.directory import (
    DirectoryEntry,
    consents_on,
    deadlines_of,
    directory_on,
)
from gremienwerk.organisations.queries.duplicates import Suspicion, merge_of, persons_in, suspicions
from gremienwerk.organisations.queries.facts import OrganisationFacts, find_unit, organisations_on
from gremienwerk.organisations.queries.state import state_of_organisation
from gremienwerk.organisations.queries.tree import OrganisationTree, tree_on

__all__ = [
    "DirectoryEntry",
    "OrganisationFacts",
    "OrganisationTree",
    "Suspicion",
    "consents_on",
    "deadlines_of",
    "directory_on",
    "find_unit",
    "merge_of",
    "organisations_on",
    "persons_in",
    "state_of_organisation",
    "suspicions",
    "tree_on",
]
