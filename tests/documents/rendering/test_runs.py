"""Links in running text, pointers at annexes, colours, the paper's own words."""

import dataclasses
import datetime

import pytest

from gremienwerk.documents.rendering import wording
from gremienwerk.documents.rendering.accent import DEFAULT, contrast_with_white, readable
from gremienwerk.documents.rendering.cells import Cell, CellLine, committee_cells, directory_cells, plain
from gremienwerk.documents.rendering.content.papers import AnswerItem, ItemKind
from gremienwerk.documents.rendering.row_height import is_long
from gremienwerk.documents.rendering.runs import Run, pointer, runs
from tests.documents.rendering.sample_rows import bare_row, row
from tests.documents.rendering.samples import entries, paper

KNOWN = frozenset({1, 2})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ohne Ziel.", (Run("Ohne Ziel."),)),
        ("Siehe Anlage 2.", (Run("Siehe "), Run("Anlage 2", annex=2), Run("."))),
        ("Siehe Anlage 9.", (Run("Siehe Anlage 9."),)),
        ("Anlage 12", (Run("Anlage 12"),)),
        ("https://a.example/x.", (Run("https://a.example/x", url="https://a.example/x"), Run("."))),
        (
            "(https://a.example/b_(c))",
            (Run("("), Run("https://a.example/b_(c))", url="https://a.example/b_(c))")),
        ),
        ("http://", (Run("http://"),)),
        ("", ()),
    ],
)
def test_addresses_and_annexes_become_links(text: str, expected: tuple[Run, ...]) -> None:
    assert runs(text=text, annexes=KNOWN) == expected


def test_runs_keep_every_character() -> None:
    text = "Vor https://a.example/?q=1&r=2, Anlage 1 und Anlage 3; Ende."

    assert "".join(run.text for run in runs(text=text, annexes=KNOWN)) == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Siehe beigefügte Tabelle", "Siehe beigefügte Tabelle (Anlage 1)."),
        ("Siehe Anlage 1.", "Siehe Anlage 1."),
        ("", "Siehe Anlage 1."),
    ],
)
def test_a_pointer_names_its_annex_once(text: str, sentence: str) -> None:
    assert pointer(text=text, annex=1).replace("\u00a0", " ") == sentence


@pytest.mark.parametrize("colour", ["#1d4f91", "#ffff00", "#ffffff", "#00ff00"])
def test_the_accent_is_readable_on_paper(colour: str) -> None:
    shown = readable(colour=colour)

    assert contrast_with_white([int(shown[n : n + 2], 16) for n in (1, 3, 5)]) >= 4.5


@pytest.mark.parametrize("colour", ["", "red", "#12", '#123456"', "javascript:"])
def test_a_colour_that_is_none_becomes_the_default(colour: str) -> None:
    assert readable(colour=colour) == DEFAULT


@pytest.mark.parametrize(
    ("number", "kind", "heading"),
    [
        ("1.", ItemKind.QUESTION, "Frage 1"),
        ("2a)", ItemKind.QUESTION, "Frage 2a"),
        ("Frage 3:", ItemKind.QUESTION, "Frage 3"),
        (None, ItemKind.QUESTION, "Frage"),
        ("7", ItemKind.MOTION, "Antrag 7"),
    ],
)
def test_items_are_named_by_kind_and_number(number: str | None, kind: ItemKind, heading: str) -> None:
    assert wording.item_heading(item=AnswerItem(number=number, kind=kind, question="?", answer=())) == heading


def test_the_running_title_is_cut_between_words() -> None:
    title = wording.running_title(paper=paper(title="Gremien und Netzwerke " * 8))

    assert title.endswith("Gremien …")
    assert len(title) <= wording.RUNNING_LENGTH


def test_the_stand_names_draft_and_later_versions() -> None:
    assert wording.stand(paper=paper()) == "Stand: 15. Mai 2026"
    assert wording.stand(paper=paper(version=2, draft=True)) == "Entwurf · Stand: 15. Mai 2026 · Fassung 2"


def test_facts_say_who_asked_and_where_it_goes() -> None:
    assert wording.facts(paper=paper()) == [
        ("Anfrage", ["Fraktion Die Vernünftigen, vom 3. Mai 2026, Nr. VO/0612/26"]),
        (
            "Beratungsfolge",
            [
                "Ausschuss für Chancengerechtigkeit und Integration, 9. Juni 2026, öffentlich",
                "Rat der Stadt, Termin offen, nicht öffentlich",
            ],
        ),
        ("Auskunft gibt", ["Ressort Zuwanderung und Integration"]),
        ("Stand", ["15. Mai 2026"]),
    ]


def test_facts_without_content_are_left_out() -> None:
    bare = paper(received_from="", inquiry_number=None, inquiry_date=None, sessions=(), reporting_unit="")

    assert [name for name, _ in wording.facts(paper=bare)] == ["Stand"]


def test_a_committee_with_nothing_recorded_says_so_in_every_cell() -> None:
    cells = committee_cells(row=bare_row("AK"))

    assert [plain(cell=cell) for cell in cells] == [
        "AK\nArt und Ebene: nicht erfasst",
        "Beteiligung: nicht erfasst\nInitiative: nicht erfasst\nFederführung: nicht erfasst",
        "nicht erfasst",
        "nicht erfasst\nSitzungen in den letzten 12 Monaten: nicht erfasst",
        "Eingeladen: nicht erfasst\nWeg: nicht erfasst\nFrist: nicht erfasst\nEinladende: nicht erfasst",
        "Gäste: nicht erfasst\nSitzungen: nicht erfasst\nProtokolle: nicht erfasst",
        "Themen: nicht erfasst\nZiel: nicht erfasst",
    ]


def test_empty_lists_are_none_and_not_missing() -> None:
    cells = committee_cells(row=row("AK", seats=(), initiators=(), leads=(), participants=()))

    assert plain(cell=cells[1]) == "Beteiligung: keine\nInitiative: keine\nFederführung: keine"
    assert plain(cell=cells[2]) == "keine"


def test_collective_wording_stands_beside_the_institutions() -> None:
    only = committee_cells(row=row("AK", participants=None, participants_note="alle Partner"))

    assert plain(cell=only[2]) == "alle Partner"


def test_an_organisation_says_when_it_was_confirmed() -> None:
    confirmed = dataclasses.replace(entries(1)[0], confirmed_on=datetime.date(2026, 3, 2))
    unknown = dataclasses.replace(confirmed, confirmed_on=None, contact=(), email="", website="")

    assert plain(cell=directory_cells(entry=confirmed)[4]) == "2. März 2026"
    assert [plain(cell=cell) for cell in directory_cells(entry=unknown)[1::3]] == [
        "nicht erfasst",
        "nicht erfasst",
    ]


@pytest.mark.parametrize(
    ("text", "expected"), [("kurz", False), ("lang " * 400, True), ("\n".join("abcd" * 10), True)]
)
def test_only_rows_higher_than_half_a_page_may_break(text: str, expected: bool) -> None:
    cell: Cell = (CellLine(text),)

    assert is_long(row=(cell,), widths=(40,)) is expected
