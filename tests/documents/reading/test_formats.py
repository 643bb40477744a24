"""What each type of file says: order, automatic numbers, furniture, footnotes, check boxes."""

from __future__ import annotations

import io
import time
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from gremienwerk.documents.reading.files import read
from gremienwerk.documents.reading.lines import DocumentText, Format, Line, LineKind
from gremienwerk.documents.reading.numerals import formatted

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_every_usual_encoding(encoding: str) -> None:
    data = "1. Größe und Übersicht?\r\nZweite Zeile\r\n".encode(encoding)

    document = read(data, name="anfrage.txt")

    assert [line.text for line in document.lines] == ["1. Größe und Übersicht?", "Zweite Zeile"]


def test_text_keeps_blank_lines_pages_and_indent() -> None:
    document = read(b"Eins\n\n\n  Zwei\fDrei", name="anfrage.txt")

    assert [(line.text, line.page, line.gap, line.indent) for line in document.lines] == [
        ("Eins", 1, 0, 0.0),
        ("Zwei", 1, 2, 2.0),
        ("Drei", 2, 0, 0.0),
    ]
    assert document.pages == 2


def test_invisible_signs_and_ligatures_are_made_plain() -> None:
    document = read("o\ufb03ziell\u00a0und\u200b Ver\u00adein Kin\u00ad\nder".encode(), name="anfrage.txt")

    assert [line.text for line in document.lines] == ["offiziell und Verein Kin-", "der"]


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [(3, "decimal", "3"), (3, "lowerLetter", "c"), (28, "lowerLetter", "bb"), (2, "upperLetter", "B"), (9, "lowerRoman", "ix"),
     (14, "upperRoman", "XIV"), (4, "decimalZero", "04"), (2, "none", ""), (3, "a", "c"), (4, "I", "IV"), (0, "a", "0"), (5000, "i", "5000")],
)  # fmt: skip
def test_numbers_in_the_formats_of_word_processors(number: int, style: str, written: str) -> None:
    assert formatted(number, style) == written


def _level(index: int, style: str, text: str, *, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def _word(levels: str, items: list[tuple[str, int, int]], *, instances: str = "") -> DocumentText:
    """A Word file with one abstract numbering; items are text, level and number of the instance (0: none)."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0, parse_xml(f'<w:abstractNum xmlns:w="{_W}" w:abstractNumId="70">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num xmlns:w="{_W}" w:numId="70"><w:abstractNumId w:val="70"/></w:num>'))
    if instances:
        numbering.append(
            parse_xml(f'<w:num xmlns:w="{_W}" w:numId="71"><w:abstractNumId w:val="70"/>{instances}</w:num>')
        )
    for text, level, instance in items:
        paragraph = document.add_paragraph(text)
        if instance:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr xmlns:w="{_W}"><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'
                )
            )
    return _read_word(document)


def _read_word(document: docx.document.Document) -> DocumentText:
    target = io.BytesIO()
    document.save(target)
    return read(target.getvalue(), name="anfrage.docx")


def _labels(document: DocumentText) -> list[str]:
    return [line.label for line in document.lines]


def test_word_counts_levels_and_restarts_below() -> None:
    levels = _level(0, "decimal", "%1.") + _level(1, "lowerLetter", "%2)") + _level(2, "lowerRoman", "(%3)")
    items = [
        ("A", 0, 70),
        ("B", 1, 70),
        ("C", 1, 70),
        ("D", 2, 70),
        ("Text", 0, 0),
        ("E", 0, 70),
        ("F", 1, 70),
    ]

    assert _labels(_word(levels, items)) == ["1.", "a)", "b)", "(i)", "", "2.", "a)"]


def test_word_writes_levels_of_several_figures_and_words() -> None:
    levels = _level(0, "decimal", "Frage %1:") + _level(1, "decimal", "%1.%2") + _level(2, "bullet", "\uf0b7")
    items = [("A", 0, 70), ("B", 1, 70), ("C", 1, 70), ("D", 2, 70)]

    assert _labels(_word(levels, items)) == ["Frage 1:", "1.1", "1.2", "•"]


def test_word_start_override_restarts_and_instances_share_a_count() -> None:
    levels = _level(0, "upperLetter", "%1.")
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    items = [("A", 0, 70), ("B", 0, 70), ("C", 0, 71), ("D", 0, 71)]

    assert _labels(_word(levels, items, instances=restart)) == ["A.", "B.", "A.", "B."]
    assert _labels(_word(levels, items, instances=" ")) == ["A.", "B.", "C.", "D."]


def test_word_numbers_by_style() -> None:
    document = docx.Document()
    document.add_paragraph("Eins", style="List Number")
    document.add_paragraph("Zwei", style="List Number")
    document.add_paragraph("Punkt", style="List Bullet")

    assert _labels(_read_word(document)) == ["1.", "2.", "•"]


def test_word_tables_headers_footnotes_and_boxes() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Stadt Beispielhausen"
    document.add_paragraph("Davor")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "links", "rechts"
    box = (
        f'<w:p xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent>'
        "<mc:Choice><w:txbxContent><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    document.element.body.insert(0, parse_xml(box))

    lines = _read_word(document).lines

    assert [(line.text, line.kind) for line in lines] == [
        ("Kasten", LineKind.BODY),
        ("Davor", LineKind.BODY),
        ("links", LineKind.TABLE),
        ("rechts", LineKind.TABLE),
        ("Stadt Beispielhausen", LineKind.HEADER),
    ]


def test_word_check_boxes_deleted_text_and_breaks() -> None:
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    xml = (
        f'<w:p xmlns:w="{_W}" xmlns:w14="{w14}"><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> nein</w:t></w:r>"
        "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:r><w:br/><w:t>neue Zeile</w:t></w:r></w:p>"
    )
    document = docx.Document()
    document.element.body.insert(0, parse_xml(xml))

    assert [line.text for line in _read_word(document).lines] == ["☒ nein", "neue Zeile"]


_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("draw", "drawing"),
    )
)


def _odt(body: str, *, styles: str = "", page: str = "") -> DocumentText:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr("styles.xml", f"<office:document-styles {_NAMES}>{page}</office:document-styles>")
    return read(target.getvalue(), name="anfrage.odt")


_LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
)


def _item(text: str, *, inner: str = "", start: str = "") -> str:
    return f"<text:list-item{start}><text:p>{text}</text:p>{inner}</text:list-item>"


def test_opendocument_counts_levels_starts_and_goes_on() -> None:
    inner = f"<text:list>{_item('B')}{_item('C')}</text:list>"
    first = f'<text:list text:style-name="L">{_item("A", inner=inner)}{_item("D", inner=inner)}</text:list>'
    more = f'<text:list text:style-name="L" text:continue-numbering="true">{_item("E")}</text:list>'
    anew = f'<text:list text:style-name="L">{_item("F")}</text:list>'
    seven = ' text:start-value="7"'
    stated = f'<text:list text:style-name="L">{_item("G", start=seven)}</text:list>'

    document = _odt(f"{first}<text:p>Text</text:p>{more}{anew}{stated}", styles=_LIST)

    assert _labels(document) == ["1.", "a)", "b)", "2.", "a)", "b)", "", "3.", "1.", "7."]


def test_opendocument_headings_by_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    body = '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h><text:h text:outline-level="1">C</text:h>'

    assert _labels(_odt(body, page=outline)) == ["1.", "1.1", "2."]


def test_opendocument_notes_boxes_and_furniture() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Fußnote</text:p></text:note-body></text:note>"
    body = f"<text:p>Frage<text:s/>eins{note}?<draw:frame><draw:text-box><text:p>Kasten</text:p></draw:text-box></draw:frame></text:p>"

    lines = _odt(body, page="<style:footer><text:p>Seite 1</text:p></style:footer>").lines

    assert [(line.text, line.kind) for line in lines] == [
        ("Frage eins?", LineKind.BODY),
        ("Kasten", LineKind.BODY),
        ("Fußnote", LineKind.FOOTNOTE),
        ("Seite 1", LineKind.FOOTER),
    ]


def test_mail_with_encoded_header_html_lists_and_attachments() -> None:
    message = EmailMessage()
    message["From"] = "SPD-Fraktion <spd@example.org>"
    message["Subject"] = "WG: Anfrage zu Grünflächen"
    message["Date"] = "Tue, 03 May 2022 10:00:00 +0200"
    message.set_content("<p>Wir fragen:</p><ol><li>Wie viele?</li><li>Wo?</li></ol>", subtype="html")
    message.add_attachment(b"1. Warum?", maintype="text", subtype="plain", filename="Anfrage groß.txt")
    message.add_attachment(b"x", maintype="application", subtype="zip", filename="fotos.zip")
    message.add_attachment(b"", maintype="application", subtype="pdf", filename="leer.pdf")

    document = read(message.as_bytes(), name="mail.eml")

    assert [(line.label, line.text) for line in document.lines] == [
        ("", "Wir fragen:"),
        ("1.", "Wie viele?"),
        ("2.", "Wo?"),
    ]
    assert (document.hints.subject, document.hints.sender) == ("Anfrage zu Grünflächen", "SPD-Fraktion")
    assert str(document.hints.sent_on) == "2022-05-03"
    assert [(one.name, one.format) for one in document.attachments] == [("Anfrage groß.txt", Format.TXT)]
    assert len(document.remarks) == 2


def _two_columns(pages: int, rows: int) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for page in range(pages):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, A4[1] - 30, "Ratsinformationssystem")
        canvas.drawRightString(A4[0] - 50, 30, f"Seite {page + 1} von {pages}")
        canvas.setFont("Helvetica", 9)
        for column in (0, 1):
            for row in range(rows):
                words = f"Seite {page + 1} Spalte {column + 1} Zeile {row + 1} mit etwas Text dazu"
                canvas.drawString(50 + column * 260, A4[1] - 70 - row * 12, words)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_pdf_reads_columns_one_after_the_other_and_marks_furniture() -> None:
    document = read(_two_columns(2, 20), name="anfrage.pdf")

    body = [line.text for line in document.lines if line.kind is LineKind.BODY]
    assert body == [
        f"Seite {page} Spalte {column} Zeile {row} mit etwas Text dazu"
        for page in (1, 2)
        for column in (1, 2)
        for row in range(1, 21)
    ]
    furniture = [line.text for line in document.lines if line.kind is not LineKind.BODY]
    assert sorted(furniture) == ["Ratsinformationssystem"] * 2 + ["Seite 1 von 2", "Seite 2 von 2"]


def test_pdf_keeps_tables_and_hanging_numbers_row_by_row() -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for row in range(8):
        canvas.drawString(50, 700 - row * 14, f"{row + 1}.")
        canvas.drawString(
            90, 700 - row * 14, f"Wie viele Sitzungen gab es im Jahr {2010 + row} in diesem Gremium?"
        )
    canvas.save()

    document = read(target.getvalue(), name="anfrage.pdf")

    assert document.lines[0].text == "1. Wie viele Sitzungen gab es im Jahr 2010 in diesem Gremium?"
    assert len(document.lines) == 8


def test_fifty_pages_of_pdf_in_three_seconds() -> None:
    data = _two_columns(50, 38)  # about 3,600 signs a page, more than a full page of a council paper

    start = time.process_time()
    document = read(data, name="anfrage.pdf")

    assert document.pages == 50
    assert time.process_time() - start < 3.0


def test_path_gives_the_name(tmp_path: Path) -> None:
    path = tmp_path / "anfrage.txt"
    path.write_text("Wie viele?", encoding="utf-8")

    document = read(path)

    assert document.name == "anfrage.txt"
    assert document.lines == (Line("Wie viele?", fill=document.lines[0].fill),)
