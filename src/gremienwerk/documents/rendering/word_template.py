"""Builds the default Word template `templates/antwort.docx`: styles, letterhead, headers and footers, no content.

Run `python -m gremienwerk.documents.rendering.word_template` after a change and commit the file. The result has
three sections: portrait pages with the letterhead on the first one, landscape pages, and A3 landscape for drawings.
Words in double brackets in headers and footers are filled in by `word.py`.
"""

import datetime
from copy import deepcopy
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

TEMPLATE_FILE = Path(__file__).parent / "templates" / "antwort.docx"
FONT = "Arial"
INK, MUTED, ACCENT = RGBColor(0x1B, 0x1E, 0x22), RGBColor(0x4B, 0x51, 0x58), RGBColor(0x1D, 0x4F, 0x91)
SENDER_LINES = 8
_PROPERTIES = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Gremienwerk</Application></Properties>"
)

# name: (based on, size, bold, colour, space before, space after, keep with next)
_STYLES = {
    "Title": ("Normal", 17, True, INK, 2, 10, True),
    "Heading 1": ("Normal", 12.5, True, ACCENT, 18, 6, True),
    "Heading 2": ("Normal", 11, True, INK, 12, 4, True),
    "Heading 3": ("Normal", 10, True, INK, 10, 3, True),
    "Heading 4": ("Normal", 10, False, INK, 8, 3, True),
    "Body Text": ("Normal", 10, False, INK, 0, 7, False),
    "List Bullet": ("Normal", 10, False, INK, 0, 3, False),
    "List Bullet 2": ("Normal", 10, False, INK, 0, 3, False),
    "List Bullet 3": ("Normal", 10, False, INK, 0, 3, False),
    "List Bullet 4": ("Normal", 10, False, INK, 0, 3, False),
    "List Bullet 5": ("Normal", 10, False, INK, 0, 3, False),
    "Caption": ("Normal", 8.5, False, MUTED, 8, 4, True),
    "Vorgang": ("Normal", 11, True, ACCENT, 22, 2, True),
    "Eckdaten": ("Normal", 10, False, INK, 0, 3, False),
    "Frage": ("Normal", 10, False, MUTED, 0, 5, True),
    "Ankreuzfeld": ("Normal", 10, False, INK, 0, 3, True),
    "Anlagenverzeichnis": ("Normal", 10, False, INK, 0, 3, False),
    "Tabellenkopf": ("Normal", 8, True, INK, 1, 1, True),
    "Tabellenteil": ("Normal", 9, True, ACCENT, 5, 2, True),
    "Tabellentext": ("Normal", 8, False, INK, 0, 1, False),
    "Abschnittswechsel": ("Normal", 1, False, INK, 0, 0, False),
    "Briefkopf Stadt": ("Normal", 17, True, ACCENT, 0, 0, False),
    "Briefkopf Angaben": ("Normal", 8.5, False, INK, 0, 0, False),
    "Header": ("Normal", 8, False, MUTED, 0, 0, False),
    "Footer": ("Normal", 8, False, MUTED, 0, 0, False),
}


def build() -> DocumentObject:
    """The template as a document."""
    document = Document()
    _package(document)
    _styles(document)
    core = document.core_properties
    core.author, core.title, core.comments, core.language = "", "", "", "de-DE"
    core.created = core.modified = datetime.datetime(2026, 1, 1)  # noqa: DTZ001 -- python-docx takes naive UTC
    first = document.sections[0]
    _portrait(first)
    _furnish(first, Mm(165))
    first.different_first_page_header_footer = True
    _letterhead(first)
    second = document.add_section(WD_SECTION.NEW_PAGE)
    second.different_first_page_header_footer = False
    _landscape(second)
    _furnish(second, Mm(267))
    third = document.add_section(WD_SECTION.NEW_PAGE)
    third.different_first_page_header_footer = False
    _landscape(third)
    third.page_width, third.page_height = Mm(420), Mm(297)
    _furnish(third, Mm(390))
    return document


def _package(document: DocumentObject) -> None:
    """What python-docx's own empty document says of its origin: today's layout rules, no picture, no Mac, no Japanese."""
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.attrib.clear()
        language.set(qn("w:val"), "de-DE")
    for preview in settings.findall(qn("w:savePreviewPicture")):
        settings.remove(preview)
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RT.THUMBNAIL:
            package.rels.pop(key)
        elif relation.reltype == RT.EXTENDED_PROPERTIES:
            relation.target_part._blob = _PROPERTIES


def _styles(document: DocumentObject) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = FONT, Pt(10), INK
    normal.paragraph_format.line_spacing = 1.12
    for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        for fonts in document.styles.element.iter(qn("w:rFonts")):
            fonts.attrib.pop(qn(script), None)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "de-DE")
    for name, (base, size, bold, colour, before, after, keep) in _STYLES.items():
        style = _style(document, name)
        style.base_style = document.styles[base]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
        style.font.italic, style.font.color.rgb = False, colour
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = keep
        style.quick_style = True
        _other_scripts(style, size)
    _details(document)


def _other_scripts(style: ParagraphStyle, size: float) -> None:
    """Font and size of Arabic and Hebrew words, which Word keeps apart from those of Latin ones."""
    properties = style.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:cs"), FONT)
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    mark = OxmlElement("w:szCs")
    mark.set(qn("w:val"), str(round(size * 2)))
    properties.find(qn("w:sz")).addnext(mark)


def _style(document: DocumentObject, name: str) -> ParagraphStyle:
    if name in document.styles:
        found = document.styles[name]
        for border in found.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
            border.getparent().remove(border)
    else:
        found = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(found, ParagraphStyle):
        raise TypeError(name)
    return found


def _details(document: DocumentObject) -> None:
    """Indents, tab stops, deeper lists and the bar beside a question."""
    third = _style(document, "List Bullet 3")
    for level in (4, 5):
        deeper = _style(document, f"List Bullet {level}")
        deeper.element.get_or_add_pPr().append(deepcopy(third.element.pPr.numPr))
        deeper.paragraph_format.left_indent = Mm(5 * level)
        deeper.paragraph_format.first_line_indent = -Mm(5)
    for name in ("Header", "Footer"):
        properties = _style(document, name).element.get_or_add_pPr()
        for stops in properties.findall(qn("w:tabs")):
            properties.remove(stops)
    hanging = {"Eckdaten": Mm(36), "Ankreuzfeld": Mm(6), "Anlagenverzeichnis": Mm(22)}
    for name, indent in hanging.items():
        layout = _style(document, name).paragraph_format
        layout.left_indent, layout.first_line_indent = indent, -indent
        layout.tab_stops.add_tab_stop(indent)
    question = _style(document, "Frage")
    question.paragraph_format.left_indent = Mm(4)
    _border(question.element.get_or_add_pPr(), "left", "18", "8", "1D4F91")
    _style(document, "Heading 1").paragraph_format.keep_together = True
    missing = document.styles.add_style("Nicht erfasst", WD_STYLE_TYPE.CHARACTER)
    missing.font.italic, missing.font.color.rgb = True, MUTED
    label = document.styles.add_style("Feldname", WD_STYLE_TYPE.CHARACTER)
    label.font.color.rgb = MUTED
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True


def _border(properties: BaseOxmlElement, side: str, size: str, space: str, colour: str) -> None:
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", size), ("space", space), ("color", colour)):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    # The schema wants pBdr before spacing and indent.
    following = [
        child
        for child in properties
        if child.tag not in {qn("w:pStyle"), qn("w:keepNext"), qn("w:keepLines")}
    ]
    properties.insert(properties.index(following[0]) if following else len(properties), borders)


def _portrait(section: Section) -> None:
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.top_margin, section.bottom_margin = Mm(27), Mm(22)
    section.header_distance, section.footer_distance = Mm(13), Mm(11)


def _landscape(section: Section) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin, section.bottom_margin = Mm(24), Mm(18)
    section.header_distance, section.footer_distance = Mm(12), Mm(9)


def _furnish(section: Section, right: int) -> None:
    section.header.is_linked_to_previous = False
    section.footer.is_linked_to_previous = False
    header = section.header.paragraphs[0]
    _tabbed(header, right, "[[running]]\t[[stand]]")
    _border(header._p.get_or_add_pPr(), "bottom", "4", "4", "C3C8CE")
    _footer(section.footer.paragraphs[0], right)


def _footer(paragraph: Paragraph, right: int) -> None:
    _tabbed(paragraph, right, "[[footer]]\tSeite ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" von ")
    _field(paragraph, "NUMPAGES")


def _tabbed(paragraph: Paragraph, right: int, text: str) -> None:
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(text)


def _field(paragraph: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _letterhead(section: Section) -> None:
    """The sender, in the first page's header: the city's name, then the office's lines set in the right column."""
    head = section.first_page_header
    head.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    _footer(section.first_page_footer.paragraphs[0], Mm(165))
    city = head.paragraphs[0]
    city.style = "Briefkopf Stadt"
    city.add_run("[[city]]")
    for number in range(SENDER_LINES):
        line = head.add_paragraph(style="Briefkopf Angaben")
        line.paragraph_format.left_indent = Mm(103)
        line.add_run(f"[[sender{number}]]")
    rule = head.add_paragraph(style="Briefkopf Angaben")
    _border(rule._p.get_or_add_pPr(), "bottom", "12", "4", "1D4F91")


if __name__ == "__main__":
    build().save(str(TEMPLATE_FILE))
