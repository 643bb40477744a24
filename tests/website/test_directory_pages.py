"""The directory on the web: what it shows, filters that cannot be abused, languages, frames of other sites."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gremienwerk.committees.actions import appoint
from gremienwerk.committees.models import Role
from gremienwerk.core.languages import LANGUAGES
from gremienwerk.organisations.actions import (
    confirm_profile,
    describe_profile,
    publish_profile,
    settle_directory,
    translate_profile,
)
from gremienwerk.website.sights import forget_sights
from gremienwerk.website.store import forget_pages
from tests.support.cast import SETUP, make_body, make_committee, make_organisation
from tests.support.directory import SECRETS, Directory, make_directory
from tests.support.pages import words_of

pytestmark = pytest.mark.django_db
ERITREA, SYRIA = "Eritreische Gemeinschaft e. V.", "Syrischer Verein"


@pytest.fixture
def directory() -> Directory:
    return make_directory()


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def named(html: str) -> list[str]:
    """The organisations of a list, in its order."""
    return re.findall(r'class="verz-entry__name"><a [^>]*><bdi>([^<]+)', html)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.segment)
@pytest.mark.parametrize("kind", ["list", "entry", "frame"])
def test_no_page_gives_a_secret(client: Client, directory: Directory, language: Any, kind: str) -> None:
    address = {
        "list": f"/{language.segment}/migrantenorganisationen/",
        "entry": directory.entry(directory.eritrea, language.segment),
        "frame": f"/{language.segment}/einbetten/migrantenorganisationen/",
    }[kind]
    html = page(client, address)
    assert ERITREA in html
    for secret in SECRETS:
        assert secret not in html


def test_entries_that_are_not_to_be_seen_do_not_exist(client: Client, directory: Directory) -> None:
    hidden = make_organisation(directory.body, "Ohne Eintrag", "mso")
    for uid in (hidden.uid, make_body(key="05999009").uid):
        assert client.get(f"/de/migrantenorganisationen/{uid}/").status_code == 404


def test_an_entry_shows_what_was_released_and_says_what_was_not(client: Client, directory: Directory) -> None:
    html = page(client, directory.entry(directory.syria))
    said = words_of(html)
    assert "0221 4710-364" in said
    assert 'href="tel:02214710364"' in html
    assert "Kornmarkt 1" in said
    assert "Diese Angaben können veraltet sein." in said
    said = words_of(page(client, directory.entry(directory.eritrea)))
    assert "Die genaue Adresse bekommen Sie von der Organisation." in said
    assert "Telefon und E-Mail hat die Organisation nicht zur Veröffentlichung freigegeben." in said
    assert "ማሕበረሰብ ኤርትራ" in said
    assert "Tigrinya ትግርኛ" in said


def test_an_entry_names_its_public_committees_only(client: Client, directory: Directory) -> None:
    for name, visibility in (("Runder Tisch", "public"), ("Geheimer Kreis", "hidden")):
        committee = make_committee(directory.body, name, visibility=visibility)
        appoint(
            committee=committee, organisation=directory.eritrea.organisation, role=Role.MEMBER,
            on=directory.today - timedelta(days=30), by=SETUP,
        )  # fmt: skip
    said = words_of(page(client, directory.entry(directory.eritrea)))
    assert "Runder Tisch" in said
    assert "Geheimer Kreis" not in said


def test_a_text_that_exists_in_german_only_says_so_and_keeps_its_language(
    client: Client, directory: Directory
) -> None:
    german = 'lang="de" dir="ltr">Eine der ältesten Gemeinschaften der Stadt.'
    turkish = page(client, directory.entry(directory.eritrea, "tr"))
    assert german in turkish
    assert "verz-sign" in turkish
    arabic = page(client, directory.entry(directory.eritrea, "ar"))
    assert "من أقدم الجاليات في المدينة." in arabic
    assert german not in arabic


def test_an_outdated_translation_says_so(client: Client, directory: Directory) -> None:
    address = directory.entry(directory.eritrea, "einfach")
    translate_profile(
        profile=directory.eritrea, language="de-simple", field="description", text="Einfach.", by=SETUP
    )
    signs = page(client, address).count("verz-sign")
    describe_profile(profile=directory.eritrea, description="Ganz neu.", by=SETUP)
    forget_sights()
    html = page(client, address)
    assert "Einfach." in html
    assert html.count("verz-sign") == signs + 1


def test_an_entry_is_understood_by_search_engines(client: Client, directory: Directory) -> None:
    html = page(client, directory.entry(directory.syria))
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    (data,) = [one for one in map(json.loads, blocks) if one.get("@type") == "NGO"]
    assert data["name"] == SYRIA
    assert data["knowsLanguage"] == ["ar", "de"]
    assert data["address"]["streetAddress"] == "Kornmarkt 1"
    assert data["contactPoint"] == {"@type": "ContactPoint", "telephone": "0221 4710-364"}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", [ERITREA, SYRIA]),
        ("?sprache=ti", [ERITREA]),
        ("?stadtteil=Altstadt&sprache=ar", [SYRIA]),
        ("?text=jugendtreff", [ERITREA]),
        ("?text=syrer", []),
        ("?sprache=xx", [ERITREA, SYRIA]),
        ("?sprache=ti&sprache=xx", [ERITREA, SYRIA]),
        ("?sprache[]=ti&thema=%00&angebot=1%27%20OR%201=1", [ERITREA, SYRIA]),
        ("?text=%3Cscript%3Ealert(1)%3C/script%3E", []),
        ("?text=" + "ä" * 250, []),
        ("?text=%25", [ERITREA, SYRIA]),
        ("?stadtteil=" + "x" * 1900, [ERITREA, SYRIA]),
    ],
)
def test_filters_find_what_they_say_and_bear_anything(
    client: Client, directory: Directory, query: str, names: list[str]
) -> None:
    html = page(client, directory.address + query)
    assert named(html) == names
    assert "<script>alert" not in html


def test_the_sentence_counts_and_every_filter_can_be_removed(client: Client, directory: Directory) -> None:
    html = page(client, f"{directory.address}?sprache=ti&stadtteil=Hohenrain")
    assert "1 von 2 Organisationen passt zu Ihrer Auswahl." in words_of(html)
    assert 'class="gw-tag" href="?stadtteil=Hohenrain"' in html
    assert 'class="gw-tag" href="?sprache=ti"' in html
    assert 'liste.csv?sprache=ti&amp;stadtteil=Hohenrain"' in html
    none = words_of(page(client, f"{directory.address}?sprache=ti&stadtteil=Altstadt"))
    assert "Nehmen Sie einen Filter weg" in none


def test_the_drawn_map_leads_to_each_district(client: Client, directory: Directory) -> None:
    html = page(client, f"{directory.address}?thema=kultur")
    assert '<a href="?thema=kultur&amp;stadtteil=Hohenrain"' in html
    assert 'aria-label="Hohenrain: 1 Organisation"' in html
    assert "stadtteil=Altstadt" not in html.split("<svg", 1)[1].split("</svg>")[0]


def test_the_number_of_queries_does_not_grow(client: Client, directory: Directory) -> None:
    def asked() -> int:
        forget_pages()
        forget_sights()
        with CaptureQueriesContext(connection) as captured:
            page(client, directory.address)
        return len(captured)

    few = asked()
    for number in range(3):
        publish_profile(
            organisation=make_organisation(directory.body, f"Verein {number}", "mso", languages=["Tamil"]),
            by=SETUP, published_from=directory.today, confirmed_on=directory.today,
        )  # fmt: skip
    assert asked() == few


def test_an_entry_that_is_confirmed_is_no_longer_marked(client: Client, directory: Directory) -> None:
    assert "Lange nicht bestätigt" in words_of(page(client, directory.entry(directory.syria)))
    confirm_profile(profile=directory.syria, on=directory.today, by=SETUP)
    forget_sights()
    assert "Lange nicht bestätigt" not in words_of(page(client, directory.entry(directory.syria)))


def policy(client: Client, address: str) -> dict[str, str]:
    header = client.get(address).headers["Content-Security-Policy"]
    return {name: rest for name, _, rest in (part.strip().partition(" ") for part in header.split(";"))}


def test_tiles_open_the_policy_for_their_host_only_and_without_them_nothing(
    client: Client, directory: Directory
) -> None:
    strict = policy(client, directory.address)
    assert strict["img-src"] == "'self' data:"
    settle_directory(body=directory.body, tile_url="https://kacheln.example/{z}/{x}/{y}.png", by=SETUP)
    forget_sights()
    opened = policy(client, directory.address)
    assert opened == strict | {"img-src": "'self' data: https://kacheln.example"}
    assert policy(client, directory.entry(directory.syria)) == strict
    assert "unsafe" not in " ".join(opened.values())


@pytest.mark.parametrize("name", ["migrantenorganisationen", "kalender"])
def test_only_named_sites_may_put_the_frames_into_their_pages(
    client: Client, directory: Directory, name: str
) -> None:
    address = f"/de/einbetten/{name}/"
    response = client.get(address)
    assert policy(client, address)["frame-ancestors"] == "https://stadt.example"
    assert "X-Frame-Options" not in response.headers
    assert response.cookies == {}
    settle_directory(body=directory.body, embedding_hosts=[], by=SETUP)
    forget_sights()
    assert policy(client, address)["frame-ancestors"] == "'none'"
    assert client.get(address).headers["X-Frame-Options"] == "DENY"


def test_other_pages_stay_out_of_frames(client: Client, directory: Directory) -> None:
    for address in (directory.address, directory.entry(directory.syria), "/de/einbetten/"):
        response = client.get(address)
        assert policy(client, address)["frame-ancestors"] == "'none'"
        assert response.headers["X-Frame-Options"] == "DENY"


def test_the_page_on_embedding_gives_text_to_copy(client: Client, directory: Directory) -> None:
    said = words_of(page(client, "/de/einbetten/"))
    snippet = '<div data-gremienwerk="http://testserver/de/einbetten/migrantenorganisationen/"></div>'
    assert snippet in said
    assert '<script src="http://testserver/de/einbetten/einbetten.js" defer></script>' in said
    assert "https://stadt.example" in said
    script = client.get("/de/einbetten/einbetten.js")
    assert script.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert b"event.origin !== own" in script.content
