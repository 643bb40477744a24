"""What can be done to organisations and persons.

``tree.py``: found, rename, move, dissolve. ``facts.py``: contact points, confirmations.
``directory.py``: entries of the directory. ``persons.py``: persons and consents.
``grants.py``: who speaks for which unit. ``merging.py``: two records become one, and two again.
"""

from gremienwerk.organisations.actions.directory import (
    add_district,
    confirm_profile,
    consent_to_field,
    describe_profile,
    publish_profile,
    set_up_offers,
    settle_directory,
    translate_profile,
    withdraw_field_consent,
)
from gremienwerk.organisations.actions.facts import (
    add_contact_point,
    confirm_organisation,
    describe_organisation,
    set_reporting_unit,
)
from gremienwerk.organisations.actions.grants import grant_unit, revoke_unit
from gremienwerk.organisations.actions.merging import (
    merge_organisations,
    merge_persons,
    remember_different,
    undo_merge,
    why_not_undone,
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
    "add_district",
    "confirm_organisation",
    "confirm_profile",
    "consent_to_field",
    "describe_organisation",
    "describe_profile",
    "dissolve_organisation",
    "found_organisation",
    "grant_consent",
    "grant_unit",
    "merge_organisations",
    "merge_persons",
    "move_organisation",
    "publish_profile",
    "register_person",
    "remember_different",
    "rename_organisation",
    "revoke_unit",
    "set_reporting_unit",
    "set_up_offers",
    "settle_directory",
    "translate_profile",
    "undo_merge",
    "why_not_undone",
    "withdraw_field_consent",
]
