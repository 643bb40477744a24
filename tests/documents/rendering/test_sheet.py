"""Spreadsheets: what stands in which cell, that no text becomes a formula, and that the bytes stay the same."""

import datetime
import io
import re
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gremienwerk.documents.rendering import sheet
from gremienwerk.documents.rendering.content.annexes import (
    CommitteeSection,
    CommitteeTable,
    DirectoryEntry,
    DirectoryList,
)
from tests.documents.rendering.samples import AS_OF, HOSTILE, PRODUCED_AT, bare_row, many_rows, row

CITY = "Stadt Talheim an der Wupper"


def table(*sections: CommitteeSection, title: str = "Gremientabelle", note: str = "") -> CommitteeTable:
    return CommitteeTable(number=1, title=title, note=note, sections=sections)


def organisation(name: str = "Kulturverein", **changes: object) -> DirectoryEntry:
    values: dict[str, object] = {
        "contact": ("Am Markt 1", "42999 Talheim"),
        "email": "verein@talheim.example",
        "website": "https://verein.example/de",
        "district": "Nord",
        "languages": ("Bosnisch", "Deutsch"),
        "topics": (),
        "confirmed_on": datetime.date(2026, 5, 9),
    }
    return DirectoryEntry(name=name, **{**values, **changes})  # type: ignore[arg-type]


def listed(*entries: DirectoryEntry) -> DirectoryList:
    return DirectoryList(number=4, title="Liste der Migrantenorganisationen", entries=entries)


def committees(content: CommitteeTable) -> Worksheet:
    data = sheet.committee_table(table=content, city=CITY, as_of=AS_OF, produced_at=PRODUCED_AT).content
    return load_workbook(io.BytesIO(data)).worksheets[0]


def organisations(content: DirectoryList) -> Worksheet:
    data = sheet.directory(directory=content, city=CITY, as_of=AS_OF, produced_at=PRODUCED_AT).content
    return load_workbook(io.BytesIO(data)).worksheets[0]


def by_heading(page: Worksheet, number: int = 2) -> dict[str, object]:
    headings = [cell.value for cell in page[1]]
    return dict(zip(map(str, headings), [cell.value for cell in page[number]], strict=True))


def test_a_committee_has_one_row_with_one_fact_a_column() -> None:
    page = committees(table(CommitteeSection("Eigene Gremien", (row("AK Sprache"),))))

    assert by_heading(page) == {
        "Teil": "Eigene Gremien",
        "Gremium": "AK Sprache",
        "Stand des Gremiums": "besteht",
        "Art": "Arbeitskreis",
        "Ebene": "kommunal",
        "Unsere Beteiligung": "Team Bildung (Mitglied)\nFachreferat Sprache (stellv. Vorsitz)",
        "Initiative": "Jugendamt",
        "Federführung": "Jugendamt\nCaritasverband Talheim e. V.",
        "Teilnehmende Institutionen": "Verwaltung: Jugendamt; Schulamt; Stadtbibliothek\n"
        "Wohlfahrtsverbände: Caritasverband Talheim e. V.; Diakonie Bergisch Land\n"
        "Migrantenorganisationen: Bosnischer Kulturverein Talheim e. V.",
        "Turnus": "an jedem zweiten Dienstag im Monat außer in den Schulferien",
        "Sitzungen in den letzten 12 Monaten": 10,
        "Wer wird eingeladen": "Mitglieder und ständige Gäste",
        "Weg der Einladung": "per E-Mail",
        "Frist der Einladung": "14 Tage vorher",
        "Wer lädt ein": "Geschäftsführung im Jugendamt",
        "Gäste": "auf Anfrage bei der Geschäftsführung",
        "Sitzungen": "nicht erfasst",
        "Protokolle": "auf Anfrage, weil Personen genannt werden",
        "Fundort der Protokolle": "nicht erfasst",
        "Themen": "Sprachförderung, Übergang Schule–Beruf, Elternarbeit",
        "Ziel": "Kinder mit Einwanderungsgeschichte finden ohne Umweg den passenden Bildungsweg.",
    }


def test_what_nobody_recorded_is_said_in_every_column() -> None:
    facts = by_heading(committees(table(CommitteeSection("Teil", (bare_row("Beirat"),)))))

    assert {heading for heading, value in facts.items() if value != "nicht erfasst"} == {
        "Teil",
        "Gremium",
        "Stand des Gremiums",
    }


def test_none_nobody_and_a_note_are_three_things() -> None:
    rows = (
        row("a", participants=()),
        row("b", participants=None, participants_note="alle Partner des Verbundprojekts"),
        row("c", participants=(), participants_note="alle Partner", initiators=()),
    )

    page = committees(table(CommitteeSection("Teil", rows)))

    shown = [by_heading(page, number)["Teilnehmende Institutionen"] for number in (2, 3, 4)]
    assert shown == ["keine", "alle Partner des Verbundprojekts", "alle Partner"]
    assert by_heading(page, 4)["Initiative"] == "keine"


def test_rows_keep_the_order_of_the_sections() -> None:
    page = committees(table(CommitteeSection("B", (row("z"), row("a"))), CommitteeSection("A", (row("m"),))))

    assert [(line[0], line[1]) for line in page.iter_rows(min_row=2, values_only=True)] == [
        ("B", "z"),
        ("B", "a"),
        ("A", "m"),
    ]


def test_the_head_stays_in_view_can_be_filtered_and_is_printed_on_every_page() -> None:
    page = committees(table(CommitteeSection("Teil", many_rows(3)), title="Müll & Wald"))

    assert page.freeze_panes == "C2"
    assert page.auto_filter.ref == "A1:U4"
    assert page.print_title_rows == "$1:$1"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 8)
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    head, foot = page.oddHeader, page.oddFooter
    assert head and foot
    assert (head.left.text, head.right.text) == ("Müll && Wald", "Stand: 15. Mai 2026")
    assert (foot.left.text, foot.right.text) == (CITY, "Seite &P von &N")


def test_an_organisation_has_links_and_a_real_date() -> None:
    page = organisations(listed(organisation()))

    assert by_heading(page) == {
        "Organisation": "Kulturverein",
        "Beschreibung": "keine",
        "Kontakt": "Am Markt 1\n42999 Talheim",
        "E-Mail": "verein@talheim.example",
        "Internet": "https://verein.example/de",
        "Stadtteil": "Nord",
        "Sprachen": "Bosnisch\nDeutsch",
        "Themen": "keine",
        "Bestätigt am": datetime.datetime(2026, 5, 9),
    }
    assert page["I2"].number_format == "[$-407]d. mmmm yyyy"
    links = [page["D2"].hyperlink, page["E2"].hyperlink]
    assert [link.target for link in links if link] == [
        "mailto:verein@talheim.example",
        "https://verein.example/de",
    ]


@pytest.mark.parametrize(
    "website",
    ["javascript:alert(1)", "file:///etc/passwd", "www.verein.example", "internal:Gremien!A1", "https://"],
)
def test_nothing_but_web_addresses_leads_anywhere(website: str) -> None:
    page = organisations(listed(organisation(website=website)))

    assert page["E2"].value == website
    assert page["E2"].hyperlink is None


def test_a_day_before_excels_calendar_stays_readable() -> None:
    page = organisations(listed(organisation(confirmed_on=datetime.date(1899, 12, 31))))

    assert page["I2"].value == "31. Dezember 1899"


def test_no_text_becomes_a_formula_a_number_or_an_order() -> None:
    rows = tuple(row(name, topics=name, leads=(name,), rhythm=name) for name in (*HOSTILE, "{=1+1}", "007"))

    page = committees(table(CommitteeSection("=HYPERLINK(A1)", rows), title=HOSTILE[0]))

    kinds = {cell.data_type for line in page.iter_rows(min_row=2) for cell in line}
    assert kinds == {"s", "n"}
    numbers = {cell.column for line in page.iter_rows(min_row=2) for cell in line if cell.data_type == "n"}
    assert numbers == {11}
    assert by_heading(page, 6)["Gremium"] == "=1+1"
    assert by_heading(page, 2 + len(HOSTILE))["Gremium"] == "{=1+1}"


def test_a_text_longer_than_a_cell_is_cut_visibly() -> None:
    page = committees(table(CommitteeSection("Teil", (row("a", goal="Ziel " * 8000),))))

    goal = str(by_heading(page)["Ziel"])
    assert (len(goal), goal[-1]) == (32_767, "…")


@pytest.mark.parametrize("title", ["1. Tabelle", "A" * 300, '&A &[Datei] &"Arial"', ""])
def test_any_title_makes_a_file_that_opens(title: str) -> None:
    page = committees(table(title=title))

    assert page.oddHeader and page.oddHeader.right.text == "Stand: 15. Mai 2026"


def test_an_empty_table_says_that_it_is_empty() -> None:
    committees_page, organisations_page = committees(table()), organisations(listed())

    assert committees_page["A2"].value == "Zum Stichtag ist kein Gremium erfasst."
    assert committees_page["B1"].value == "Gremium"
    assert (
        organisations_page["A2"].value
        == "Zum Stichtag ist keine Organisation mit veröffentlichtem Profil erfasst."
    )


def test_a_second_sheet_says_what_the_first_one_is() -> None:
    data = sheet.committee_table(
        table=table(CommitteeSection("Teil", many_rows(2)), note="Ein Hinweis."),
        city=CITY,
        as_of=AS_OF,
        produced_at=PRODUCED_AT,
    ).content

    about = load_workbook(io.BytesIO(data)).worksheets[1]
    assert [(line[0], line[1]) for line in about.iter_rows(values_only=True)][:5] == [
        ("Titel", "Gremientabelle"),
        ("Herausgeberin", CITY),
        ("Stand", "15. Mai 2026"),
        ("Umfang", "2 Gremien"),
        ("Hinweis", "Ein Hinweis."),
    ]


def test_the_file_knows_its_title_and_sender_but_not_the_time() -> None:
    content = table(CommitteeSection("Teil", many_rows(5)))

    first = sheet.committee_table(table=content, city=CITY, as_of=AS_OF, produced_at=PRODUCED_AT).content
    second = sheet.committee_table(table=content, city=CITY, as_of=AS_OF, produced_at=PRODUCED_AT).content

    assert first == second
    properties = load_workbook(io.BytesIO(first)).properties
    assert (properties.title, properties.creator) == ("Gremientabelle", CITY)
    assert properties.created == datetime.datetime(2026, 5, 18, 9, 30)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-05-18T09:30:00Z"}


def test_rows_are_high_enough_for_what_is_written_in_them() -> None:
    page = committees(table(CommitteeSection("Teil", (bare_row("AK"), row("AK", topics="Thema " * 60)))))

    low, high = page.row_dimensions[2].height, page.row_dimensions[3].height
    assert low is not None
    assert high is not None
    assert 16 <= low < high <= 409


def test_the_wide_table_is_printed_on_a3_and_the_list_on_a4() -> None:
    assert committees(table(CommitteeSection("Teil", (row("AK"),)))).page_setup.paperSize == 8
    assert organisations(listed(organisation())).page_setup.paperSize == 9


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_says_so_wherever_it_is_opened_or_printed(draft: bool) -> None:
    content = table(CommitteeSection("Eigene Gremien", (row("AK Sprache"),)))
    data = sheet.committee_table(
        table=content, city=CITY, as_of=AS_OF, produced_at=PRODUCED_AT, draft=draft
    ).content
    book = load_workbook(io.BytesIO(data))
    about = [[cell.value for cell in line] for line in book.worksheets[1].rows]
    header = book.worksheets[0].oddHeader
    assert header is not None
    assert header.right is not None
    assert ("Entwurf" in str(header.right.text)) is draft
    assert (["Fassung", "Entwurf, noch nicht freigegeben"] in about) is draft
    assert ("Entwurf" in str(book.properties.subject)) is draft
