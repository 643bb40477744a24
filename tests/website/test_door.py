"""How every public page is made: body by host, language by address, day by parameter; and how long it is kept."""

from __future__ import annotations

import gzip
from datetime import UTC, date, datetime, timedelta
from typing import Any

import brotli
import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from gremienwerk.audit.change import change
from gremienwerk.bodies.actions import write_site_text
from gremienwerk.bodies.models import Body
from gremienwerk.core.languages import LANGUAGES
from gremienwerk.publishing import sites
from gremienwerk.website.store import plain_query
from tests.support.cast import SETUP, make_body, make_city
from tests.support.pages import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def body() -> Body:
    return make_city().body


def write(body: Body, text: str) -> None:
    write_site_text(body=body, page="imprint", language="de", text=text, by=SETUP)


def test_the_way_in_leads_to_the_language_the_browser_asks_for(client: Client, body: Body) -> None:
    answer = client.get("/", headers={"Accept-Language": "xx, tr-TR;q=0.9, en;q=0.5"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/tr/")
    assert (answer.headers["Vary"], answer.headers["Cache-Control"]) == ("Accept-Language", "no-cache")
    assert client.get("/").headers["Location"] == "/de/"


def test_a_body_may_speak_fewer_languages(client: Client, body: Body) -> None:
    with change(by=SETUP, body=body.pk) as made:
        made.update(body, action="test", languages=["de", "en"])
    assert client.get("/", headers={"Accept-Language": "tr"}).headers["Location"] == "/de/"
    assert client.get("/tr/impressum/").status_code == 404
    assert client.get("/en/impressum/").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.segment)
def test_a_page_says_its_language_and_direction_and_where_the_others_are(
    client: Client, body: Body, language: Any
) -> None:
    html = client.get(f"/{language.segment}/impressum/?a=1").content.decode()
    assert f'<html lang="{language.code}" dir="{language.direction}">' in html
    for other in LANGUAGES:
        assert f'href="/{other.segment}/impressum/?a=1" hreflang="{other.code}" lang="{other.code}"' in html


def test_a_public_page_touches_no_session_and_sets_no_cookie(client: Client, body: Body) -> None:
    client.cookies["sessionid"] = "somebody"
    for path in (
        "/",
        "/de/",
        "/de/impressum/",
        "/de/suche/?text=x",
        "/de/gibt-es-nicht/",
        "/de/rueckmeldung/",
    ):
        answer = client.get(path)
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
        assert not answer.wsgi_request.session.accessed if hasattr(answer.wsgi_request, "session") else True


def test_a_day_that_cannot_be_read_is_explained_in_the_frame_of_the_site(client: Client, body: Body) -> None:
    answer = client.get("/de/?stand=gestern")
    assert answer.status_code == 400
    assert "9. Juni 2022" in words_of(answer.content)
    assert "Barriere oder Fehler melden" in words_of(answer.content)


def test_an_unknown_address_shows_the_way_back_and_no_detail(client: Client, body: Body) -> None:
    for path in ("/de/gibt-es-nicht/", "/gibt-es-nicht/"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "Diese Seite gibt es nicht" in words_of(answer.content)
        assert "ETag" not in answer.headers


def test_a_fault_of_ours_shows_nothing_of_it(
    client: Client, body: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_: object) -> None:
        raise RuntimeError("internal detail")

    monkeypatch.setattr("gremienwerk.website.views.duties.site_text", fail)
    client.raise_request_exception = False
    answer = client.get("/de/impressum/")
    assert answer.status_code == 500
    assert "Hier ist etwas schiefgegangen" in words_of(answer.content)
    assert b"internal detail" not in answer.content


def test_without_a_register_there_is_no_page(client: Client, db: None) -> None:
    assert client.get("/").headers["Location"] == "/de/"
    assert client.get("/de/").status_code == 404


def test_two_bodies_on_two_hosts_never_mix(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    first, second = make_body(name="Erststadt", key="05999001"), make_body(name="Zweitstadt", key="05999002")
    for body, host in ((first, "erst.example"), (second, "zweit.example")):
        with change(by=SETUP, body=body.pk) as made:
            made.update(body, action="test", hostname=host)
    tags = {}
    for _ in range(2):
        for name, host in (("Erststadt", "erst.example"), ("Zweitstadt", "ZWEIT.example:8443")):
            answer = client.get("/de/impressum/", headers={"Host": host})
            assert name in words_of(answer.content)
            tags[name] = answer.headers["ETag"]
    assert tags["Erststadt"] != tags["Zweitstadt"]
    other = client.get(
        "/de/impressum/", headers={"Host": "erst.example", "If-None-Match": tags["Zweitstadt"]}
    )
    assert other.status_code == 200
    assert client.get("/de/impressum/", headers={"Host": "fremd.example"}).status_code == 404


def test_what_has_not_changed_is_not_sent_again(client: Client, body: Body) -> None:
    first = client.get("/de/impressum/")
    again = client.get("/de/impressum/", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == "public, max-age=0, s-maxage=1, must-revalidate"
    assert again.headers["Vary"] == first.headers["Vary"] == "Accept-Encoding"


def test_not_modified_and_kept_pages_ask_the_database_nothing_within_a_second(
    client: Client, body: Body, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.REVISION_TRUSTED_SECONDS = 60.0
    tag = client.get("/de/impressum/").headers["ETag"]
    with django_assert_num_queries(0):
        assert client.get("/de/impressum/").status_code == 200
        assert client.get("/de/impressum/", headers={"If-None-Match": tag}).status_code == 304
        assert client.head("/de/impressum/").headers["ETag"] == tag


def test_a_write_shows_in_another_process_after_the_trusted_second(
    client: Client, body: Body, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This process reads as another would: it does not know of the write, only its trust runs out."""
    settings.REVISION_TRUSTED_SECONDS = 1.0
    clock = [100.0]
    monkeypatch.setattr("gremienwerk.website.sights.monotonic", lambda: clock[0])
    write(body, "Erste Fassung")
    assert "Erste Fassung" in words_of(client.get("/de/impressum/").content)
    write(body, "Zweite Fassung")
    clock[0] = 100.9
    assert "Erste Fassung" in words_of(client.get("/de/impressum/").content)
    clock[0] = 101.0
    assert "Zweite Fassung" in words_of(client.get("/de/impressum/").content)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


def test_midnight_in_the_town_gives_the_page_another_key(
    client: Client, body: Body, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.REVISION_TRUSTED_SECONDS = 60.0
    at(monkeypatch, datetime(2026, 6, 9, 21, 59, 59, tzinfo=UTC))  # 23:59:59 in Berlin
    before = client.get("/de/")
    assert "Stand: heute, 9. Juni 2026" in words_of(before.content)
    assert "s-maxage=0" in before.headers["Cache-Control"]
    at(monkeypatch, datetime(2026, 6, 9, 22, 0, 0, tzinfo=UTC))
    after = client.get("/de/", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "Stand: heute, 10. Juni 2026" in words_of(after.content)


def test_a_turn_ends_trust_and_key_at_its_instant(
    client: Client, body: Body, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.REVISION_TRUSTED_SECONDS = 60.0
    turns = iter([date(2026, 6, 10), date(2026, 8, 1)])
    monkeypatch.setattr(sites, "turn", lambda **_: next(turns))
    turn = datetime(2026, 6, 9, 22, 0, tzinfo=UTC)
    at(monkeypatch, turn - timedelta(milliseconds=500))
    before = client.get("/de/impressum/")
    assert "s-maxage=0" in before.headers["Cache-Control"]
    at(monkeypatch, turn)
    after = client.get("/de/impressum/", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "s-maxage=1" in after.headers["Cache-Control"]


def test_equal_questions_have_one_key_and_different_ones_do_not(client: Client, body: Body) -> None:
    assert plain_query("b=2&a=1&c=") == plain_query("a=1&b=2") == "a=1&b=2"
    tags = [
        client.get(f"/de/impressum/?{query}").headers["ETag"]
        for query in ("a=1&b=2", "b=2&a=1&c=", "a=2&b=1")
    ]
    assert tags[0] == tags[1] != tags[2]


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [("gzip, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress), ("br;q=0", None, bytes)],
)
def test_kept_pages_are_sent_compressed_as_the_browser_likes(
    client: Client, body: Body, accepted: str, encoding: str | None, unpack: Any
) -> None:
    plain = client.get("/de/impressum/").content
    answer = client.get("/de/impressum/", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    assert unpack(answer.content) == plain


def test_a_kept_page_carries_the_same_headers_as_when_it_was_made(client: Client, body: Body) -> None:
    made, kept = client.get("/de/impressum/"), client.get("/de/impressum/")
    assert dict(made.headers) == dict(kept.headers)
    policy = kept.headers["Content-Security-Policy"]
    assert "'unsafe-inline'" not in policy
    assert "default-src 'none'" in policy
    assert (kept.headers["X-Frame-Options"], kept.headers["X-Content-Type-Options"]) == ("DENY", "nosniff")


def test_head_says_what_get_would_and_sends_nothing(client: Client, body: Body) -> None:
    got, asked = client.get("/de/impressum/"), client.head("/de/impressum/")
    assert (asked.status_code, asked.content) == (200, b"")
    assert asked.headers["Content-Length"] == got.headers["Content-Length"]


def test_other_methods_are_refused(client: Client, body: Body) -> None:
    assert client.post("/de/impressum/").status_code == 405


def test_the_signed_in_see_the_same_bytes(client: Client, body: Body) -> None:
    from tests.support.pages import sign_in

    anonymous = Client().get("/de/impressum/")
    sign_in(client, body)
    revised = client.get("/de/impressum/")
    assert b"Kim Muster" not in revised.content
    assert words_of(revised.content) == words_of(anonymous.content)
