"""Health, proxies, logs and uploads."""

from __future__ import annotations

import json
import logging
from ipaddress import ip_network

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from gremienwerk.desk.logs import LogFormatter
from gremienwerk.desk.middleware import TrustedProxyMiddleware


def seen(settings: Settings, *, trusted: str, address: str, **headers: str) -> HttpRequest:
    settings.TRUSTED_PROXIES = (ip_network(trusted),) if trusted else ()
    requests: list[HttpRequest] = []

    def keep(request: HttpRequest) -> HttpResponse:
        requests.append(request)
        return HttpResponse()

    TrustedProxyMiddleware(keep)(RequestFactory().get("/", REMOTE_ADDR=address, headers=headers))
    return requests[0]


def test_a_forwarded_address_is_believed_from_a_named_proxy_only(settings: Settings) -> None:
    headers = {"X-Forwarded-For": "198.51.100.9, 10.0.0.2", "X-Forwarded-Proto": "https"}
    trusted = seen(settings, trusted="10.0.0.0/8", address="10.0.0.1", **headers)
    assert (trusted.META["REMOTE_ADDR"], trusted.is_secure()) == ("198.51.100.9", True)
    stranger = seen(settings, trusted="10.0.0.0/8", address="203.0.113.5", **headers)
    assert (stranger.META["REMOTE_ADDR"], stranger.is_secure()) == ("203.0.113.5", False)


def test_health_needs_no_database_and_readiness_does(client: Client) -> None:
    assert client.get("/livez").json() == {"status": "ok"}


@pytest.mark.django_db
def test_ready_when_the_tables_are_current(client: Client) -> None:
    assert client.get("/readyz").json() == {"status": "ok"}


@pytest.mark.django_db
def test_not_ready_while_migrations_are_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.db.migrations.executor.MigrationExecutor.migration_plan", lambda *_: ["one"])
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["database"]) == (503, "migrations missing")


def test_a_log_line_is_json_and_names_no_person() -> None:
    record = logging.LogRecord(
        "django.request", logging.ERROR, "", 0, "Not Found: %s", ("/x?name=Muster",), None
    )
    record.request = "someone"
    record.ip = "192.0.2.1"
    written = json.loads(LogFormatter("{asctime}{levelname}{name}{message}", style="{").format(record))
    assert "Muster" not in json.dumps(written)
    assert set(written) <= {"time", "asctime", "level", "levelname", "logger", "name", "message"}
