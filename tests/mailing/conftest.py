"""Fixtures of the mail tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from tests.support.smtp import Sink, serve_sink


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    """A mail server that takes what the worker sends."""
    with serve_sink() as served:
        settings.MAIL = served.mail
        settings.MAIL_IS_PRINTED = False
        yield served.sink
