"""What can be done to organisations and persons.

``tree.py``: found, rename, move, dissolve. ``facts.py``: contact points, profiles, confirmations.
``persons.py``: persons and consents.
"""

from gremienwerk.organisations.actions.facts import (
    add_contact_point,
    confirm_organisation,
    describe_organisation,
    publish_profile,
    set_reporting_unit,
)
from gremienwerk.organisations.actions.persons import grant_consent, register_person
from gremienwerk.organisations.actions.tree import (
    add_alias,
    dissolve_organisation,
    found_organisation,
    move_organisation,
    rename_organisation,
)

__all__ = [
    "add_alias",
    "add_contact_point",
    "confirm_organisation",
    "describe_organisation",
    "dissolve_organisation",
    "found_organisation",
    "grant_consent",
    "move_organisation",
    "publish_profile",
    "register_person",
    "rename_organisation",
    "set_reporting_unit",
]
