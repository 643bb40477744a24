"""Organisations, persons, and what is dated about them.

Start with ``organisations.py``; every question about a day goes through ``queries``.
"""

from gremienwerk.organisations.models.organisations import (
    ContactPoint,
    Organisation,
    OrganisationName,
    Placement,
    ReportingUnit,
)
from gremienwerk.organisations.models.persons import Consent, Person
from gremienwerk.organisations.models.profiles import DirectoryProfile

__all__ = [
    "Consent",
    "ContactPoint",
    "DirectoryProfile",
    "Organisation",
    "OrganisationName",
    "Person",
    "Placement",
    "ReportingUnit",
]
