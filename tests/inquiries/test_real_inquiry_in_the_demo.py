"""The real inquiry that started the project, answered from the demo city on the days it speaks of."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from gremienwerk.core.actor import command
from gremienwerk.imports.demo import load
from tests.conftest import PROJECT, skip_or_fail
from tests.inquiries.answering import answered

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def seed(inputs: Path) -> Path:
    return inputs / "antwort-2022-wuppertal.txt"


@pytest.fixture(scope="module")
def talheim(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo city, loaded once."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(folder=PROJECT / "demo", by=command("Test"))
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def out(seed: Path, talheim: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("antwort") / "mai"
    answered(seed, folder, as_of="2022-05-15")
    return folder


def test_seven_items_are_answered_and_none_is_left_open(out: Path) -> None:
    found = json.loads((out / "inquiry.json").read_text(encoding="utf-8"))
    assert [question["number"] for question in found["questions"]] == list("1234567")
    assert all("steht noch aus" not in question["answer"] for question in found["questions"])
    assert "im Juni 2021" in found["questions"][0]["answer"]
    assert "noch ohne Namen: Gründung bis Ende 2022 vorgesehen" in found["questions"][0]["answer"]


def test_the_second_unit_has_other_committees(seed: Path, out: Path, tmp_path: Path) -> None:
    ours = json.loads((out / "inquiry.json").read_text(encoding="utf-8"))
    theirs = answered(seed, tmp_path / "jugendamt", as_of="2022-05-15", unit="Jugendamt")
    tables = [{one["row"]["name"] for one in found["committees"]} for found in (ours, theirs)]
    assert tables[0] != tables[1]
    assert theirs["questions"][0]["answer"].startswith("Das Jugendamt und ")


def test_the_planned_group_is_overdue_in_february(seed: Path, tmp_path: Path) -> None:
    found = answered(seed, tmp_path / "februar", as_of="2023-02-01")
    assert "noch ohne Namen: sollte bis Ende 2022 gegründet werden" in found["questions"][0]["answer"]


def test_the_pdf_is_accessible(out: Path) -> None:
    checker = PROJECT.parent / "shared" / "tools" / "check_pdfua.sh"
    if not checker.is_file() or not shutil.which("java"):
        skip_or_fail(f"No PDF/UA checker at {checker}, or no Java; see docs/operations.md.")
    done = subprocess.run(["bash", checker, out / "antwort.pdf"], capture_output=True, text=True, check=False)
    if done.returncode == 2:
        skip_or_fail(f"The PDF/UA checker cannot run: {done.stderr.strip()}")
    assert done.returncode == 0, done.stdout + done.stderr


def test_libreoffice_opens_the_word_file(out: Path, tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        skip_or_fail("LibreOffice is not installed (Debian: libreoffice-writer).")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", tmp_path, out / "antwort.docx"], check=True, capture_output=True, timeout=180)  # fmt: skip
    text = (tmp_path / "antwort.txt").read_text(encoding="utf-8-sig")
    assert "Gremientabelle" in text
    assert "Das Gremium wurde im Juni 2021 gegründet." in text
