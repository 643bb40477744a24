"""The body of the demo and its own words."""

from __future__ import annotations

from pathlib import Path

from gremienwerk.bodies.actions import add_committee_kind, add_organisation_kind, add_topic, set_up_body
from gremienwerk.bodies.models import Body, OrganisationKind
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.languages import LANGUAGES
from gremienwerk.imports.demo.register import DemoRegister, new_key
from gremienwerk.imports.demo.rows import Row, read_rows
from gremienwerk.imports.words import YES_NO

_FIELDS = {
    "Name": "name",
    "Kurzname": "short_name",
    "Amtlicher Gemeindeschlüssel": "official_key",
    "Land für Feiertage": "region",
    "Kopf des Briefes": "office",
    "Dienststelle": "department",
    "Straße": "street",
    "Postleitzahl": "postcode",
    "Ort": "city",
    "Telefon": "phone",
    "E-Mail": "email",
    "Internet": "website",
    "Verzeichnis": "directory_url",
    "Farbe": "accent_colour",
    "Frage des Klimachecks": "climate_question",
}
_SECTORS = {
    "stadtverwaltung": OrganisationKind.Sector.ADMINISTRATION,
    "land und bund": OrganisationKind.Sector.STATE,
    "politik": OrganisationKind.Sector.POLITICS,
    "kooperationspartner": OrganisationKind.Sector.PARTNER,
}


def set_up_city(*, folder: Path, by: Actor) -> Body:
    """Create the demo's body from ``koerperschaft.csv`` and ``wappen.svg``.

    Raises:
        UserFacingError: if a field is unknown or one is missing.
    """
    given: dict[str, str] = {}
    for row in read_rows(folder=folder, file="koerperschaft.csv", columns=("Feld", "Wert")):
        field = row.required("Feld")
        if field not in _FIELDS:
            raise row.wrong(f"Das Feld „{field}“ gibt es nicht.", column="Feld")
        given[_FIELDS[field]] = row.required("Wert")
    missing = [label for label, field in _FIELDS.items() if field not in given]
    if missing:
        raise UserFacingError(f"koerperschaft.csv: Es fehlt {', '.join(missing)}.")
    logo = folder / "wappen.svg"
    return set_up_body(
        by=by,
        kind=Body.Kind.CITY,
        languages=[language.code for language in LANGUAGES],
        is_demo=True,
        logo_svg=logo.read_text(encoding="utf-8") if logo.is_file() else "",
        **given,
    )


def load_vocabulary(register: DemoRegister) -> None:
    """Load topics, and the kinds that this city has besides the usual ones."""
    for row in register.rows("themen.csv", "Schlüssel", "Name"):
        key = new_key(row=row, known=register.topics)
        register.topics[key] = add_topic(
            body=register.body, name=row.required("Name"), key=key, by=register.by
        )
    for row in register.rows("gremienarten.csv", "Schlüssel", "Name", "Mehrzahl", "Steuerung"):
        _add_committee_kind(register, row)
    for row in register.rows("organisationsarten.csv", "Schlüssel", "Name", "Mehrzahl", "Bereich"):
        add_organisation_kind(
            body=register.body,
            name=row.required("Name"),
            key=row.required("Schlüssel"),
            plural=row.required("Mehrzahl"),
            sector=row.choice("Bereich", _SECTORS) or OrganisationKind.Sector.PARTNER,
            by=register.by,
        )
    register.read_kinds()


def _add_committee_kind(register: DemoRegister, row: Row) -> None:
    add_committee_kind(
        body=register.body,
        name=row.required("Name"),
        key=row.required("Schlüssel"),
        plural=row.required("Mehrzahl"),
        is_steering=bool(row.choice("Steuerung", YES_NO)),
        by=register.by,
    )
