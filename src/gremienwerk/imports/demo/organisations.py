"""Organisations, their names and places over time, contact points, profiles, and persons."""

from __future__ import annotations

from gremienwerk.bodies.models import Topic
from gremienwerk.core.dates import VagueDate
from gremienwerk.imports.demo.register import DemoRegister, new_key
from gremienwerk.imports.demo.rows import Row
from gremienwerk.imports.words import YES_NO
from gremienwerk.organisations.actions import (
    add_alias,
    add_contact_point,
    dissolve_organisation,
    found_organisation,
    move_organisation,
    register_person,
    rename_organisation,
)
from gremienwerk.organisations.models import Organisation

_COLUMNS = (
    "Schlüssel", "Name", "Kurzname", "Arten", "Eigene Verwaltung", "Übergeordnet", "Gegründet", "Aufgelöst", "Nachfolge", "Straße", "PLZ", "Ort",
    "Stadtteil", "Internet", "Themen", "Sprachen", "Bestätigt am", "Bestätigt durch", "Bemerkung",
)  # fmt: skip


def load_organisations(register: DemoRegister) -> None:
    """Load ``organisationen.csv`` and what changed over time: each is founded under its first name and place."""
    rows = register.rows("organisationen.csv", *_COLUMNS)
    places = _by_organisation(register.rows("fruehere_plaetze.csv", "Organisation", "Übergeordnet", "Bis"))
    names = _by_organisation(
        register.rows("organisationsnamen.csv", "Organisation", "Name", "Kurzname", "Von", "Bis", "Auch")
    )
    for row in rows:
        key = new_key(row=row, known=register.organisations)
        former = [name for name in names.get(key, []) if not name.choice("Auch", YES_NO)]
        with row.named_in_errors():
            organisation = _found(register, row, former, places.get(key, []))
            register.organisations[key] = organisation
            for alias in names.get(key, []):
                if alias not in former:
                    add_alias(organisation=organisation, name=alias.required("Name"), by=register.by)
    for strayed in [*places.values(), *names.values()]:
        strayed[0].look_up_required("Organisation", register.organisations)
    _end_organisations(register, rows)
    _load_contact_points(register)


def load_persons(register: DemoRegister) -> None:
    """Load ``personen.csv``: the few people who fill seats."""
    for row in register.rows(
        "personen.csv", "Schlüssel", "Anrede", "Titel", "Vorname", "Nachname", "E-Mail", "Telefon"
    ):
        key = new_key(row=row, known=register.persons)
        register.persons[key] = register_person(
            body=register.body,
            family_name=row.required("Nachname"),
            given_name=row.text("Vorname"),
            form_of_address=row.text("Anrede"),
            title=row.text("Titel"),
            email=row.text("E-Mail"),
            phone=row.text("Telefon"),
            by=register.by,
        )


def _found(register: DemoRegister, row: Row, names: list[Row], places: list[Row]) -> Organisation:
    first_place = (places[0] if places else row).look_up("Übergeordnet", register.organisations)
    organisation = found_organisation(
        body=register.body,
        name=names[0].required("Name") if names else row.required("Name"),
        short_name=names[0].text("Kurzname") if names else row.text("Kurzname"),
        kinds=row.choices("Arten", register.organisation_kinds),
        topics=[_known_topic(register, row, key) for key in row.words("Themen")],
        parent=first_place,
        founded=row.vague("Gegründet"),
        is_administration=bool(row.choice("Eigene Verwaltung", YES_NO)),
        street=row.text("Straße"),
        postcode=row.text("PLZ"),
        city=row.text("Ort"),
        district=row.text("Stadtteil"),
        website=row.text("Internet"),
        languages=row.words("Sprachen"),
        confirmed_on=row.day("Bestätigt am"),
        confirmed_by=row.text("Bestätigt durch"),
        note=row.text("Bemerkung"),
        by=register.by,
    )
    _rename(register, row, organisation, names)
    _move(register, row, organisation, places)
    return organisation


def _rename(register: DemoRegister, row: Row, organisation: Organisation, names: list[Row]) -> None:
    for number, name in enumerate(names):
        follower = names[number + 1] if number + 1 < len(names) else row
        on = name.after("Bis")
        if on is None:
            raise name.wrong("Ein früherer Name braucht ein Ende.", column="Bis")
        with name.named_in_errors():
            rename_organisation(
                organisation=organisation,
                name=follower.required("Name"),
                short_name=follower.text("Kurzname"),
                on=on,
                since=name.day("Von"),
                by=register.by,
            )


def _move(register: DemoRegister, row: Row, organisation: Organisation, places: list[Row]) -> None:
    for number, place in enumerate(places):
        follower = places[number + 1] if number + 1 < len(places) else row
        on = place.after("Bis")
        if on is None:
            raise place.wrong("Ein früherer Platz braucht ein Ende.", column="Bis")
        with place.named_in_errors():
            parent = follower.look_up("Übergeordnet", register.organisations)
            move_organisation(organisation=organisation, parent=parent, on=on, by=register.by)


def _end_organisations(register: DemoRegister, rows: list[Row]) -> None:
    for row in rows:
        ended: VagueDate | None = row.vague("Aufgelöst")
        if ended is not None:
            dissolve_organisation(
                organisation=register.organisations[row.text("Schlüssel")],
                ended=ended,
                successor=row.look_up("Nachfolge", register.organisations),
                by=register.by,
            )


def _load_contact_points(register: DemoRegister) -> None:
    for row in register.rows("anlaufstellen.csv", "Organisation", "Funktion", "E-Mail", "Telefon"):
        with row.named_in_errors():
            add_contact_point(
                organisation=row.look_up_required("Organisation", register.organisations),
                function=row.required("Funktion"),
                email=row.text("E-Mail"),
                phone=row.text("Telefon"),
                by=register.by,
            )


def _known_topic(register: DemoRegister, row: Row, key: str) -> Topic:
    if key not in register.topics:
        raise row.wrong(f"Das Thema „{key}“ ist nicht beschrieben.", column="Themen")
    return register.topics[key]


def _by_organisation(rows: list[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.required("Organisation"), []).append(row)
    return grouped
