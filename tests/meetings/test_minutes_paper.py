"""Minutes as a document: what stands in the text stands in the PDF, and the same text gives the same bytes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from gremienwerk.documents.rendering import minutes as printed
from gremienwerk.documents.rendering.content.minutes import MinutesSection
from gremienwerk.meetings.models import Meeting
from gremienwerk.meetings.printouts import minutes_paper
from tests.meetings.scene import NOW, moment, plan_meeting, round_table
from tests.support.cast import make_city

pytestmark = pytest.mark.django_db
TEXT = """Was vor der ersten Überschrift steht, ist kein Punkt.

# 1. Begrüßung
Alle werden
begrüßt.

Die Tagesordnung gilt.

# 2. Verschiedenes
"""


def held() -> Meeting:
    city = make_city()
    return plan_meeting(
        city, round_table(city), starts_at=moment(3, month=7), ends_at=moment(3, month=7, hour=18)
    )


def test_headings_begin_points_and_blank_lines_begin_paragraphs() -> None:
    paper = minutes_paper(meeting=held(), text=TEXT, produced_at=NOW)

    assert paper.sections == (
        MinutesSection("1. Begrüßung", ("Alle werden begrüßt.", "Die Tagesordnung gilt.")),
        MinutesSection("2. Verschiedenes", ()),
    )
    assert paper.facts == (
        ("Sitzung am", "3. Juli 2026"),
        ("Zeit", "16:00 bis 18:00 Uhr"),
        ("Ort", "Rathaus"),
    )
    assert paper.title == "Runder Tisch Ankommen"


def test_the_pdf_says_it_is_tagged_and_comes_out_the_same(tmp_path: Path) -> None:
    paper = minutes_paper(meeting=held(), text=TEXT, produced_at=NOW)

    file = printed.minutes(paper=paper)

    assert file.content == printed.minutes(paper=paper).content
    path = tmp_path / file.name
    path.write_bytes(file.content)
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Protokoll" in text and "Runder Tisch Ankommen" in text and "Die Tagesordnung gilt." in text
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in info
