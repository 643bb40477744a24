"""kill -9 while an answer is released leaves no release or a whole one."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from gremienwerk.audit.models import AuditEvent
from gremienwerk.inquiries.actions import FAILPOINTS, release
from gremienwerk.inquiries.models import Inquiry, Release, ReleasedFile
from gremienwerk.inquiries.printing import FILE_NAMES
from gremienwerk.inquiries.printouts.verification import verify_release
from tests.faults.processes import finish, go, start
from tests.inquiries.scene import MAY_2022, make_scene
from tests.inquiries.seven import receive
from tests.support.cast import SETUP

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.faults]
RUNS = int(os.environ.get("GREMIENWERK_FAULT_RUNS", "8"))
KILLED = -9


@pytest.fixture
def inquiry() -> Inquiry:
    return receive(make_scene())


def whole_releases(inquiry: Inquiry) -> int:
    """How many releases there are; fails if any of them is not whole, or anything lies about without one."""
    rows = list(Release.objects.filter(inquiry=inquiry).order_by("version"))
    for number, row in enumerate(rows, 1):
        assert row.version == number
        assert verify_release(release=row) == ()
        files = [one.file.name for one in row.files.select_related("file").order_by("position")]
        assert tuple(files) == FILE_NAMES
        assert AuditEvent.objects.filter(action="inquiries.release", object_key=row.pk).count() == 1
    assert ReleasedFile.objects.count() == len(rows) * len(FILE_NAMES)
    return len(rows)


@pytest.mark.parametrize("failpoint", FAILPOINTS)
def test_at_every_named_place(inquiry: Inquiry, tmp_path: Path, failpoint: str) -> None:
    process = start("release", inquiry.pk, data=tmp_path, failpoint=failpoint)
    go(process)
    code, _said = finish(process)
    assert code == KILLED
    assert whole_releases(inquiry) == (1 if failpoint == "release.committed" else 0)
    release(inquiry=inquiry, released_on=MAY_2022, by=SETUP, why="noch einmal", even_if_same=True)
    assert whole_releases(inquiry) == (2 if failpoint == "release.committed" else 1)


def test_at_random_moments(inquiry: Inquiry, tmp_path: Path) -> None:
    process = start("release", inquiry.pk, data=tmp_path)
    began = time.monotonic()
    go(process)
    assert finish(process) == (0, "done")
    duration = time.monotonic() - began
    chance = random.Random()
    for run in range(RUNS):
        before = whole_releases(inquiry)
        process = start("release", inquiry.pk, data=tmp_path)
        go(process)
        if run % 2:
            # Half of the moments lie behind the printing, where the rows are written.
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.08))
        else:
            time.sleep(chance.uniform(0, duration))
        process.kill()
        finish(process)
        assert whole_releases(inquiry) in (before, before + 1)
    count = whole_releases(inquiry)
    again = release(inquiry=inquiry, released_on=MAY_2022, by=SETUP, why="noch einmal", even_if_same=True)
    assert again.version == count + 1
