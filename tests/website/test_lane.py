"""The lane in front of Django: the same answers, without asking it, and only as long as they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test.client import FakePayload
from django.utils import timezone
from pytest_django.fixtures import Settings

from gremienwerk.audit.change import change
from gremienwerk.bodies.actions import write_site_text
from gremienwerk.bodies.models import Body
from gremienwerk.website.lane import Environ, PublicLane, StartResponse
from tests.support.cast import SETUP, make_body, make_city

pytestmark = pytest.mark.django_db


class Counted:
    """Django, which counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self._django = WSGIHandler()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        self.asked += 1
        return self._django(environ, start_response)


class Visitor:
    """Asks the lane as a server would."""

    def __init__(self) -> None:
        self.django = Counted()
        self._lane = PublicLane(self.django)

    def ask(self, path: str, **environ: str) -> tuple[int, dict[str, str], bytes]:
        target, _mark, query = path.partition("?")
        full: dict[str, Any] = {
            "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": target, "QUERY_STRING": query,
            "SERVER_NAME": "localhost", "SERVER_PORT": "80", "HTTP_HOST": "localhost", "REMOTE_ADDR": "192.0.2.7",
            "wsgi.input": FakePayload(b""), "wsgi.url_scheme": "http", "wsgi.version": (1, 0), **environ,
        }  # fmt: skip
        begun: list[Any] = []
        parts = self._lane(full, lambda status, headers: begun.extend((status, headers)))
        content = b"".join(parts)
        if hasattr(parts, "close"):
            parts.close()
        return int(begun[0].split()[0]), dict(begun[1]), content


@pytest.fixture
def body() -> Body:
    return make_city().body


@pytest.fixture(autouse=True)
def trusted_for_a_minute(settings: Settings) -> None:
    settings.REVISION_TRUSTED_SECONDS = 60.0


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """A server would close the connection to the database, in which the test's transaction lives."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def visitor(body: Body) -> Visitor:
    return Visitor()


def test_the_second_answer_is_the_same_and_comes_without_django(visitor: Visitor) -> None:
    first = visitor.ask("/de/impressum/", HTTP_ACCEPT_ENCODING="br")
    again = visitor.ask("/de/impressum/", HTTP_ACCEPT_ENCODING="br")
    assert first == again
    assert first[0] == 200
    unchanged = visitor.ask("/de/impressum/", HTTP_IF_NONE_MATCH=f'"x", {first[1]["ETag"]}')
    assert (unchanged[0], unchanged[2]) == (304, b"")
    assert unchanged[1]["ETag"] == first[1]["ETag"]
    assert visitor.django.asked == 1
    assert visitor.ask("/de/impressum/", HTTP_ACCEPT_ENCODING="gzip")[1]["Content-Encoding"] == "gzip"


def test_head_is_its_own_question(visitor: Visitor) -> None:
    visitor.ask("/de/impressum/")
    for _ in range(2):
        status, headers, content = visitor.ask("/de/impressum/", REQUEST_METHOD="HEAD")
        assert (status, content) == (200, b"")
        assert int(headers["Content-Length"]) > 1000
    assert visitor.ask("/de/impressum/", REQUEST_METHOD="POST")[0] == 403


def test_a_write_and_midnight_end_what_the_lane_knows(
    visitor: Visitor, body: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]
    monkeypatch.setattr("gremienwerk.website.sights.monotonic", lambda: clock[0])
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 6, 9, 21, 59, 59, tzinfo=UTC))
    before = visitor.ask("/de/impressum/")[1]["ETag"]
    write_site_text(body=body, page="imprint", language="de", text="Neu geschrieben", by=SETUP)
    assert visitor.ask("/de/impressum/", HTTP_IF_NONE_MATCH=before)[0] == 304
    clock[0] += 60.0
    status, headers, content = visitor.ask("/de/impressum/", HTTP_IF_NONE_MATCH=before)
    assert (status, b"Neu geschrieben" in content) == (200, True)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 6, 9, 22, 0, tzinfo=UTC))
    assert visitor.ask("/de/impressum/", HTTP_IF_NONE_MATCH=headers["ETag"])[0] == 200
    assert visitor.django.asked == 3


def test_hosts_schemes_and_proxies_never_share_an_entrance(visitor: Visitor, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["erst.example", "zweit.example"]
    settings.TRUSTED_PROXIES = (ip_network("10.0.0.1/32"),)
    for key, name in (("05999881", "erst.example"), ("05999882", "zweit.example")):
        named = make_body(name=f"Stadt {name}", key=key)
        with change(by=SETUP, body=named.pk) as made:
            made.update(named, action="test", hostname=name)
    for _ in range(2):
        assert b"Stadt erst" in visitor.ask("/de/", HTTP_HOST="erst.example")[2]
        assert b"Stadt zweit" in visitor.ask("/de/", HTTP_HOST="zweit.example")[2]
        assert visitor.ask("/de/", HTTP_HOST="boese.example")[0] == 400
    forwarded = {"HTTP_X_FORWARDED_FOR": "192.0.2.9", "HTTP_X_FORWARDED_PROTO": "https"}
    for _ in range(2):
        trusted = visitor.ask("/de/", HTTP_HOST="erst.example", REMOTE_ADDR="10.0.0.1", **forwarded)
        claimed = visitor.ask("/de/", HTTP_HOST="erst.example", REMOTE_ADDR="192.0.2.7", **forwarded)
        assert b"https://erst.example/de/" in trusted[2]
        assert b"https://erst.example/de/" not in claimed[2]


def test_what_must_not_be_kept_always_goes_the_whole_way(visitor: Visitor) -> None:
    for path in ("/de/gibt-es-nicht/", "/de/?stand=gestern", "/desk/", "/livez"):
        asked = visitor.django.asked
        visitor.ask(path)
        visitor.ask(path)
        assert visitor.django.asked == asked + 2
