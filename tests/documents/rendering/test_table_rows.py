"""The rows of the annex tables: nothing said twice, nothing repeated that the note says, nothing higher than a page."""

import dataclasses

from gremienwerk.documents.rendering.cells import Cell
from gremienwerk.documents.rendering.content.annexes import (
    CommitteeProfiles,
    CommitteeRow,
    CommitteeSection,
    CommitteeTable,
    InstitutionGroup,
    ProfileSeat,
    Seat,
)
from gremienwerk.documents.rendering.profile_facts import composition, composition_notes
from gremienwerk.documents.rendering.row_height import Row, cut, is_long
from gremienwerk.documents.rendering.table_rows import committee_rows
from tests.documents.rendering.sample_rows import row
from tests.documents.rendering.samples import profile

WIDTHS = (39, 44, 56, 30, 36, 30, 40)
MANY = tuple(f"Kulturverein Nummer {number} Talheim e. V." for number in range(90))
HELD = "Sitzungen in den letzten 12 Monaten"


def printed(*rows: CommitteeRow, note: str = "", annexes: tuple[CommitteeProfiles, ...] = ()) -> list[Row]:
    table = CommitteeTable(number=1, title="Tabelle", note=note, sections=(CommitteeSection("", rows),))
    return committee_rows(table=table, annexes=annexes, widths=WIDTHS)[0][1]


def facts(cell: Cell) -> dict[str, str | None]:
    return {line.label: line.text for line in cell}


def profiled(name: str, members: tuple[str, ...]) -> CommitteeProfiles:
    seats = tuple(ProfileSeat(member, "Mitglied") for member in members)
    return CommitteeProfiles(
        number=2, title="Steckbriefe", profiles=(dataclasses.replace(profile(name), composition=seats),)
    )


def forum() -> CommitteeRow:
    persons = InstitutionGroup("Einzelpersonen", ("zwei Einzelpersonen",))
    return row("Forum", participants=(InstitutionGroup("Vereine", MANY), persons))


def test_participants_that_a_profile_names_are_numbers_in_the_table() -> None:
    (only,) = printed(forum(), annexes=(profiled("Forum", MANY),))

    assert [line.text for line in only[2]] == [
        "90 Institutionen, siehe Steckbrief in Anlage\u00a02",
        "90",
        "zwei Einzelpersonen",
    ]


def test_participants_whom_no_profile_names_go_on_in_a_row_with_the_name() -> None:
    for annexes in ((), (profiled("Forum", MANY[:-1]),), (profiled("Anderes", MANY),)):
        first, *more = printed(forum(), annexes=annexes)

        assert first[0][0].text == "Forum"
        assert more
        assert {line[0][0].text for line in more} == {"Forum (Fortsetzung)"}
        words = "; ".join(
            line.text or "" for one in (first, *more) for line in one[2] if "Vereine" in line.label
        )
        assert words.replace(";; ", "; ").split("; ") == list(MANY)


def test_short_lists_stay_where_they_are() -> None:
    small = row("Forum", participants=(InstitutionGroup("Vereine", MANY[:3]),))

    (only,) = printed(small, annexes=(profiled("Forum", MANY),))

    assert only[2][0].text == "; ".join(MANY[:3])


def test_pieces_of_a_cut_row_fit_and_keep_every_word() -> None:
    for text in ("Thema " * 3000, "x" * 9000, "\n".join("Zeile" for _ in range(90)), "移民" * 900):
        (whole,) = printed(row("Riese"))
        whole = (*whole[:6], (whole[6][0]._replace(text=text),))
        pieces = cut(row=whole, widths=WIDTHS)

        assert len(pieces) > 1
        assert not any(is_long(row=piece, widths=WIDTHS) for piece in pieces)
        kept = "".join(line.text or "" for piece in pieces for line in piece[6])
        assert "".join(kept.split()) == "".join(text.split())


def test_meetings_are_said_once_where_none_are_recorded() -> None:
    rows = (
        row("a", meetings_last_year=None),
        row("b", meetings_last_year=None, status="geplant bis Ende 2022"),
    )
    note = "Sitzungen der letzten zwölf Monate sind für keines dieser Gremien erfasst."

    assert [facts(one[3]).get(HELD, "-") for one in printed(*rows, note=note)] == ["-", "noch keine"]
    assert [facts(one[3]).get(HELD, "-") for one in printed(*rows)] == [None, "noch keine"]
    held = printed(*rows, row("c"), note=note)
    assert [facts(one[3]).get(HELD, "-") for one in held] == [None, "noch keine", "10"]


def test_who_leads_is_said_once() -> None:
    ours = (Seat("Jugendamt", "Federführung; Vorsitz"),)

    own, shared = printed(row("a", seats=ours, leads=("Jugendamt",)), row("b", seats=ours))

    assert "Federführung" not in facts(own[1])
    assert facts(shared[1])["Federführung"] == "Jugendamt; Caritasverband Talheim e. V."


def test_votes_recorded_for_nobody_have_no_column() -> None:
    seats = (ProfileSeat("Jobcenter", "Mitglied", 1), ProfileSeat("Diakonie", "Gast"))
    unknown = dataclasses.replace(profile("AK"), composition=seats, composition_note="")
    table = composition(profile=unknown)

    assert table is not None
    assert table.header == ("Institution", "Rolle", "Sitze")
    assert table.rows == [("Jobcenter", "Mitglied", "1"), ("Diakonie", "Gast", None)]
    assert composition_notes(profile=unknown) == ["Ein Stimmrecht ist nicht erfasst."]
    said = dataclasses.replace(
        unknown, composition_note="Ein Stimmrecht ist für keinen dieser Sitze erfasst."
    )
    assert composition_notes(profile=said) == ["Ein Stimmrecht ist für keinen dieser Sitze erfasst."]
    recorded = composition(profile=profile("AK"))
    assert recorded is not None
    assert recorded.header[-1] == "Stimmrecht"
