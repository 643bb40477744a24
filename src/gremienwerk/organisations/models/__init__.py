"""Organisations, persons, and what is dated about them.

Start with ``organisations.py``; every question about a day goes through ``queries``.
"""

from gremienwerk.organisations.models.directories import DirectorySettings, District
from gremienwerk.organisations.models.grants import UnitGrant
from gremienwerk.organisations.models.merging import Merge, Mergeable, NotDuplicate
from gremienwerk.organisations.models.organisations import (
    ContactPoint,
    Organisation,
    OrganisationName,
    Placement,
    ReportingUnit,
)
from gremienwerk.organisations.models.persons import Consent, Person
from gremienwerk.organisations.models.profiles import (
    DirectoryProfile,
    Offer,
    ProfileConsent,
    ProfileText,
    TargetGroup,
)

__all__ = [
    "Consent",
    "ContactPoint",
    "DirectoryProfile",
    "DirectorySettings",
    "District",
    "Merge",
    "Mergeable",
    "NotDuplicate",
    "Offer",
    "Organisation",
    "OrganisationName",
    "Person",
    "Placement",
    "ProfileConsent",
    "ProfileText",
    "ReportingUnit",
    "TargetGroup",
    "UnitGrant",
]
