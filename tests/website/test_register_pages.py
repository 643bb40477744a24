"""Committees, organisations, the structure and answered inquiries in public: what they say, on any day, and never."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from gremienwerk.committees.actions import appoint, end_committee, rename_committee
from gremienwerk.committees.models import Committee, Role
from gremienwerk.core.dates import parse_vague_date
from tests.support.cast import SETUP, City, make_city, make_committee, make_organisation
from tests.support.pages import words_of

pytestmark = pytest.mark.django_db
PUBLIC = {"visibility": "public"}
NOBODY = "01234567-89ab-4def-8123-456789abcdef"


@pytest.fixture
def city() -> City:
    return make_city()


@pytest.fixture
def round_table(city: City) -> Committee:
    made = make_committee(
        city.body,
        "Runder Tisch Sprache",
        kind="round-table",
        founded=parse_vague_date("März 2020"),
        goal="Alle Kinder lernen Deutsch.",
        rhythm_text="jeden 2. Dienstag im Monat",
        guests="yes",
        guests_how="E-Mail an die Geschäftsstelle",
        contact="Geschäftsstelle Sprache",
        **PUBLIC,
    )
    appoint(committee=made, role=Role.LEAD, organisation=city.ressort, on=date(2020, 3, 1), by=SETUP)
    appoint(
        committee=made,
        role=Role.MEMBER,
        organisation=city.partner,
        on=date(2020, 3, 1),
        until=date(2024, 1, 1),
        by=SETUP,
    )
    return made


def words(client: Client, address: str, *, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return words_of(answer.content)


def test_a_committee_answers_the_seven_questions(client: Client, city: City, round_table: Committee) -> None:
    said = words(client, f"/de/gremien/{round_table.uid}/")

    for sentence in (
        "Wer leitet, und wer hat es angestoßen?", "Ressort 204 Integration", "Wer wirkt mit?", "Wann trifft es sich?",
        "jeden zweiten Dienstag im Monat", "Wer wird eingeladen, und wie?", "Gäste sind willkommen.",
        "E-Mail an die Geschäftsstelle", "Alle Kinder lernen Deutsch.", "Geschäftsstelle Sprache", "März 2020",
    ):  # fmt: skip
        assert sentence in said, sentence
    assert "Nicht erfasst" in said, "missing facts are said"


def test_members_are_those_of_the_day_and_the_day_stays_in_links(
    client: Client, city: City, round_table: Committee
) -> None:
    page = f"/de/gremien/{round_table.uid}/"
    before, now = client.get(f"{page}?stand=2022-05-15"), client.get(page)

    assert "wirken 2 Organisationen mit" in words_of(before.content)
    assert "wirkt 1 Organisation mit" in words_of(now.content)
    assert f"/de/organisationen/{city.partner.uid}/?stand=2022-05-15" in before.content.decode()
    assert "Sie sehen den Stand vom 15. Mai 2022." in words_of(before.content)
    assert client.get(f"{page}?stand=2019-01-01").status_code == 404


def test_the_timeline_tells_who_came_and_went_and_what_it_was_called(
    client: Client, city: City, round_table: Committee
) -> None:
    rename_committee(committee=round_table, name="Runder Tisch Deutsch", on=date(2023, 1, 1), by=SETUP)
    said = words(client, f"/de/gremien/{round_table.uid}/")

    assert "Umbenannt; hieß vorher „Runder Tisch Sprache“" in said
    assert f"{city.partner.name} scheidet aus (Mitglied)" in said
    assert "So hieß das Gremium damals. Heute heißt es „Runder Tisch Deutsch“." in words(
        client, f"/de/gremien/{round_table.uid}/?stand=2022-01-01"
    )


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Runder Tisch Sprache", "AG Sport"}),
        ("?gaeste=yes", {"Runder Tisch Sprache"}),
        ("?text=deutsch", {"Runder Tisch Sprache"}),
        ("?art=round-table", {"Runder Tisch Sprache"}),
        ("?status=ended", {"AG Alt"}),
        ("?status=alle", {"Runder Tisch Sprache", "AG Sport", "AG Alt"}),
        ("?text=gibtesnicht", set()),
        ("?leitung=quatsch&seite=-1", {"Runder Tisch Sprache", "AG Sport"}),
    ],
)
def test_the_list_and_its_files_hold_exactly_what_is_filtered(
    client: Client, city: City, round_table: Committee, query: str, shown: set[str]
) -> None:
    make_committee(city.body, "AG Sport", founded=parse_vague_date("2015"), **PUBLIC)
    old = make_committee(city.body, "AG Alt", founded=parse_vague_date("2010"), **PUBLIC)
    end_committee(committee=old, ended=parse_vague_date("31.12.2015"), by=SETUP)
    make_committee(city.body, "AG Intern", founded=parse_vague_date("2015"))
    everything = {"Runder Tisch Sprache", "AG Sport", "AG Alt", "AG Intern"}

    for view in ("", "&ansicht=tabelle" if query else "?ansicht=tabelle"):
        said = words(client, f"/de/gremien/{query}{view}")
        assert {name for name in everything if name in said} == shown
    table = client.get(f"/de/gremien/tabelle.csv{query}").content.decode("utf-8-sig")
    assert {row["Gremium"] for row in csv.DictReader(io.StringIO(table), delimiter=";")} == shown
    sheet = load_workbook(io.BytesIO(client.get(f"/de/gremien/tabelle.xlsx{query}").content)).active
    assert sheet is not None
    assert {str(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]} == shown


def test_a_name_that_is_a_formula_stays_text(client: Client, city: City) -> None:
    make_committee(city.body, "=HYPERLINK(1)", founded=parse_vague_date("2015"), **PUBLIC)
    assert "'=HYPERLINK(1)" in client.get("/de/gremien/tabelle.csv").content.decode("utf-8-sig")


def test_an_organisation_shows_its_seats_and_a_unit_those_below_it(
    client: Client, city: City, round_table: Committee
) -> None:
    unit = words(client, f"/de/organisationen/{city.administration.uid}/")
    partner = words(client, f"/de/organisationen/{city.partner.uid}/?stand=2022-05-15")

    assert "mit den Stellen darunter in 1 Gremium" in unit and "Runder Tisch Sprache" in unit
    assert "Leitet oder führt" in unit and "Wirkt mit" in partner and "Wirkt mit" not in unit
    assert "Ressort 204 Integration" in words(client, "/de/verwaltung/")


def test_the_structure_is_a_drawing_a_list_a_file_and_a_paper(
    client: Client, city: City, round_table: Committee
) -> None:
    page = client.get("/de/struktur/").content.decode()
    assert f'href="/de/gremien/{round_table.uid}/"' in page and "<svg" in page
    assert client.get("/de/struktur/struktur.svg").content.startswith(b"<?xml")
    for language in ("de", "ar"):
        assert client.get(f"/{language}/struktur/struktur.pdf").content.startswith(b"%PDF-1.7")
    assert "keine Gremien" in words(client, "/de/struktur/?stand=1950-01-01")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/de/gremien/{NOBODY}/", 404),
        (f"/de/organisationen/{NOBODY}/", 404),
        (f"/de/anfragen/{NOBODY}/", 404),
        (f"/de/anfragen/{NOBODY}/fassungen/1/x.pdf", 404),
        ("/de/gremien/?stand=gestern", 400),
        ("/de/struktur/?stand=2022-02-30", 400),
        ("/de/gremien/?text=" + "a" * 3000, 200),
        ("/de/organisationen/?art=%00&seite=999999", 200),
        ("/de/anfragen/?text=%22%27%3C&seite=x", 200),
    ],
)
def test_nonsense_in_the_address_gets_a_page_that_helps(
    client: Client, city: City, address: str, status: int
) -> None:
    assert "Traceback" not in words(client, address, status=status)


@pytest.mark.parametrize(
    "address", ["/de/gremien/", "/de/gremien/?ansicht=tabelle", "/de/organisationen/", "/de/struktur/"]
)
def test_lists_ask_the_same_number_of_queries_for_one_and_three(
    client: Client, city: City, round_table: Committee, address: str
) -> None:
    first = queries_of(client, address)
    for n in range(3):
        other = make_committee(
            city.body, f"Kreis {n}", founded=parse_vague_date("2018"), rhythm_text="monatlich", **PUBLIC
        )
        club = make_organisation(city.body, f"Verein {n}")
        appoint(committee=other, role=Role.LEAD, organisation=club, on=date(2020, 1, 1), by=SETUP)
    assert queries_of(client, address) == first


def test_a_committee_asks_the_same_number_of_queries_for_one_and_three_members(
    client: Client, city: City, round_table: Committee
) -> None:
    address = f"/de/gremien/{round_table.uid}/"
    first = queries_of(client, address)
    for n in range(3):
        club = make_organisation(city.body, f"Verein {n}")
        appoint(committee=round_table, role=Role.MEMBER, organisation=club, on=date(2021, 1, 1), by=SETUP)
    assert queries_of(client, address) == first


def queries_of(client: Client, address: str) -> int:
    client.get(address)
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(f"{address}{'&' if '?' in address else '?'}text=").status_code == 200
    return len(seen)
