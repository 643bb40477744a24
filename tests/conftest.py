"""Fixtures for all tests. ``GREMIENWERK_TEST_DATABASE=postgresql`` runs them on PostgreSQL."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from tests.support.serving import Demo, shared_demo

PROJECT = Path(__file__).resolve().parents[1]


#: What a test asks for when it reads or writes the database.
_OF_THE_DATABASE = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--only-database``: for the second database, which the other tests would not notice."""
    parser.addoption(
        "--only-database", action="store_true", help="run only tests that read or write the database"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what does the same on every database, if that is asked for."""
    if not config.getoption("--only-database"):
        return
    chosen = [item for item in items if _is_of_the_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
    items[:] = chosen


def _is_of_the_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("django_db") or item.get_closest_marker("faults"):
        return True
    return bool(_OF_THE_DATABASE & set(getattr(item, "fixturenames", ())))


def skip_or_fail(reason: str) -> None:
    """Skip with a reason that says how to enable the test; a failure where REQUIRE_ALL is set."""
    if os.environ.get("REQUIRE_ALL"):
        pytest.fail(f"REQUIRE_ALL: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def inputs() -> Path:
    """The folder with real documents and tables; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("GREMIENWERK_INPUTS", PROJECT.parent / "shared" / "inputs"))
    if not folder.is_dir():
        pytest.skip(f"No real documents at {folder}; set GREMIENWERK_INPUTS to their folder.")
    return folder


@pytest.fixture(scope="session")
def demo(testrun_uid: str) -> Iterator[Demo]:
    """The demo city as its own command serves it; one for all processes of a run."""
    with shared_demo(testrun_uid, workers=2 if os.environ.get("GREMIENWERK_CRAWL") else 1) as served:
        yield served


@pytest.fixture(autouse=True)
def own_file_storage(settings: Settings, tmp_path: Path) -> None:
    """Every test stores its files in a folder of its own."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "gremienwerk.documents.storage.WholeFileStorage",
            "OPTIONS": {"location": tmp_path / "files", "base_url": None},
        },
    }


@pytest.fixture(autouse=True)
def nothing_kept_from_another_test() -> None:
    """Databases of tests begin again with the same numbers, so nothing this process kept may be shown."""
    from gremienwerk.website.editions import forget_editions
    from gremienwerk.website.sights import forget_sights
    from gremienwerk.website.store import forget_pages

    forget_pages()
    forget_sights()
    forget_editions()


@pytest.fixture(autouse=True)
def no_other_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that would reach another machine fails at once."""
    connect = socket.socket.connect

    def loopback_only(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            raise RuntimeError(f"A test tried to reach another machine: {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", loopback_only)
