"""The Word file: real styles, headers, sections and pictures, safe text, same bytes."""

import io
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from shutil import which
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from gremienwerk.documents.rendering import word, word_template, word_xml, worker
from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.documents.rendering.worker import Job, TypesettingFailed
from tests.conftest import skip_or_fail
from tests.documents.rendering.sample_charts import large_chart
from tests.documents.rendering.sample_rows import THREE_HUNDRED, many_rows, row
from tests.documents.rendering.samples import hostile_paper, paper


@cache
def plain() -> bytes:
    return word.answer(paper=paper()).content


def opened(content: bytes) -> DocumentObject:
    return Document(io.BytesIO(content))


def rendered(given: AnswerPaper) -> DocumentObject:
    return opened(word.answer(paper=given).content)


def texts(document: DocumentObject, style: str) -> list[str]:
    return [
        paragraph.text.replace("\u00a0", " ")
        for paragraph in document.paragraphs
        if paragraph.style and paragraph.style.name == style
    ]


def test_headings_are_real_headings() -> None:
    document = opened(plain())

    assert texts(document, "Title") == [paper().title]
    asked = [*(f"Frage {number}" for number in range(1, 7)), "Antrag 7", "Klimacheck", "Anlagen"]
    assert [text for text in texts(document, "Heading 2") if text in asked] == asked
    assert texts(document, "Heading 1") == [
        "Anlage 1: Gremientabelle",
        "Anlage 2: Steckbriefe der eigenen Gremien",
        "Anlage 3: Gremienstruktur",
        "Anlage 4: Liste der Migrantenorganisationen",
    ]
    assert "Gremien in eigener Federführung" in texts(document, "Heading 3")
    assert texts(document, "Heading 3")[-2:] == ["Zusammensetzung", "Zusammensetzung"]


def test_questions_and_answers_have_styles_of_their_own() -> None:
    document = opened(plain())

    assert len(texts(document, "Frage")) == 9
    assert texts(document, "List Bullet")[:1] == ["Steuerungskreis Kommunales Integrationsmanagement"]
    assert "Siehe beigefügte Tabelle (Anlage 1)." in texts(document, "Body Text")


def test_every_style_that_is_used_exists() -> None:
    document = rendered(paper(chart=large_chart(groups=10)))

    known = {style.style_id for style in document.styles}
    names = {qn("w:pStyle"), qn("w:rStyle")}
    used = {element.get(qn("w:val")) for element in document.element.body.iter() if element.tag in names}
    assert used - known == set()


def test_table_heads_repeat_and_rows_are_not_torn() -> None:
    table = opened(plain()).tables[1]

    properties = [row._tr.trPr for row in table.rows]
    assert [trp is not None and trp.find(qn("w:tblHeader")) is not None for trp in properties][:2] == [
        True,
        False,
    ]
    assert all(trp is not None and trp.find(qn("w:cantSplit")) is not None for trp in properties)
    assert table.rows[0].cells[0].paragraphs[0].style.name == "Tabellenkopf"
    assert [cell.text for cell in table.rows[0].cells][0::6] == ["Gremium", "Themen und Ziel"]


def test_a_row_higher_than_a_page_goes_on_in_further_rows_with_its_name() -> None:
    table = rendered(paper(rows=(row("AK", topics="Thema " * 2000),))).tables[1]

    names = [line.cells[0].paragraphs[0].text for line in table.rows]
    assert names[2] == "AK"
    assert len(names) > 5
    assert set(names[3:]) == {"AK (Fortsetzung)"}
    assert sum(line.cells[6].text.count("Thema") for line in table.rows[2:]) >= 2000
    assert all(line._tr.trPr.find(qn("w:cantSplit")) is not None for line in table.rows)


def test_parts_of_the_table_are_rows_across_it() -> None:
    table = opened(plain()).tables[1]

    first = table.rows[1].cells
    assert len({id(cell._tc) for cell in first}) == 1
    assert first[0].text == "Leitung beim Land und bei anderen Ressorts"


def test_wide_annexes_have_landscape_sections_and_no_empty_page_follows() -> None:
    document = opened(plain())

    wide, tall = WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT
    assert [section.orientation for section in document.sections] == [tall, wide, tall, wide, tall, wide]
    assert [section.different_first_page_header_footer for section in document.sections][:3] == [
        True,
        False,
        False,
    ]
    assert document.element.body[-1].tag == qn("w:sectPr")
    assert document.element.body[-2].tag == qn("w:tbl")


def test_headers_and_footers_carry_title_stand_and_page_fields() -> None:
    section = opened(plain()).sections[1]

    assert section.header.paragraphs[0].text == f"{paper().title}\tStand: 15. Mai 2026"
    fields = [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_no_placeholder_of_the_template_is_left() -> None:
    with zipfile.ZipFile(io.BytesIO(plain())) as archive:
        assert not [
            name for name in archive.namelist() if name.endswith(".xml") and b"[[" in archive.read(name)
        ]


def test_captions_count_with_words_own_fields() -> None:
    body = opened(plain()).element.body

    fields = [f.get(qn("w:instr")) for f in body.iter(qn("w:fldSimple"))]
    assert [field for field in fields if field.startswith("SEQ")] == [
        r"SEQ Tabelle \* ARABIC",
        r"SEQ Abbildung \* ARABIC",
    ]
    assert texts(opened(plain()), "Caption")[1].endswith("Stand: 15. Mai 2026")


def test_the_chart_is_a_picture_with_an_alternative_text() -> None:
    pictures = list(opened(plain()).element.body.iter(qn("wp:docPr")))

    assert len(pictures) == 1
    assert (
        pictures[0].get("descr", "").startswith("Gremienstruktur des Ressorts Zuwanderung und Integration.")
    )
    assert "AK Ehrenamt: ruht; gehört zu Steuerungskreis „Zuhause in Talheim“" in texts(
        opened(plain()), "List Bullet 4"
    )


def test_every_sheet_of_a_large_chart_is_a_picture() -> None:
    document = rendered(paper(chart=large_chart()))

    pictures = list(document.element.body.iter(qn("wp:docPr")))
    assert [picture.get("id") for picture in pictures] == [str(n) for n in range(1, 8)]


def test_a_chart_that_cannot_be_drawn_leaves_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*, job: Job) -> bytes:
        raise TypesettingFailed(job.format)

    monkeypatch.setattr(worker, "typeset", refuse)

    result = word.answer(paper=paper())

    assert [notice.code for notice in result.notices] == ["no-picture"]
    assert "Gremienstruktur in Worten" in texts(opened(result.content), "Heading 2")


def test_language_and_properties_are_set() -> None:
    core = opened(plain()).core_properties

    assert (core.title, core.language, core.author) == (paper().title, "de-DE", "Stadt Talheim an der Wupper")
    assert core.created is not None
    assert core.created.isoformat().startswith("2026-05-18T09:30:00")
    assert all(e.get(qn("w:val")) == "de-DE" for e in opened(plain()).styles.element.iter(qn("w:lang")))


def test_the_package_does_not_speak_of_where_its_template_came_from() -> None:
    with zipfile.ZipFile(io.BytesIO(plain())) as archive:
        settings = archive.read("word/settings.xml").decode()
        assert "docProps/thumbnail.jpeg" not in archive.namelist()
        assert b"<Application>Gremienwerk</Application>" in archive.read("docProps/app.xml")
    assert '<w:themeFontLang w:val="de-DE"/>' in settings
    assert (
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
    )


def test_links_lead_to_annexes_and_addresses() -> None:
    body = opened(plain()).element.body

    anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    bookmarks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert anchors == bookmarks == {f"anlage_{n}" for n in range(1, 5)}
    assert any("HYPERLINK" in (f.get(qn("w:instr")) or "") for f in body.iter(qn("w:fldSimple")))


def test_the_climate_check_shows_what_was_chosen() -> None:
    assert texts(opened(plain()), "Ankreuzfeld") == [
        "☒\tneutral / nein (ausgewählt)",
        "☐\tja, positive Auswirkungen",
        "☐\tja, negative Auswirkungen",
    ]


def test_nothing_typed_becomes_markup() -> None:
    result = word.answer(paper=hostile_paper())

    document = opened(result.content)
    cells = {cell.text.split("\n")[0] for table_row in document.tables[1].rows for cell in table_row.cells}
    assert '<script>alert("x")</script> & < > " \' ]]> <!-- -->' in cells
    assert "{{ 7*7 }} {% for x in y %} {# k #} ${jndi:ldap://x} %s %n" in cells
    assert "=1+1" in cells


def test_words_from_the_right_are_marked_and_turn_a_paragraph_of_their_own() -> None:
    mixed = word_xml.paragraph("BodyText", word_xml.run("Verein جمعية الأمل & Co", bold=True))
    alone = word_xml.paragraph("BodyText", word_xml.run("עמותה (2024) תקווה"))

    assert mixed.count("<w:rtl/>") == 1
    assert '<w:b/><w:bCs/><w:rtl/></w:rPr><w:t xml:space="preserve">جمعية الأمل</w:t>' in mixed
    assert "<w:bidi/>" not in mixed
    assert alone.count("<w:r>") == 1
    assert '<w:pStyle w:val="BodyText"/><w:bidi/></w:pPr>' in alone


def test_empty_annexes_say_that_there_is_nothing() -> None:
    said = texts(rendered(paper(rows=(), directory=0)), "Body Text")

    assert "Zum Stichtag ist kein Gremium erfasst." in said
    assert "Zum Stichtag ist keine Organisation mit veröffentlichtem Profil erfasst." in said


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert word.answer(paper=paper()).content == plain()
    with zipfile.ZipFile(io.BytesIO(plain())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_is_well_formed() -> None:
    content = word.answer(paper=hostile_paper()).content

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))


def test_the_committed_template_is_the_one_that_is_built() -> None:
    built = io.BytesIO()
    word_template.build().save(built)

    with zipfile.ZipFile(built) as fresh, zipfile.ZipFile(word_template.TEMPLATE_FILE) as committed:
        assert fresh.namelist() == committed.namelist()
        assert all(fresh.read(name) == committed.read(name) for name in fresh.namelist())


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    if which("soffice") is None:
        skip_or_fail("needs LibreOffice (Debian package libreoffice-writer)")
    file = tmp_path / "antwort.docx"
    file.write_bytes(word.answer(paper=paper(rows=(*many_rows(20), row(THREE_HUNDRED)))).content)

    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        str(tmp_path),
        str(file),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=240)

    said = (tmp_path / "antwort.txt").read_text(encoding="utf-8")
    assert "Anlage 4: Liste der Migrantenorganisationen" in said
    assert "benachbarten Kreise" in said
