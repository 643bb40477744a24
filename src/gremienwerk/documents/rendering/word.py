"""The answer as a Word document: the default template's styles and letterhead, filled with the paper's content."""

import datetime
import io
import zipfile
from copy import deepcopy
from dataclasses import dataclass

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.oxml.xmlchemy import serialize_for_reading as serialized
from docx.shared import Mm, Pt

from gremienwerk.documents.rendering import word_xml as xml
from gremienwerk.documents.rendering import wording, worker
from gremienwerk.documents.rendering.chart import MEDIA_TYPE as SVG_TYPE
from gremienwerk.documents.rendering.chart import ChartDrawing
from gremienwerk.documents.rendering.content.annexes import StructureChart
from gremienwerk.documents.rendering.content.papers import AnswerPaper
from gremienwerk.documents.rendering.content.results import RenderedFile, RenderNotice
from gremienwerk.documents.rendering.legible import bound, legible
from gremienwerk.documents.rendering.pdf import drawings
from gremienwerk.documents.rendering.word_body import BodyWriter, Pages, Part
from gremienwerk.documents.rendering.word_letterhead import NO_LOGO, colour_head, fill_furniture
from gremienwerk.documents.rendering.word_template import TEMPLATE_FILE
from gremienwerk.documents.rendering.worker import Job, TypesettingFailed

FILE_NAME = "antwort.docx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PRINT_PPI = 200
# How a picture names its drawing (Office drawing extension "svgBlip", MS-ODRAWXML 2.5.1).
_SVG_TOO = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{key}"/>'
    "</a:ext></a:extLst>"
)
_PICTURE_ROOM = (Mm(388), Mm(200))
_MAIN_PART = "word/document.xml"
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
NO_PICTURE = RenderNotice(
    "no-picture",
    "Die Abbildung der Gremienstruktur fehlt in der Word-Datei; ihr Aufbau steht dort in Worten. "
    "Die Zeichnung liegt als gremienstruktur.svg bei.",
)


def answer(*, paper: AnswerPaper) -> RenderedFile:
    """The whole answer with its annexes as DOCX. The same paper gives the same bytes.

    A chart that cannot be made into a picture is left out, with a notice; its text stays.
    """
    printable, notices = legible(content=paper)
    document = Document(str(TEMPLATE_FILE))
    pictures = _Pictures(document)
    writer = BodyWriter(bound(content=printable), drawings(paper=printable), pictures.draw)
    has_logo = fill_furniture(document=document, paper=printable)
    body = colour_head(
        document=document, head=printable.letterhead, body=_document_xml(document, writer.parts())
    )
    core = document.core_properties
    core.title, core.subject = wording.document_title(paper=printable)[:250], printable.kind[:250]
    core.author = core.last_modified_by = printable.letterhead.city[:250]
    core.language, core.revision = "de-DE", max(1, printable.version)
    core.created = core.modified = printable.produced_at.astimezone(datetime.UTC).replace(tzinfo=None)
    missing = (
        (NO_PICTURE, pictures.missing),
        (NO_LOGO, bool(printable.letterhead.logo_svg) and not has_logo),
    )
    said = (notice for notice, is_missing in missing if is_missing)
    return RenderedFile(FILE_NAME, MEDIA_TYPE, _packed(document, body), (*notices, *said))


@dataclass(slots=True)
class _Pictures:
    """Charts as PNG pictures with alternative text."""

    document: DocumentObject
    missing: bool = False
    count: int = 0

    def draw(self, annex: StructureChart, drawing: ChartDrawing, index: int) -> str:
        sheet = drawing.sheets[index]
        scale = min(_PICTURE_ROOM[0] / sheet.width, _PICTURE_ROOM[1] / sheet.height)
        width, height = int(sheet.width * scale), int(sheet.height * scale)
        # The drawing's own size is in points; as printed it must have PRINT_PPI.
        sharpness = PRINT_PPI * width / Pt(sheet.width)
        data = {"svg": sheet.svg.decode()}
        try:
            png = worker.typeset(job=Job(template="chart.typ", data=data, format="png", ppi=sharpness))
        except TypesettingFailed:
            self.missing = True
            return ""
        inline = self.document.part.new_pic_inline(io.BytesIO(png), width, height)
        self.count += 1
        self._sharpen(inline, sheet.svg)
        properties = inline.find(qn("wp:docPr"))
        if properties is None:
            raise AttributeError("docPr")
        said = (
            f"{annex.chart.title}. {sheet.title}. {sheet.description} Der Aufbau steht danach auch in Worten."
        )
        for name, value in (("id", str(self.count)), ("name", f"Abbildung {self.count}"), ("descr", said)):
            properties.set(name, value)
        drawn = serialized(inline)
        return f"<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing>{drawn}</w:drawing></w:r></w:p>"

    def _sharpen(self, inline: BaseOxmlElement, svg: bytes) -> None:
        """Add the drawing itself to its picture: programs that know SVG show it sharp, others the picture."""
        name = PackURI(f"/word/media/struktur{self.count}.svg")
        part = OpcPart(name, SVG_TYPE, svg, self.document.part.package)
        key = self.document.part.relate_to(part, RT.IMAGE)
        blip = next(inline.iter(qn("a:blip")))
        blip.append(parse_xml(_SVG_TOO.format(key=key)))


def _document_xml(document: DocumentObject, parts: list[Part]) -> bytes:
    """The main part of the file as text: parsing it only to write it again would double the time."""
    ends = list(document.element.body.iter(qn("w:sectPr")))
    first = serialized(ends[0])
    later = {
        Pages.UPRIGHT: serialized(_without_first_page(ends[0])),
        Pages.WIDE: serialized(ends[1]),
        Pages.POSTER: serialized(ends[2]),
    }
    pieces = []
    for number, part in enumerate(parts):
        end = first if number == 0 else later[part.pages]
        is_last = number == len(parts) - 1
        pieces += [part.body, end if is_last else xml.section_end(end)]
    root = f"<w:document {xml.NAMESPACES}><w:body>{''.join(pieces)}</w:body></w:document>"
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + root).encode()


def _without_first_page(end: BaseOxmlElement) -> BaseOxmlElement:
    """The same page without letterhead, for portrait pages after the first section."""
    later = deepcopy(end)
    for child in list(later):
        if child.tag == qn("w:titlePg") or child.get(qn("w:type")) == "first":
            later.remove(child)
    return later


def _packed(document: DocumentObject, body: bytes) -> bytes:
    """The file with every entry dated alike: the zip format would otherwise carry the time of day."""
    raw, packed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, body if name == _MAIN_PART else source.read(name))
    return packed.getvalue()
