"""The real inquiry, answered from the real tables: many facts are missing, and the answer names each gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from gremienwerk.imports.actions import import_tables
from tests.inquiries.answering import answered
from tests.support.cast import SETUP, TODAY, make_body

TABLES = ("wuppertal_gremien.csv", "wuppertal_ki_struktur.csv", "wuppertal_mso.csv")
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def seed(inputs: Path) -> Path:
    return inputs / "antwort-2022-wuppertal.txt"


@pytest.fixture(scope="module")
def wuppertal(inputs: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        body = make_body(name="Wuppertal", key="05124000")
        files = [inputs / "tables" / name for name in TABLES]
        import_tables(files=files, body=body, by=SETUP, on=TODAY, reporting_unit="Ressort 204")
        yield
        transaction.set_rollback(True)


def test_every_missing_fact_is_named(wuppertal: None, seed: Path, tmp_path: Path) -> None:
    found = answered(seed, tmp_path / "aus", as_of="2022-06-15")
    rows = [one["row"] for one in found["committees"] if one["part"] != "planned"]
    answers = {question["number"]: question["answer"] for question in found["questions"]}
    without_rhythm = [row["name"] for row in rows if row["rhythm"] is None]
    assert 0 < len(without_rhythm) < len(rows)
    gap = re.search(r"ist der Turnus nicht erfasst: (.*)", answers["3"])
    assert gap
    assert all(name in gap.group(1) for name in without_rhythm)
    assert "Die Initiative ist für keines der" in answers["1"]
    assert "für keines der" in answers["4"]
    assert "ist nicht erfasst, wer einen Sitz hat" in answers["1"]


def test_what_stands_in_words_became_no_organisation(wuppertal: None, seed: Path, tmp_path: Path) -> None:
    found = answered(seed, tmp_path / "aus", as_of="2022-05-15")
    steering = next(
        one["row"] for one in found["committees"] if one["row"]["name"] == "Lenkungsgruppe Integration"
    )
    assert steering["participants"] == []
    assert "Ehrenamt" in steering["participants_note"]
    assert "Das Gremium wurde im Juni 2021 gegründet." in found["questions"][0]["answer"]
