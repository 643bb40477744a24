"""The same text laid out as the files that councils send: PDF, Word, OpenDocument, e-mail."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from dataclasses import dataclass
from email.message import EmailMessage
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.reading.files import read
from gremienwerk.inquiries.intake.contract import as_json
from gremienwerk.inquiries.intake.marks import roman_value
from gremienwerk.inquiries.intake.parsed import ParsedInquiry
from gremienwerk.inquiries.intake.recognition import recognise

_FONT = "Helvetica"
_BULLETS = str.maketrans({"\uf0b7": "•", "☒": "x", "☐": "o", "\u0301": "´", "‘": "'"})


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its number ("" for none) and depth."""

    text: str
    number: str = ""
    depth: int = 0


def paragraphs_of(parsed: ParsedInquiry, head: list[str]) -> list[Paragraph]:
    """The inquiry as a clean document: letterhead, numbered questions with parts and answers, rest."""
    flow = [Paragraph(line) for line in head]
    bulleted = len(parsed.questions) > 2 and all(question.number is None for question in parsed.questions)
    for question in parsed.questions:
        bullet = "•" if bulleted else ""
        flow.append(Paragraph(question.text, question.number or bullet))
        flow += [Paragraph(part.text, part.number or "•", 1) for part in question.parts]
        flow += [Paragraph(text) for text in (question.answer or "").split("\n\n") if text]
    return flow


def pdf_of_lines(lines: list[str], *, columns: int = 1, furniture: bool = True) -> bytes:
    """Each line of a text as a line of a PDF; in two columns the type is small enough for it."""
    size = 9.0 if columns == 1 else 4.6
    return _draw([(line, size) for line in lines], columns=columns, furniture=furniture, leading=1.3)


def pdf_reflowed(paragraphs: list[Paragraph], *, columns: int = 1, furniture: bool = True) -> bytes:
    """Paragraphs set anew in the width of the column, with half a line between them."""
    size, width = 9.5, _column_width(columns)
    lines: list[tuple[str, float]] = []
    for paragraph in paragraphs:
        number = (
            f"{paragraph.number}{')' if len(paragraph.number) == 1 and paragraph.number.isalnum() else ''} "
            if paragraph.number
            else ""
        )
        if "." in number:
            number = number.replace(" ", ". ")
        indent = "  " * paragraph.depth
        lines += [
            (indent + one, size)
            for one in _wrapped(
                f"{number}{paragraph.text}".translate(_BULLETS), width - 14 * paragraph.depth, size
            )
        ]
        lines.append(("", size))
    return _draw(lines, columns=columns, furniture=furniture, leading=1.25)


def _column_width(columns: int) -> float:
    return float(A4[0] - 110 - 24 * (columns - 1)) / columns


def _wrapped(text: str, width: float, size: float) -> list[str]:
    lines, current = [], ""
    for word in text.split():
        longer = f"{current} {word}".strip()
        if current and stringWidth(longer, _FONT, size) > width:
            lines.append(current)
            longer = word
        current = longer
    return [*lines, current]


def _draw(lines: list[tuple[str, float]], *, columns: int, furniture: bool, leading: float) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    page, column, y = 1, 0, A4[1] - 80

    def frame() -> None:
        if furniture:
            canvas.setFont(_FONT, 8)
            canvas.drawString(55, A4[1] - 40, "Stadt Beispielhausen · Ratsinformationssystem")
            canvas.drawRightString(A4[0] - 55, 34, f"Seite {page}")
            canvas.drawString(55, 34, "Ausdruck vom 03.02.2024")

    frame()
    for text, size in lines:
        if y < 75:
            column, y = column + 1, A4[1] - 80
            if column >= columns:
                canvas.showPage()
                page, column = page + 1, 0
                frame()
        plain = text.translate(_BULLETS)
        indent = len(plain) - len(plain.lstrip())
        canvas.setFont(_FONT, size)
        canvas.drawString(55 + column * (_column_width(columns) + 24) + indent * size * 0.3, y, plain.strip())
        y -= size * leading
    canvas.save()
    return target.getvalue()


def word_of_lines(lines: list[str]) -> bytes:
    """Each line of a text as a paragraph of a Word file, numbers typed by hand."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(_plain_xml(line))
    return _saved(document)


def word_numbered(paragraphs: list[Paragraph]) -> bytes:
    """A Word file whose numbers are counted by Word, with a table-like letterhead and a running header."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Stadt Beispielhausen"
    document.sections[0].footer.paragraphs[0].text = "Seite 1"
    numbering = document.part.numbering_part.element
    _add_numbering(numbering, paragraphs)
    for paragraph, automatic in _automatic(paragraphs):
        typed = "" if automatic or not paragraph.number else f"{paragraph.number} "
        added = document.add_paragraph(_plain_xml(f"{typed}{paragraph.text}"))
        if automatic:
            number = 91 if paragraph.number != "•" else 92
            added._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr xmlns:w="{_W}"><w:ilvl w:val="{paragraph.depth}"/><w:numId w:val="{number}"/></w:numPr>'
                )
            )
    return _saved(document)


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _saved(document: docx.document.Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _plain_xml(text: str) -> str:
    return re.sub(r"[\x00-\x08\x0b-\x1f]", "", text)


def _automatic(paragraphs: list[Paragraph]) -> list[tuple[Paragraph, bool]]:
    """Which numbers a word processor would count itself: those that are next at their depth."""
    expected, found = {0: 1, 1: 1}, []
    for one in paragraphs:
        value = _value(one.number)
        automatic = one.number == "•" or (value is not None and value == expected[one.depth])
        if automatic and one.number != "•":
            expected[one.depth] += 1
        if one.depth == 0 and one.number:
            expected[1] = 1
        found.append((one, automatic))
    return found


def _value(number: str) -> int | None:
    last = number.rsplit(".", maxsplit=1)[-1]
    if last.isdigit():
        return int(last)
    return ord(last.lower()) - 96 if len(last) == 1 and last.isalpha() else roman_value(last.lower()) or None


def _format(numbers: list[str], *, names: tuple[str, str, str]) -> tuple[str, bool]:
    first = next((number for number in numbers if number and number != "•"), "1")
    style = names[0] if first[0].isdigit() else names[1] if first.islower() else names[2]
    return style, "." in first


def _add_numbering(numbering: object, paragraphs: list[Paragraph]) -> None:
    levels = ""
    for depth in (0, 1):
        style, nested = _format(
            [p.number for p in paragraphs if p.depth == depth],
            names=("decimal", "lowerLetter", "upperLetter"),
        )
        text = "%1.%2." if nested else f"%{depth + 1})"
        levels += f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
    bullets = "".join(
        f'<w:lvl w:ilvl="{d}"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>' for d in (0, 1)
    )
    for number, inner in ((91, levels), (92, bullets)):
        abstract = parse_xml(
            f'<w:abstractNum xmlns:w="{_W}" w:abstractNumId="{number}">{inner}</w:abstractNum>'
        )
        numbering.insert(0, abstract)  # type: ignore[attr-defined]
        instance = parse_xml(
            f'<w:num xmlns:w="{_W}" w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        )
        numbering.append(instance)  # type: ignore[attr-defined]


def opendocument(paragraphs: list[Paragraph]) -> bytes:
    """An ODT file whose numbers are counted by the list styles."""
    style, nested = _format([p.number for p in paragraphs if p.depth == 1], names=("1", "a", "A"))
    top, _ = _format([p.number for p in paragraphs if p.depth == 0], names=("1", "a", "A"))
    shown = ' text:display-levels="2"' if nested else ""
    styles = (
        '<text:list-style style:name="N">'
        f'<text:list-level-style-number text:level="1" style:num-format="{top}" style:num-suffix=")"/>'
        f'<text:list-level-style-number text:level="2" style:num-format="{style}" style:num-suffix=")"{shown}/></text:list-style>'
        '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
        '<text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>'
    )
    body = ""
    for one, automatic in _automatic(paragraphs):
        text = escape(_plain_xml(one.text))
        if not automatic:
            body += f"<text:p>{escape(one.number)} {text}</text:p>"
            continue
        name = "B" if one.number == "•" else "N"
        item = f"<text:list-item><text:p>{text}</text:p></text:list-item>"
        if one.depth:
            item = f"<text:list-item><text:list>{item}</text:list></text:list-item>"
        body += f'<text:list text:style-name="{name}" text:continue-numbering="true">{item}</text:list>'
    return _packed(styles, body)


def _packed(styles: str, body: str) -> bytes:
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("text", "text"), ("style", "style"))
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return target.getvalue()


def mail(text: str, *, attachment: tuple[str, bytes] | None = None, subject: str = "Anfrage") -> bytes:
    """An e-mail with a text as body, or with a covering note and the text as an attachment."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Geschäftsstelle <fraktion@example.org>"
    message["To"] = "rat@example.org"
    message.set_content(text, cte="quoted-printable")
    if attachment:
        name, data = attachment
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def never_fails(data: bytes, name: str) -> None:
    """Read and recognise; only messages for users may come out."""
    with contextlib.suppress(UserFacingError):
        as_json(recognise(read(data, name=name)))
