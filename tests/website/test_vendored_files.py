"""Vendored files are those that were taken over, with their licences; nothing of them fetches anything elsewhere."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import gremienwerk.website

VENDOR = Path(gremienwerk.website.__file__).parent / "static" / "vendor"
FOLDERS = sorted(path for path in VENDOR.iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_every_vendored_file_is_the_one_taken_over(folder: Path) -> None:
    lines = (folder / "CHECKSUMS").read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split() for line in lines if not line.startswith("#"))}
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "CHECKSUMS"
    }
    assert found == listed


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_every_vendored_package_brings_its_licence(folder: Path) -> None:
    assert any(path.name in {"LICENSE.txt", "OFL.txt"} for path in folder.iterdir())


def test_the_map_library_fetches_nothing_by_itself() -> None:
    folder = VENDOR / "leaflet"
    assert "sourceMappingURL" not in (folder / "leaflet.js").read_text(encoding="utf-8")
    assert "url(images" not in (folder / "leaflet.css").read_text(encoding="utf-8")
