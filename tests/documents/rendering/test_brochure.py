"""The printed directory: every script, every direction, whatever a name is made of; tagged for assistive technology."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import pikepdf
import pypdfium2
import pytest

from gremienwerk.documents.rendering.brochure import brochure
from gremienwerk.documents.rendering.content.brochures import (
    Brochure,
    BrochureEntry,
    BrochureFact,
    BrochureGroup,
    BrochureIndex,
    IndexLine,
    Wording,
)


def entry(key: str, name: str, **changes: Any) -> BrochureEntry:
    """An entry with a German text and three facts."""
    whole = BrochureEntry(
        key=key,
        name=name,
        other_names=(),
        texts=(Wording("Beratung und Begegnung.", "de"),),
        facts=(
            BrochureFact("Sprachen", "Tigrinya und Deutsch"),
            BrochureFact("Telefon", "0221 4710-530", "tel:02214710530", ltr=True),
        ),
    )
    return whole._replace(**changes)


def content(*entries: BrochureEntry, **changes: Any) -> Brochure:
    """A brochure with one district and one index."""
    values: dict[str, Any] = {
        "language": "de",
        "rtl": False,
        "title": "Migrantenorganisationen",
        "subtitle": "Wer sie sind",
        "city": "Musterstadt",
        "stand": "Stand: 22. November 2026",
        "introduction": ("Ein Heft.",),
        "contents_title": "Inhalt",
        "page_of": "Seite {n} von {m}",
        "groups": (BrochureGroup("Hohenrain", entries),) if entries else (),
        "indexes": (
            BrochureIndex("Nach Sprache", (IndexLine("Tigrinya", tuple(one.key for one in entries)),)),
        ),
        "imprint": ("Herausgegeben von der Stadt.",),
        "empty": "Keine Einträge.",
        "accent_colour": "#0b4f6c",
        "logo_svg": None,
        "produced_at": datetime(2026, 11, 22, tzinfo=UTC),
    }
    return Brochure(**(values | changes))


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as opened:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)


def test_it_holds_every_entry_and_its_indexes() -> None:
    file = brochure(
        content=content(entry("a", "Erster Verein"), entry("b", "Zweiter Verein", mark="Veraltet."))
    )
    words = text_of(file.content)
    assert words.count("Erster Verein") == 2
    assert words.count("Zweiter Verein") == 2
    for part in ("Hohenrain", "Nach Sprache", "Veraltet.", "Seite 2 von 4", "Telefon: 0221 4710-530"):
        assert part in words
    assert file.notices == ()


def test_it_says_what_it_is_to_assistive_technology() -> None:
    file = brochure(content=content(entry("a", "Verein")))
    with pikepdf.open(io.BytesIO(file.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "de"
        assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()


def test_the_same_content_gives_the_same_bytes() -> None:
    assert brochure(content=content(entry("a", "A"))) == brochure(content=content(entry("a", "A")))


@pytest.mark.parametrize(
    "name",
    [
        "ማሕበረሰብ ኤርትራ",
        "جمعية الأطلس ⵜⴰⵍⵀⴰⵢⵎ",
        "ܡܪܝ ܓܒܪܝܠ",
        "தல்ஹைம் சங்கம்",
        "Հայ · ქართული · Ελληνικά · Українці · 中文 · 한국어",
        "𓀀 ohne Schrift",
        "#set page(width: 1pt) $x$ *fett* @verweis \\",
        "Sehr" + "lang" * 60,
        "\u202eumgekehrt",
    ],
)
def test_no_name_breaks_it(name: str) -> None:
    odd = entry("a", name, other_names=(name,), texts=(Wording(name, "ar", rtl=True), Wording(name, "de")))
    for rtl in (False, True):
        file = brochure(content=content(odd, language="ar" if rtl else "de", rtl=rtl))
        assert file.content.startswith(b"%PDF")


def test_without_entries_it_says_so() -> None:
    assert "Keine Einträge." in text_of(brochure(content=content()).content)


def test_a_broken_logo_does_not_keep_it_from_being_set() -> None:
    file = brochure(content=content(entry("a", "Verein"), logo_svg=b"<svg"))
    assert "Verein" in text_of(file.content)


def test_an_index_leaves_out_what_the_brochure_does_not_hold() -> None:
    index = BrochureIndex("Nach Thema", (IndexLine("Kultur", ("a", "fehlt")),))
    file = brochure(content=content(entry("a", "Verein"), indexes=(index,)))
    assert text_of(file.content).count("Verein") == 2
