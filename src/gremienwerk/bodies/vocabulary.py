"""The vocabulary a new body starts with; its administrators may change it afterwards.

The names are marked for translation: where a body keeps them, the public pages show them in every
language. Names of a body's own stay German there and are marked as such.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext_noop as _


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


class SynonymRow(NamedTuple):
    """An abbreviation to begin with, and what search takes it for."""

    term: str
    equivalents: tuple[str, ...]


def usual_synonyms() -> list[SynonymRow]:
    """The abbreviations that German administrations use (``synonyms.csv``)."""
    with Path(__file__).with_name("synonyms.csv").open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(opened, delimiter=";")
        return [SynonymRow(row["term"], tuple(row["equivalents"].split("|"))) for row in rows]


COMMITTEE_KINDS = (
    CommitteeKindRow("steering-group", _("Lenkungsgruppe"), _("Lenkungsgruppen"), is_steering=True),
    CommitteeKindRow("steering-circle", _("Steuerungskreis"), _("Steuerungskreise"), is_steering=True),
    CommitteeKindRow("working-group", _("Arbeitsgruppe"), _("Arbeitsgruppen")),
    CommitteeKindRow("working-circle", _("Arbeitskreis"), _("Arbeitskreise")),
    CommitteeKindRow("project-group", _("Projektgruppe"), _("Projektgruppen")),
    CommitteeKindRow("round-table", _("Runder Tisch"), _("Runde Tische")),
    CommitteeKindRow("network", _("Netzwerk"), _("Netzwerke")),
    CommitteeKindRow("advisory-board", _("Beirat"), _("Beiräte")),
    CommitteeKindRow("conference", _("Konferenz"), _("Konferenzen")),
    CommitteeKindRow("forum", _("Forum"), _("Foren")),
    CommitteeKindRow("jury", _("Jury"), _("Jurys")),
    CommitteeKindRow("alliance", _("Bündnis"), _("Bündnisse")),
    CommitteeKindRow("council-committee", _("Ratsausschuss"), _("Ratsausschüsse"), is_council=True),
    CommitteeKindRow("other", _("Sonstiges Gremium"), _("Sonstige Gremien")),
)

ORGANISATION_KINDS = (
    OrganisationKindRow(
        "administrative-unit",
        _("Organisationseinheit der Verwaltung"),
        _("Stadtverwaltung"),
        "administration",
        10,
    ),
    OrganisationKindRow(
        "municipal-company", _("Kommunales Unternehmen"), _("Kommunale Unternehmen"), "partner", 20
    ),
    OrganisationKindRow("authority", _("Behörde"), _("Behörden"), "state", 30),
    OrganisationKindRow("ministry", _("Ministerium"), _("Ministerien"), "state", 31),
    OrganisationKindRow("state-body", _("Landeseinrichtung"), _("Landeseinrichtungen"), "state", 32),
    OrganisationKindRow("municipality", _("Kommune"), _("Kommunen"), "partner", 35),
    OrganisationKindRow(
        "employment", _("Träger der Grundsicherung"), _("Jobcenter und Arbeitsagenturen"), "partner", 40
    ),
    OrganisationKindRow("welfare", _("Wohlfahrtsverband"), _("Wohlfahrtsverbände"), "partner", 50),
    OrganisationKindRow(
        "mso", _("Migrantenselbstorganisation"), _("Migrantenselbstorganisationen"), "partner", 60, True
    ),
    OrganisationKindRow("religious", _("Religionsgemeinschaft"), _("Religionsgemeinschaften"), "partner", 70),
    OrganisationKindRow("association", _("Verein"), _("Vereine"), "partner", 80),
    OrganisationKindRow("initiative", _("Initiative"), _("Initiativen"), "partner", 85),
    OrganisationKindRow("school", _("Schule"), _("Schulen"), "partner", 90),
    OrganisationKindRow("university", _("Hochschule"), _("Hochschulen"), "partner", 91),
    OrganisationKindRow("education", _("Bildungsträger"), _("Bildungsträger"), "partner", 92),
    OrganisationKindRow("company", _("Unternehmen"), _("Unternehmen"), "partner", 95),
    OrganisationKindRow("political-group", _("Fraktion"), _("Politik"), "politics", 15),
    OrganisationKindRow("network-organisation", _("Netzwerk"), _("Netzwerke"), "partner", 96),
    OrganisationKindRow("other", _("Sonstige Organisation"), _("Sonstige Organisationen"), "partner", 99),
)

# Names that many bodies add themselves; they are only translated, a new body does not start with them.
USUAL_NAMES = (
    _("Stadtteilkonferenz"),
    _("Stadtteilkonferenzen"),
    _("Fachkreis"),
    _("Fachkreise"),
    _("Begleitausschuss"),
    _("Begleitausschüsse"),
    _("Dachverband"),
    _("Dachverbände"),
    _("Sprache"),
    _("Bildung und Schule"),
    _("Arbeit und Ausbildung"),
    _("Gesundheit"),
    _("Wohnen und Unterbringung"),
    _("Familie"),
    _("Kinder und Jugend"),
    _("Frauen"),
    _("Senioren"),
    _("Ältere Menschen"),
    _("Ehrenamt"),
    _("Teilhabe und Mitsprache"),
    _("Schutz vor Diskriminierung"),
    _("Demokratie"),
    _("Religion und Weltanschauung"),
    _("Kultur"),
    _("Sport"),
    _("Quartier und Nachbarschaft"),
    _("Flucht und Ankommen"),
    _("Aufenthalt und Einbürgerung"),
    _("Kommunales Integrationsmanagement"),
)


def translated_names() -> frozenset[str]:
    """Every German name above: those that have a translation in each language of the public pages."""
    kinds = (name for row in (*COMMITTEE_KINDS, *ORGANISATION_KINDS) for name in (row.name, row.plural))
    return frozenset((*kinds, *USUAL_NAMES))
