"""Fixtures of the permission tests."""

from __future__ import annotations

import pytest

from tests.permissions.scene import Scene, make_scene


@pytest.fixture
def scene(db: None) -> Scene:
    """A city with everything that has an address, and everybody who may come."""
    return make_scene()
