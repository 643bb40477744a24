"""The vocabulary a new body starts with; its administrators may change it afterwards."""

from __future__ import annotations

from typing import NamedTuple


class CommitteeKindRow(NamedTuple):
    """A kind of committee to begin with."""

    key: str
    name: str
    plural: str
    is_steering: bool = False
    is_council: bool = False


class OrganisationKindRow(NamedTuple):
    """A kind of organisation to begin with; ``position`` orders kinds in lists of participants."""

    key: str
    name: str
    plural: str
    sector: str
    position: int
    is_migrant_organisation: bool = False


COMMITTEE_KINDS = (
    CommitteeKindRow("steering-group", "Lenkungsgruppe", "Lenkungsgruppen", is_steering=True),
    CommitteeKindRow("steering-circle", "Steuerungskreis", "Steuerungskreise", is_steering=True),
    CommitteeKindRow("working-group", "Arbeitsgruppe", "Arbeitsgruppen"),
    CommitteeKindRow("working-circle", "Arbeitskreis", "Arbeitskreise"),
    CommitteeKindRow("project-group", "Projektgruppe", "Projektgruppen"),
    CommitteeKindRow("round-table", "Runder Tisch", "Runde Tische"),
    CommitteeKindRow("network", "Netzwerk", "Netzwerke"),
    CommitteeKindRow("advisory-board", "Beirat", "Beiräte"),
    CommitteeKindRow("conference", "Konferenz", "Konferenzen"),
    CommitteeKindRow("forum", "Forum", "Foren"),
    CommitteeKindRow("jury", "Jury", "Jurys"),
    CommitteeKindRow("alliance", "Bündnis", "Bündnisse"),
    CommitteeKindRow("council-committee", "Ratsausschuss", "Ratsausschüsse", is_council=True),
    CommitteeKindRow("other", "Sonstiges Gremium", "Sonstige Gremien"),
)

ORGANISATION_KINDS = (
    OrganisationKindRow(
        "administrative-unit", "Organisationseinheit der Verwaltung", "Stadtverwaltung", "administration", 10
    ),
    OrganisationKindRow(
        "municipal-company", "Kommunales Unternehmen", "Kommunale Unternehmen", "partner", 20
    ),
    OrganisationKindRow("authority", "Behörde", "Behörden", "state", 30),
    OrganisationKindRow("ministry", "Ministerium", "Ministerien", "state", 31),
    OrganisationKindRow("state-body", "Landeseinrichtung", "Landeseinrichtungen", "state", 32),
    OrganisationKindRow("municipality", "Kommune", "Kommunen", "partner", 35),
    OrganisationKindRow(
        "employment", "Träger der Grundsicherung", "Jobcenter und Arbeitsagenturen", "partner", 40
    ),
    OrganisationKindRow("welfare", "Wohlfahrtsverband", "Wohlfahrtsverbände", "partner", 50),
    OrganisationKindRow(
        "mso", "Migrantenselbstorganisation", "Migrantenselbstorganisationen", "partner", 60, True
    ),
    OrganisationKindRow("religious", "Religionsgemeinschaft", "Religionsgemeinschaften", "partner", 70),
    OrganisationKindRow("association", "Verein", "Vereine", "partner", 80),
    OrganisationKindRow("initiative", "Initiative", "Initiativen", "partner", 85),
    OrganisationKindRow("school", "Schule", "Schulen", "partner", 90),
    OrganisationKindRow("university", "Hochschule", "Hochschulen", "partner", 91),
    OrganisationKindRow("education", "Bildungsträger", "Bildungsträger", "partner", 92),
    OrganisationKindRow("company", "Unternehmen", "Unternehmen", "partner", 95),
    OrganisationKindRow("political-group", "Fraktion", "Politik", "politics", 15),
    OrganisationKindRow("network-organisation", "Netzwerk", "Netzwerke", "partner", 96),
    OrganisationKindRow("other", "Sonstige Organisation", "Sonstige Organisationen", "partner", 99),
)
