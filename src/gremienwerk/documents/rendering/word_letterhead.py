"""Letterhead, headers and footers of the Word file: the sender's words, logo and colour put into the template."""

import io
import re

from docx.document import Document as DocumentObject
from docx.image.image import Image
from docx.section import Section
from docx.shared import Inches

from gremienwerk.documents.rendering import accent, wording, worker
from gremienwerk.documents.rendering.content.papers import AnswerPaper, Letterhead
from gremienwerk.documents.rendering.content.results import RenderNotice
from gremienwerk.documents.rendering.word_template import ACCENT, SENDER_LINES
from gremienwerk.documents.rendering.word_xml import HEAD_RULE
from gremienwerk.documents.rendering.worker import Job, TypesettingFailed

LOGO_PPI = 300
# Ids of pictures are unique in the whole file; those of the body count from 1.
LOGO_ID = "100000"
_PLACEHOLDER = re.compile(r"\[\[(\w+)\]\]")
NO_LOGO = RenderNotice(
    "no-logo",
    "Das Logo fehlt in der Word-Datei, weil es sich nicht zeichnen ließ; dort steht der Name der Stadt.",
)


def fill_furniture(*, document: DocumentObject, paper: AnswerPaper) -> bool:
    """Fill headers and footers with the paper's words. True if the sender's logo stands in place of its name.

    A logo that cannot be made into a picture leaves the city's name as type.
    """
    head = paper.letterhead
    sender = _sender(head)
    words = {
        "running": wording.running_title(paper=paper),
        "stand": wording.stand(paper=paper),
        "footer": wording.footer(paper=paper),
        "city": head.city,
        **{f"sender{number}": line for number, line in enumerate(sender)},
    }
    first = document.sections[0]
    parts = [first.first_page_header, first.first_page_footer]
    parts += [part for section in document.sections for part in (section.header, section.footer)]
    for part in parts:
        for paragraph in list(part.paragraphs):
            for run in paragraph.runs:
                run.text = _PLACEHOLDER.sub(
                    lambda found: words.get(found[1], found[0]).replace("\t", " "), run.text
                )
            if paragraph.text.startswith("[[sender"):
                paragraph._p.getparent().remove(paragraph._p)
    return _draw_logo(first, head)


def _sender(head: Letterhead) -> list[str]:
    named = (("Telefon", head.phone), ("E-Mail", head.email), ("Internet", head.website))
    lines = [*head.office.split(" – "), head.department, head.street, head.postcode_city]
    lines += [f"{name} {text}" for name, text in (*named, ("Aktenzeichen", head.file_reference)) if text]
    return [line for line in lines if line][:SENDER_LINES]


def _draw_logo(section: Section, head: Letterhead) -> bool:
    if not head.logo_svg:
        return False
    data = {"svg": head.logo_svg.decode("utf-8", "replace")}
    try:
        png = worker.typeset(job=Job(template="logo.typ", data=data, format="png", ppi=LOGO_PPI))
    except TypesettingFailed:
        return False
    part = section.first_page_header
    height = Inches(Image.from_blob(png).px_height / LOGO_PPI)
    inline = part.part.new_pic_inline(io.BytesIO(png), height=height)
    # LibreOffice takes a missing distance for one of 3 mm and moves the logo off the margin.
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    about = inline.docPr
    about.set("id", LOGO_ID)
    about.set("name", "Logo")
    about.set("descr", f"Logo {head.city}")
    name = part.paragraphs[0]
    name.clear()
    name.add_run()._r.add_drawing(inline)
    return True


def colour_head(*, document: DocumentObject, head: Letterhead, body: bytes) -> bytes:
    """Give the sender's colour, dark enough to be read, to styles and letterhead; return the body with it."""
    colour = accent.readable(colour=head.accent_colour).removeprefix("#").upper()
    for root in (document.styles.element, document.sections[0].first_page_header._element):
        for element in root.iter():
            for name, value in element.attrib.items():
                if value == str(ACCENT):
                    element.set(name, colour)
    # As a whole tag the rule cannot be met in typed words: those have their angle brackets escaped.
    return body.replace(HEAD_RULE.encode(), HEAD_RULE.replace(str(ACCENT), colour).encode())
