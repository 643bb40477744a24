"""The PDF: what it says, how it is tagged, that nothing typed is read as markup, that it stays the same."""

import dataclasses
import datetime
import io
import re
import subprocess
from functools import cache
from pathlib import Path
from shutil import which

import pikepdf
import pypdfium2
import pytest

from gremienwerk.documents.rendering import pdf, worker
from gremienwerk.documents.rendering.content.annexes import (
    CommitteeProfile,
    CommitteeProfiles,
    CommitteeSection,
    CommitteeTable,
    TextAnnex,
)
from gremienwerk.documents.rendering.content.charts import Chart
from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.documents.rendering.content.text import Paragraph, SmallTable
from gremienwerk.documents.rendering.worker import Job, TypesettingFailed
from tests.conftest import PROJECT, skip_or_fail
from tests.documents.rendering.sample_charts import large_chart
from tests.documents.rendering.sample_rows import HOSTILE, THREE_HUNDRED, bare_row, many_rows, row
from tests.documents.rendering.samples import LETTERHEAD, hostile_paper, paper, profile

CHECKER = PROJECT.parent / "shared" / "tools" / "check_pdfua.sh"


@cache
def plain() -> bytes:
    return pdf.answer(paper=paper()).content


def pages(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in document]


def text(content: bytes) -> str:
    return " ".join(pages(content))


def sizes(content: bytes) -> list[tuple[int, int]]:
    return [(round(page.get_width()), round(page.get_height())) for page in pypdfium2.PdfDocument(content)]


def bookmarks(content: bytes) -> list[str]:
    return [item.get_title() for item in pypdfium2.PdfDocument(content).get_toc()]


def tags(content: bytes) -> list[pikepdf.Dictionary]:
    """All structure elements, in reading order."""
    found = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(node)
            kids = node.get("/K", pikepdf.Array())
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                walk(kid)

    with pikepdf.open(io.BytesIO(content)) as document:
        walk(document.Root.StructTreeRoot)
        return [pikepdf.Dictionary(S=node.S, Alt=node.get("/Alt", "")) for node in found]


def test_the_file_says_its_language_title_and_that_it_is_tagged() -> None:
    with pikepdf.open(io.BytesIO(plain())) as document:
        root, metadata = document.Root, document.open_metadata()
        assert str(root.Lang) == "de"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert metadata["dc:title"] == paper().title
        assert metadata["pdfuaid:part"] == "1"


def test_bookmarks_lead_to_every_question_and_annex() -> None:
    assert bookmarks(plain()) == [
        paper().title,
        "Frage 1",
        "Gremien, an denen das Ressort teilnimmt",
        "Gremien in eigener Federführung",
        *(f"Frage {number}" for number in range(2, 7)),
        "Antrag 7",
        "Klimacheck",
        "Anlagen",
        "Anlage 1: Gremientabelle",
        "Anlage 2: Steckbriefe der eigenen Gremien",
        "Lenkungsgruppe Integration",
        "Steuerungskreis KIM",
        "Anlage 3: Gremienstruktur",
        "Gremienstruktur in Worten",
        "Anlage 4: Liste der Migrantenorganisationen",
    ]


def test_the_first_page_names_sender_inquiry_and_way_through_the_council() -> None:
    first = pages(plain())[0]

    for words in (
        "Stadt Talheim an der Wupper",
        "Aktenzeichen 204.11-Gremien/26",
        "Antwort auf die Große Anfrage",
        "Fraktion Die Vernünftigen, vom 3. Mai 2026, Nr. VO/0612/26",
        "Rat der Stadt, Termin offen, nicht öffentlich",
    ):
        assert words in first


def test_every_page_has_its_number_and_every_later_one_title_and_stand() -> None:
    found = pages(plain())

    for number, page in enumerate(found, 1):
        assert f"Seite {number} von {len(found)}" in page
    assert all("Gremien und Netzwerke Stand: 15. Mai 2026" in page for page in found[1:])


def test_tables_and_chart_stand_on_landscape_pages_and_text_on_portrait_ones() -> None:
    found = dict(zip(pages(plain()), sizes(plain()), strict=True))

    wide = {
        size for page, size in found.items() if "Teilnehmende Institutionen" in page or "Anlage 3:" in page
    }
    assert wide == {(842, 595)}
    assert next(iter(found.values())) == (595, 842)


def test_table_heads_are_header_cells_and_repeat_on_every_page() -> None:
    content = pdf.answer(paper=paper(rows=many_rows(30))).content

    with_table = [page for page in pages(content) if "Turnus Einladung" in page]
    assert len(with_table) > 4
    heads = sum(tag.S == "/TH" for tag in tags(content))
    assert heads >= len(with_table) + 7


def test_the_chart_has_an_alternative_text_and_is_said_in_words() -> None:
    figures = [str(tag.Alt) for tag in tags(plain()) if tag.S == "/Figure"]

    (alternative,) = figures
    assert alternative == (
        "Gremienstruktur des Ressorts Zuwanderung und Integration. Die Lenkungsgruppe Integration leitet zwei "
        "Steuerungskreise mit sechs Arbeitskreisen. Der Aufbau steht nach den Zeichnungen auch in Worten."
    )
    assert "AK Ehrenamt: ruht; gehört zu Steuerungskreis „Zuhause in Talheim“" in text(plain())


def test_the_list_of_annexes_names_their_pages() -> None:
    found = pages(plain())

    listed = next(page for page in found if "Anlagen Anlage 1" in page)
    for number, title in (
        (1, "Gremientabelle"),
        (2, "Steckbriefe"),
        (3, "Gremienstruktur"),
        (4, "Liste der"),
    ):
        page = next(n for n, words in enumerate(found, 1) if f"Anlage {number}: {title}" in words)
        assert re.search(rf"Anlage {number} {title}.*? Seite {page}\b", listed)


def test_mentions_of_annexes_and_addresses_are_links() -> None:
    with pikepdf.open(io.BytesIO(plain())) as document:
        links = [a for page in document.pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
        addresses = {str(a.A.URI) for a in links if "/A" in a and "/URI" in a.A}
    assert "https://www.talheim.example/de/migrantenorganisationen/" in addresses
    assert len(links) > len(addresses)


def test_what_is_not_recorded_is_said() -> None:
    content = pdf.answer(paper=paper(rows=(bare_row("Runder Tisch"),))).content

    page = next(page for page in pages(content) if "Runder Tisch" in page)
    assert page.count("nicht erfasst") == 16


def test_empty_annexes_say_that_there_is_nothing() -> None:
    content = pdf.answer(
        paper=paper(
            rows=(),
            directory=0,
            chart=Chart(title="Struktur", description="", as_of=paper().as_of, nodes=(), edges=()),
        )
    ).content

    said = text(content)
    assert "Zum Stichtag ist kein Gremium erfasst." in said
    assert "Zum Stichtag sind keine Gremien erfasst." in said
    assert "Zum Stichtag ist keine Organisation mit veröffentlichtem Profil erfasst." in said


def test_an_answer_without_items_and_annexes_is_still_a_paper() -> None:
    bare = paper(items=(), annexes=(), climate_check=None, sessions=(), title="", inquiry_date=None)

    assert "Antwort auf die Große Anfrage" in text(pdf.answer(paper=bare).content)


def test_nothing_typed_is_read_as_markup() -> None:
    result = pdf.answer(paper=hostile_paper())

    said = text(result.content)
    for words in (
        "#set page(width: 1pt) $x^2$ *fett* _kursiv_",
        "{{ 7*7 }} {% for x in y %}",
        '<script>alert("x")</script>',
    ):
        assert words in said
    assert [notice.code for notice in result.notices] == ["missing-glyphs"]


def test_names_in_other_scripts_are_printed_without_notice() -> None:
    rows = tuple(row(name) for name in HOSTILE[10:16])

    result = pdf.answer(paper=paper(rows=rows))

    assert result.notices == ()
    assert all(name.split()[0] in text(result.content) for name in (HOSTILE[11], HOSTILE[12], HOSTILE[13]))


def test_no_row_is_torn_unless_it_is_higher_than_a_page() -> None:
    content = pdf.answer(
        paper=paper(rows=(*many_rows(25), row("Riese", topics="Thema und Ziel " * 900)))
    ).content

    whole = [
        page for page in pages(content) if "Eingeladen: Mitglieder" in page and "Thema und Ziel" not in page
    ]
    assert len(whole) > 3
    assert all(page.count("Eingeladen: Mitglieder") == page.count("passenden Bildungsweg") for page in whole)
    assert text(content).count("und Ziel") >= 890
    assert text(content).count("Riese (Fortsetzung)") > 5


def test_very_long_names_stay_on_the_page() -> None:
    content = pdf.answer(paper=paper(rows=(row(THREE_HUNDRED),), title=THREE_HUNDRED)).content

    assert "benachbarten Kreise" in text(content)


def test_large_charts_come_on_sheets_of_their_own() -> None:
    content = pdf.answer(paper=paper(chart=large_chart())).content

    assert [n for n in range(1, 8) if f"Blatt {n} von 7" in text(content)] == list(range(1, 8))
    assert (1191, 842) in sizes(content)


def test_an_annex_of_running_text_is_printed() -> None:
    annex = TextAnnex(
        number=1,
        title="Hinweise",
        blocks=(Paragraph("Ein Hinweis."), SmallTable("Zahlen", ("A", "B"), (("1", "2"),), (1,))),
    )

    said = text(pdf.answer(paper=paper(annexes=(annex,))).content)

    assert "Anlage 1: Hinweise" in said
    assert "Ein Hinweis." in said


def test_a_profile_without_facts_says_so() -> None:
    bare = CommitteeProfile(
        name="Steuerungskreis", kind=None, level=None, occasion=None, goal=None, topics=None, founded=None,
        superordinate=(), rhythm=None, composition=None,
    )  # fmt: skip
    annex = CommitteeProfiles(number=1, title="Steckbriefe", profiles=(bare, profile("Beirat")))

    found = pages(pdf.answer(paper=paper(annexes=(annex,))).content)

    assert next(page for page in found if "Steuerungskreis Initiative" in page).count("nicht erfasst") == 7
    assert any("Beirat Steuerungsgruppe · kommunal" in page for page in found)


def test_drafts_say_so_on_every_later_page() -> None:
    found = pages(pdf.answer(paper=paper(draft=True)).content)

    assert all("Entwurf · Stand: 15. Mai 2026" in page for page in found[1:])


def test_the_same_paper_gives_the_same_bytes_in_another_process() -> None:
    first = pdf.answer(paper=paper()).content
    worker.stop()

    assert pdf.answer(paper=paper()).content == first


def test_the_properties_carry_the_day_handed_in() -> None:
    later = paper(produced_at=datetime.datetime(2027, 1, 2, 3, 4, tzinfo=datetime.UTC))

    with pikepdf.open(io.BytesIO(pdf.answer(paper=later).content)) as document:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20270102030400")


def test_a_logo_that_is_no_drawing_is_left_out_and_said() -> None:
    broken = paper(letterhead=dataclasses.replace(LETTERHEAD, logo_svg=b"<svg"))

    result = pdf.answer(paper=broken)

    assert [notice.code for notice in result.notices] == ["simplified"]
    assert "Stadt Talheim an der Wupper" in pages(result.content)[0]


def test_a_logo_stands_in_the_letterhead_with_its_name() -> None:
    logo = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
    )

    result = pdf.answer(paper=paper(letterhead=dataclasses.replace(LETTERHEAD, logo_svg=logo)))

    assert result.notices == ()
    assert "Logo Stadt Talheim an der Wupper" in [str(tag.Alt) for tag in tags(result.content)]


def test_a_refusal_becomes_a_message_for_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*, job: Job) -> bytes:
        raise TypesettingFailed(job.template)

    monkeypatch.setattr(worker, "typeset", refuse)

    with pytest.raises(pdf.PaperNotPrintable, match="Das PDF ließ sich nicht erstellen"):
        pdf.answer(paper=paper())


def sectioned(count: int) -> AnswerPaper:
    sections = tuple(CommitteeSection(f"Teil {n}", (row("AK"),)) for n in range(count))
    return paper(annexes=(CommitteeTable(number=1, title="Tabelle", sections=sections),))


def test_every_part_of_the_table_has_its_heading() -> None:
    said = text(pdf.answer(paper=sectioned(3)).content)

    assert all(f"Teil {n}" in said for n in range(3))


def test_verapdf_finds_no_fault_against_pdf_ua_1(tmp_path: Path) -> None:
    if not CHECKER.exists() or which("java") is None:
        skip_or_fail(f"needs Java and {CHECKER}")
    papers = {
        "plain": paper(),
        "large": paper(rows=many_rows(60), chart=large_chart(), directory=20),
        "hostile": hostile_paper(),
        "empty": paper(rows=(), directory=0),
    }
    files = []
    for name, given in papers.items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(pdf.answer(paper=given).content)

    command = ["bash", str(CHECKER), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)

    verdicts = [line.split()[:2] for line in done.stdout.splitlines() if line.startswith(("PASS", "FAIL"))]
    assert verdicts == [["PASS", "ua1"]] * len(papers), done.stdout + done.stderr
