"""The demo city, loaded once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import command
from gremienwerk.imports.demo import load
from tests.conftest import PROJECT

DEMO = PROJECT / "demo"


@pytest.fixture(scope="module")
def talheim(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Body]:
    """The loaded demo; everything is taken back when the module's tests are done."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(folder=DEMO, by=command("Test")).body
        transaction.set_rollback(True)
