"""The vendored design system is what it says it is, and can be served with hashed names."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings

STATIC = Path(__file__).resolve().parents[2] / "src" / "gremienwerk" / "desk" / "static"
KERN = STATIC / "vendor" / "kern"


def test_vendored_files_are_unchanged_and_complete() -> None:
    lines = (KERN / "CHECKSUMS").read_text(encoding="utf-8").splitlines()
    said = {line[66:]: line[:64] for line in lines if not line.startswith("#")}
    there = {
        path.relative_to(KERN).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in KERN.rglob("*")
        if path.is_file() and path.name != "CHECKSUMS"
    }
    assert there == said


def test_font_and_style_sheet_carry_their_licences() -> None:
    assert "SIL OPEN FONT LICENSE" in (KERN / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "EUPL" in (KERN / "LICENSE.md").read_text(encoding="utf-8")


def test_the_mirrored_copy_swaps_sides() -> None:
    assert ".kern-table__header,.kern-table__cell{text-align:left" in (KERN / "kern.css").read_text(
        encoding="utf-8"
    )
    assert ".kern-table__header,.kern-table__cell{text-align:right" in (KERN / "kern.rtl.css").read_text(
        encoding="utf-8"
    )


def test_own_style_sheet_knows_no_left_and_right() -> None:
    own = (STATIC / "desk" / "gremienwerk.css").read_text(encoding="utf-8")
    words = own.replace("chevron-left", "").replace("chevron-right", "")
    assert "left" not in words
    assert "right" not in words


def test_collected_files_have_hashed_names_and_compressed_twins(tmp_path: Path) -> None:
    storage = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=storage):
        call_command("collectstatic", interactive=False, verbosity=0)
        name = staticfiles_storage.url("vendor/kern/kern.css").removeprefix("/static/")
        sheet = tmp_path / staticfiles_storage.url("vendor/kern/fonts.css").removeprefix("/static/")
        fonts = sheet.read_text(encoding="utf-8")
    assert name != "vendor/kern/kern.css"
    assert (tmp_path / f"{name}.br").stat().st_size < 40_000
    assert (tmp_path / f"{name}.gz").is_file()
    assert "FiraSans-Regular.woff2" not in fonts


@pytest.mark.parametrize("sheet", ["kern.css", "kern.rtl.css", "fonts.css"])
def test_no_style_sheet_asks_another_server(sheet: str) -> None:
    text = (KERN / sheet).read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert "http" not in text
    assert "sourceMappingURL" not in text
