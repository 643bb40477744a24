"""Tables are recognised by their headings."""

from __future__ import annotations

import pytest

from gremienwerk.imports.headings import Target, recognise
from gremienwerk.imports.tables import Line, Sheet, UnreadableTable


def sheet(*rows: str) -> Sheet:
    return Sheet(
        "tabelle.csv", tuple(Line(number, tuple(row.split(";"))) for number, row in enumerate(rows, 1))
    )


@pytest.mark.parametrize(
    ("headings", "target"),
    [
        ("name;kurz;typ;federfuehrung;beteiligte;turnus_text", Target.COMMITTEES),
        ("Name;Art;Federführung;Geschäftsführung", Target.COMMITTEES),
        ("Gremium;Turnus", Target.COMMITTEES),
        ("ebene;einheit;uebergeordnet;stand", Target.ORGANISATIONS),
        ("name;bezug;art;stadtteil;gruendung", Target.ORGANISATIONS),
        ("Gremium;Institution;Rolle;von;bis", Target.MEMBERSHIPS),
    ],
)
def test_the_headings_say_what_the_rows_are(headings: str, target: Target) -> None:
    assert recognise(sheet=sheet(headings, "x;y;z")).target is target


def test_titles_above_the_headings_are_passed_over() -> None:
    found = recognise(sheet=sheet("Gremien der Stadt", "Stand: Mai", "Name;Turnus", "Runde;monatlich"))
    (record,) = found.records
    assert (record.row, record.cells) == (4, {"name": "Runde", "rhythm_text": "monatlich"})


def test_unknown_columns_are_kept_under_their_heading() -> None:
    (record,) = recognise(sheet=sheet("name;art;Farbe;", "Club;MSO;blau;noch etwas")).records
    assert record.others == {"Farbe": "blau", "Spalte 4": "noch etwas"}


def test_the_user_may_say_what_the_rows_are() -> None:
    assert (
        recognise(sheet=sheet("name;art", "Runde;Forum"), target=Target.COMMITTEES).target
        is Target.COMMITTEES
    )


@pytest.mark.parametrize("headings", ["foo;bar", "name", "art;stadtteil"])
def test_headings_that_say_nothing_are_refused(headings: str) -> None:
    with pytest.raises(UnreadableTable, match="Die Überschriften sind nicht zu erkennen"):
        recognise(sheet=sheet(headings, "x;y"))


def test_two_headings_for_one_thing_are_refused() -> None:
    with pytest.raises(UnreadableTable, match="Die Spalten „Turnus“ und „Rhythmus“ sagen dasselbe"):
        recognise(sheet=sheet("name;Turnus;Rhythmus", "a;b;c"))


def test_cells_beyond_the_headings_are_noticed() -> None:
    assert recognise(sheet=sheet("name;art", "a;b", "c;d;;", "e;f;;g")).too_wide == (4,)
