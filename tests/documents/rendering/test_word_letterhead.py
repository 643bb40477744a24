"""The Word file's letterhead: who sends it, with their logo and colour."""

import dataclasses
import io

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn

from gremienwerk.documents.rendering import word
from tests.documents.rendering.samples import LETTERHEAD, paper


def opened(content: bytes) -> DocumentObject:
    return Document(io.BytesIO(content))


def test_the_letterhead_stands_in_the_first_page_header() -> None:
    lines = [
        paragraph.text
        for paragraph in opened(word.answer(paper=paper()).content).sections[0].first_page_header.paragraphs
    ]

    assert lines == [
        "Stadt Talheim an der Wupper",
        "Ressort Zuwanderung und Integration",
        "Fachbereich Integration, Bildung und kulturelle Vielfalt",
        "Am Neumarkt 10",
        "42999 Talheim an der Wupper",
        "Telefon 0202 555 4321",
        "E-Mail integration@talheim.example",
        "Internet www.talheim.example/integration",
        "Aktenzeichen 204.11-Gremien/26",
        "",
    ]


def test_the_letterhead_shows_the_senders_logo_and_colour() -> None:
    logo = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20"/></svg>'
    )
    head = dataclasses.replace(LETTERHEAD, logo_svg=logo, accent_colour="#7a1f2b")
    content = word.answer(paper=paper(letterhead=head)).content

    document = opened(content)
    header = document.sections[0].first_page_header._element
    assert [about.get("descr") for about in header.iter(qn("wp:docPr"))] == [
        "Logo Stadt Talheim an der Wupper"
    ]
    heights = [round(int(size.get("cy")) / 36000) for size in header.iter(qn("wp:extent"))]
    assert heights == [17]
    xml = document.element.xml + document.styles.element.xml + header.xml
    assert "7A1F2B" in xml
    assert "1D4F91" not in xml
    assert content == word.answer(paper=paper(letterhead=head)).content


def test_a_logo_that_is_no_drawing_leaves_the_name() -> None:
    result = word.answer(paper=paper(letterhead=dataclasses.replace(LETTERHEAD, logo_svg=b"<svg")))

    assert [notice.code for notice in result.notices] == ["no-logo"]
    head = opened(result.content).sections[0].first_page_header
    assert head.paragraphs[0].text == "Stadt Talheim an der Wupper"
