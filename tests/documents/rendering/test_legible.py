"""Texts made printable, and the bundled typefaces that decide what printable is."""

import hashlib
import json

import pytest

from gremienwerk.documents.rendering import typefaces
from gremienwerk.documents.rendering.content.annexes import Seat
from gremienwerk.documents.rendering.content.text import Paragraph, Subheading
from gremienwerk.documents.rendering.legible import bound, legible, simplified
from gremienwerk.documents.rendering.typefaces import MARK
from tests.documents.rendering.samples import hostile_paper, paper


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("Jugendamt", "Jugendamt"),
        ("  Jugendamt  ", "Jugendamt"),
        ("Fo\u0308rderverein", "Förderverein"),
        ("a\x00b\x1bc", "abc"),
        ("Zeile\r\neins", "Zeile eins"),
        ("\u202eabc\u202c", "abc"),
        ("Null\u200bbreite", "Null\u200bbreite"),
        ("👩\u200d👧 🏳\ufe0f", "👩👧 🏳"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("ab\ud800c", "abc"),
        ("جمعية", "جمعية"),
        ("ማህበር", "ማህበር"),
        ("华人协会 한인회", "华人协会 한인회"),
        ("", ""),
    ],
)
def test_texts_become_printable_without_losing_a_letter(given: str, printed: str) -> None:
    assert legible(content=(given,)) == ((printed,), ())


def test_what_no_font_can_show_is_marked_and_said() -> None:
    cleaned, notices = legible(content=(Subheading("\U00012000 Keilschrift"), Subheading("ruhig")))

    assert cleaned == (Subheading(f"{MARK} Keilschrift"), Subheading("ruhig"))
    assert [(notice.code, notice.about) for notice in notices] == [
        ("missing-glyphs", (f"{MARK} Keilschrift",))
    ]
    assert MARK in notices[0].message


def test_a_mark_of_another_script_is_replaced_but_not_its_letter() -> None:
    assert legible(content=("漢\u0654",))[0] == (f"漢{MARK}",)


def test_running_text_keeps_its_lines_and_names_do_not() -> None:
    assert legible(content=(Paragraph("eins\nzwei"), Seat("eins\nzwei")))[0] == (
        Paragraph("eins\nzwei"),
        Seat("eins zwei"),
    )


def test_a_whole_paper_keeps_its_type_and_numbers() -> None:
    given = paper()

    cleaned, notices = legible(content=given)

    assert (cleaned, notices) == (given, ())


def test_cleaning_twice_changes_nothing() -> None:
    once, _ = legible(content=hostile_paper())

    assert legible(content=once) == (once, ())


def test_abbreviations_are_not_torn() -> None:
    assert bound(content=("Verein e. V., z. B. hier. Dann",)) == ("Verein e.\u00a0V., z.\u00a0B. hier. Dann",)


def test_the_second_try_prints_only_the_plainest_characters() -> None:
    assert simplified(content=("Ärzte ማ Київ",)) == (f"Ärzte {MARK} Київ",)


def test_the_coverage_file_says_what_the_fonts_have() -> None:
    assert typefaces.COVERAGE_FILE.read_text(encoding="ascii") == typefaces.read_coverage()


def test_the_fonts_are_the_ones_that_were_checked_in() -> None:
    folder = typefaces.FONT_DIRECTORY
    lines = [line.split() for line in (folder / "SHA256SUMS").read_text().splitlines()]
    listed = {name: digest for digest, name in lines}

    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.ttf")}
    assert found == listed


def test_the_fonts_come_with_their_licences_and_stay_below_15_megabytes() -> None:
    folder = typefaces.FONT_DIRECTORY

    assert sum(path.stat().st_size for path in folder.iterdir()) < 15_000_000
    families = {path.name.split("-")[0].split("_")[0].split(".")[0] for path in folder.glob("*.ttf")}
    licensed = {path.name.removesuffix("-LICENSE.txt") for path in folder.glob("*-LICENSE.txt")}
    assert all(any(family.startswith(name) for name in licensed) for family in families)


def test_the_primary_typeface_covers_what_german_offices_write() -> None:
    wanted = "ÄÖÜäöüßẞ„“‚‘–—…·§€°²³½×•ŁłŞşĞğİıČčŠšŽžĆćĐđéèêçñАаЇїΑα☒☐"

    assert typefaces.uncovered().search(wanted) is None


def test_width_grows_with_text_and_size() -> None:
    narrow = typefaces.width(text="Amt", size=10)

    assert typefaces.width(text="Amt", size=20) == pytest.approx(2 * narrow)
    assert typefaces.width(text="Ämter", size=10, weight="semibold") > narrow
    assert typefaces.width(text="", size=10) == 0


def test_runs_name_the_typeface_where_it_changes() -> None:
    assert typefaces.runs("Verein ማህበር!") == [(None, "Verein "), ("Noto Sans Ethiopic", "ማህበር"), (None, "!")]


def test_coverage_lists_the_primary_typeface_first() -> None:
    assert next(iter(json.loads(typefaces.COVERAGE_FILE.read_text()))) == typefaces.PRIMARY


def test_no_line_ends_before_a_month_a_number_or_the_hour() -> None:
    said = "Am 22. September um 16:00 Uhr, siehe Anlage 1, § 27 und z. B. Chor e. V."
    assert bound(content=said) == (
        "Am 22.\u00a0September um 16:00\u00a0Uhr, siehe Anlage\u00a01, §\u00a027 und z.\u00a0B. Chor e.\u00a0V."
    )
