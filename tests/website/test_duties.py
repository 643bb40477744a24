"""The pages that the law asks for, and what machines ask for."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from django.test import Client

from gremienwerk.bodies.actions import write_site_text
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Role
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.languages import LANGUAGES
from gremienwerk.website.markdown import render_markdown
from tests.support.cast import SETUP, City, clerk_of, make_city, make_committee
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
PAGES = ("barrierefreiheit", "leichte-sprache", "gebaerdensprache", "impressum", "datenschutz")


@pytest.fixture
def city() -> City:
    return make_city()


def write(body: Body, page: str, language: str, text: str, video: str = "") -> None:
    write_site_text(body=body, page=page, language=language, text=text, video_url=video, by=SETUP)


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_the_site_links_the_duties(client: Client, city: City, name: str) -> None:
    assert f'href="/de/{name}/"' in page(client, "/de/")
    assert f'href="/de/{name}/"' in client.get("/de/gibt-es-nicht/").content.decode()


@pytest.mark.parametrize("name", ["impressum", "datenschutz"])
def test_a_new_body_says_that_it_has_written_nothing_yet(client: Client, city: City, name: str) -> None:
    assert "Diese Seite hat die Stadt noch nicht gefüllt." in words_of(page(client, f"/de/{name}/"))


def test_the_statement_names_norm_form_and_ombuds_office_before_anything_is_written(
    client: Client, city: City
) -> None:
    words = words_of(page(client, "/de/barrierefreiheit/"))
    for expected in ("EN 301 549", "WCAG) 2.2", "Barriere melden", "Ombudsstelle", "noch keine Prüfung"):
        assert expected in words


def test_what_the_body_writes_is_shown_at_once(client: Client, city: City) -> None:
    write(city.body, "imprint", "de", "# Anbieter\n\nStadt **Musterstadt**\n\n- Rathaus")
    html = page(client, "/de/impressum/")
    assert "<h2>Anbieter</h2>" in html
    assert "<strong>Musterstadt</strong>" in html
    write(city.body, "imprint", "de", "Neu")
    assert "<p>Neu</p>" in page(client, "/de/impressum/")


def test_a_page_without_a_translation_shows_the_german_text_and_says_so(client: Client, city: City) -> None:
    write(city.body, "imprint", "de", "Rathaus")
    html = page(client, "/ar/impressum/")
    assert '<div lang="de" dir="ltr"><p>Rathaus</p>' in html
    write(city.body, "imprint", "ar", "بلدية")
    assert '<div lang="ar" dir="rtl"><p>بلدية</p>' in page(client, "/ar/impressum/")


def test_a_video_is_linked_and_not_embedded(client: Client, city: City) -> None:
    write(city.body, "sign_language", "de", "Film", "https://stadt.example/film")
    html = page(client, "/de/gebaerdensprache/")
    assert 'href="https://stadt.example/film"' in html
    assert "<iframe" not in html
    assert "<video" not in html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ('<a href="x" onclick="y">z</a>', "&lt;a href="),
        ("![x](https://fremd.example/bild.png)", "<p></p>"),
    ],
)
def test_texts_can_do_no_harm(written: str, shown: str) -> None:
    html = str(render_markdown(written))
    assert shown in html
    assert "<script" not in html
    assert "<img" not in html


@pytest.mark.parametrize("signs", ["#", "##", "###"])
def test_the_highest_heading_of_a_text_follows_that_of_the_page(signs: str) -> None:
    html = str(render_markdown(f"{signs} Oben\n\n{signs}# Darunter"))
    assert html == "<h2>Oben</h2>\n<h3>Darunter</h3>\n"


def test_only_the_administration_writes(city: City) -> None:
    for role in (Role.EDITOR, Role.RELEASER, Role.AUDITOR):
        with pytest.raises(UserFacingError, match="Administration"):
            write_site_text(
                body=city.body, page="imprint", language="de", text="x", by=clerk_of(city.body, role)
            )


def test_the_administration_writes_a_text_on_its_page(client: Client, city: City) -> None:
    sign_in(client, city.body, role=Role.ADMINISTRATOR)
    assert "fehlt" in words_of(client.get("/desk/pflichtseiten/").content)
    answer = client.post("/desk/pflichtseiten/imprint/tr/", {"text": "Belediye", "video_url": ""})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/pflichtseiten/")
    assert "Belediye" in page(client, "/tr/impressum/")
    wrong = client.post("/desk/pflichtseiten/imprint/tr/", {"text": "Behalten", "video_url": "kein Link"})
    assert wrong.status_code == 400
    assert "Behalten" in wrong.content.decode()
    assert client.get("/desk/pflichtseiten/gibtesnicht/tr/").status_code == 404


def test_a_stranger_sees_and_writes_no_texts_of_another_body(client: Client, city: City) -> None:
    other = make_city(key="05999002")
    sign_in(client, other.body, role=Role.ADMINISTRATOR)
    write(city.body, "imprint", "de", "Geheim")
    assert "Geheim" not in client.get("/desk/pflichtseiten/imprint/de/").content.decode()
    client.post("/desk/pflichtseiten/imprint/de/", {"text": "Fremd", "video_url": ""})
    assert "Fremd" in client.get("/desk/pflichtseiten/imprint/de/").content.decode()


def test_robots_may_read_what_is_public(client: Client, city: City) -> None:
    answer = client.get("/robots.txt")
    lines = answer.content.decode().splitlines()
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "Disallow: /desk/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert "ETag" in answer.headers


def test_the_sitemaps_lead_to_pages_that_exist(client: Client, city: City) -> None:
    committee = make_committee(city.body, "Runder Tisch", kind="round-table", visibility="public")
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    files = [node.text or "" for node in index.findall("s:sitemap/s:loc", names)]
    assert files == [f"http://testserver/{language.segment}/sitemap.xml" for language in LANGUAGES]
    listed = ElementTree.fromstring(client.get("/tr/sitemap.xml").content)
    pages = [node.text or "" for node in listed.findall("s:url/s:loc", names)]
    assert f"http://testserver/tr/gremien/{committee.uid}/" in pages
    assert {client.get(path.removeprefix("http://testserver")).status_code for path in pages} == {200}


def test_the_manifest_names_the_city(client: Client, city: City) -> None:
    answer = client.get("/manifest.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    assert json.loads(answer.content)["name"] == "Musterstadt"
