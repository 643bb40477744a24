"""The directory as JSON, CSV, GeoJSON and brochure: the same entries as the page, and no more."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import geojson_validator
import pypdfium2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from gremienwerk.core.languages import LANGUAGES
from gremienwerk.organisations.actions import describe_organisation, publish_profile
from gremienwerk.website.sights import forget_sights
from gremienwerk.website.store import forget_pages
from tests.support.cast import SETUP, make_organisation
from tests.support.directory import SECRETS, Directory, make_directory

pytestmark = pytest.mark.django_db
FILES = ("liste.json", "liste.csv", "liste.geojson", "broschuere.pdf")


@pytest.fixture
def directory() -> Directory:
    return make_directory()


def get(client: Client, name: str, query: str = "", language: str = "de") -> Any:
    return client.get(f"/{language}/migrantenorganisationen/{name}{query}")


def text_of(content: bytes) -> str:
    if not content.startswith(b"%PDF"):
        return content.decode()
    with pypdfium2.PdfDocument(content) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("name", FILES)
def test_no_file_gives_a_secret(client: Client, directory: Directory, name: str) -> None:
    words = text_of(get(client, name).content)
    assert "Eritreische Gemeinschaft" in words
    assert "Syrischer Verein" in words
    for secret in SECRETS:
        assert secret not in words
        assert secret.replace(".", ",") not in words


def test_the_json_says_what_was_released(client: Client, directory: Directory) -> None:
    data = json.loads(get(client, "liste.json").content)
    eritrea, syria = data["organisations"]
    assert (data["count"], data["publisher"], data["licence"]) == (2, "Musterstadt", "dl-de/zero-2.0")
    assert eritrea["languages"] == {"ti": "Tigrinya", "ar": "Arabisch", "de": "Deutsch"}
    assert (eritrea["position"], eritrea["latitude"], eritrea["longitude"]) == ("district", 51.21, 7.16)
    assert (eritrea["email"], eritrea["phone"], eritrea["street"]) == (None, None, None)
    assert eritrea["alsoKnownAs"] == ["ማሕበረሰብ ኤርትራ"]
    assert eritrea["translations"]["en"] == {
        "description": {"text": "One of the oldest communities in the city.", "isCurrent": True}
    }
    assert (syria["position"], syria["latitude"], syria["street"]) == ("address", 51.191, "Kornmarkt 1")
    assert (syria["phone"], syria["email"]) == ("0221 4710-364", None)
    assert (eritrea["needsConfirmation"], syria["needsConfirmation"]) == (False, True)
    assert eritrea["url"] == f"http://testserver{directory.entry(directory.eritrea)}"


def test_the_geojson_is_valid_and_puts_longitude_first(client: Client, directory: Directory) -> None:
    response = get(client, "liste.geojson")
    data = json.loads(response.content)
    assert response.headers["Content-Type"] == "application/geo+json"
    assert [feature["geometry"]["coordinates"] for feature in data["features"]] == [
        [7.16, 51.21],
        [7.121, 51.191],
    ]
    assert geojson_validator.validate_structure(data) == {}
    found = geojson_validator.validate_geometries(data)
    assert (found["invalid"], found["problematic"]) == ({}, {})


def test_an_organisation_without_a_place_has_no_geometry(client: Client, directory: Directory) -> None:
    publish_profile(
        organisation=make_organisation(directory.body, "Überall", "mso"), by=SETUP,
        published_from=directory.today, confirmed_on=directory.today,
    )  # fmt: skip
    data = json.loads(get(client, "liste.geojson").content)
    assert data["features"][-1]["geometry"] is None
    assert geojson_validator.validate_structure(data) == {}


@pytest.mark.parametrize("name", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1"])
def test_the_table_opens_in_excel_and_holds_no_formula(
    client: Client, directory: Directory, name: str
) -> None:
    describe_organisation(organisation=directory.syria.organisation, name=name, by=SETUP)
    response = get(client, "liste.csv")
    assert response.content.startswith("\ufeffName;".encode())
    assert b"\r\n" in response.content
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert f"'{name}".strip() in {row["Name"].strip() for row in rows}
    assert {row["Breite"] for row in rows} == {"51,21000", "51,19100"}


def test_the_table_speaks_the_language_of_its_address_under_the_same_columns(
    client: Client, directory: Directory
) -> None:
    def rows(language: str) -> list[dict[str, str]]:
        content = get(client, "liste.csv", language=language).content.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(content), delimiter=";"))

    german, turkish = rows("de")[0], rows("tr")[0]
    assert list(german) == list(turkish)
    assert (german["Zugang"].split(" – ")[0], turkish["Zugang"].split(" – ")[0]) == (
        "stufenlos",
        "basamaksız",
    )
    assert "Arabisch" in german["Sprachen"] and "Arapça" in turkish["Sprachen"]
    assert german["Name"] == turkish["Name"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?sprache=ti", ["Eritreische Gemeinschaft e. V."]),
        ("?sprache=ar", ["Eritreische Gemeinschaft e. V.", "Syrischer Verein"]),
        ("?stadtteil=Altstadt", ["Syrischer Verein"]),
        ("?angebot=beratung", ["Eritreische Gemeinschaft e. V."]),
        ("?thema=kultur&zielgruppe=families&stufenlos=ja", ["Eritreische Gemeinschaft e. V."]),
        ("?text=syrien", ["Syrischer Verein"]),
        ("?sprache=ti&stadtteil=Altstadt", []),
        ("?sprache=%00&text=%27%22%3Cscript%3E", []),
        ("?sprache=" + "x" * 1500, []),
        ("?stand=gestern&seite=-1&size=0", ["Eritreische Gemeinschaft e. V.", "Syrischer Verein"]),
    ],
)
def test_files_take_the_filters_of_the_page(
    client: Client, directory: Directory, query: str, names: list[str]
) -> None:
    for file in ("liste.json", "liste.geojson"):
        response = get(client, file, query)
        data = json.loads(response.content)
        listed = data.get("organisations") or [one["properties"] for one in data.get("features", ())]
        assert (response.status_code, [one["name"] for one in listed]) == (200, names)


def test_the_number_of_queries_does_not_grow(client: Client, directory: Directory) -> None:
    def asked() -> int:
        forget_pages()
        forget_sights()
        with CaptureQueriesContext(connection) as captured:
            get(client, "liste.json")
        return len(captured)

    few = asked()
    for number in range(5):
        publish_profile(
            organisation=make_organisation(directory.body, f"Verein {number}", "mso", languages=["Tamil"]),
            by=SETUP, published_from=directory.today, confirmed_on=directory.today,
        )  # fmt: skip
    assert asked() == few


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.segment)
def test_the_brochure_is_set_in_every_language(client: Client, directory: Directory, language: Any) -> None:
    response = get(client, "broschuere.pdf", language=language.segment)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/pdf")
    with pypdfium2.PdfDocument(response.content) as pdf:
        assert len(pdf) >= 4
    # Words of a line written from the right come out of the file in another order.
    assert {"Eritreische", "Gemeinschaft"} <= set(text_of(response.content).split())


def test_the_brochure_says_which_texts_exist_in_german_only(client: Client, directory: Directory) -> None:
    sign = "Nur auf Deutsch vorhanden."
    with translation.override("en"):
        english = translation.gettext(sign)
    assert english in text_of(get(client, "broschuere.pdf", language="en").content).replace("\r\n", " ")
    assert sign not in text_of(get(client, "broschuere.pdf").content)


def test_an_empty_choice_makes_a_brochure_that_says_so(client: Client, directory: Directory) -> None:
    response = get(client, "broschuere.pdf", "?sprache=xx")
    assert "Zu dieser Auswahl gibt es keinen Eintrag." in text_of(response.content)
