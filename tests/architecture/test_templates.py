"""Templates extend and include only those of their own package and the shared frame of ``desk``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.packages import SOURCE, short

TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))
OWN_FOLDERS = {
    "accounts": {"account"},  # the folder name is django-allauth's
    "participation": {"website"},  # its public pages stand in the frame of the public site
}
REFERENCE = re.compile(r"{%-?\s*(?:extends|include|import|from)\s+[\"']([^\"']+)[\"']")


@pytest.mark.parametrize("path", TEMPLATES, ids=short)
def test_a_template_uses_its_own_package_and_the_shared_frame_only(path: Path) -> None:
    package = path.relative_to(SOURCE).parts[0]
    for name in REFERENCE.findall(path.read_text(encoding="utf-8")):
        assert name.split("/")[0] in {package, "desk", *OWN_FOLDERS.get(package, ())}, name


@pytest.mark.parametrize("path", TEMPLATES, ids=short)
def test_no_inline_script_or_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+=", text, re.IGNORECASE)
