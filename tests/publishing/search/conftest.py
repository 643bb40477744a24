"""A body whose index holds the small city."""

from __future__ import annotations

import pytest

from gremienwerk.publishing.search.indexing import write
from tests.publishing.search.corpus import city_sources
from tests.support.cast import make_body


@pytest.fixture
def body(db: None) -> int:
    return make_body().pk


@pytest.fixture
def city(body: int) -> int:
    write(city_sources(body))
    return body
