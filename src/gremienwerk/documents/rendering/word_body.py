"""The paper's content as WordprocessingML, part by part: each part says whether its pages are wide."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import count

from gremienwerk.core.german import format_date
from gremienwerk.documents.rendering import cells, wording
from gremienwerk.documents.rendering import word_xml as xml
from gremienwerk.documents.rendering.chart import ChartDrawing
from gremienwerk.documents.rendering.charting.outline import OutlineItem
from gremienwerk.documents.rendering.content.annexes import (
    Annex,
    CommitteeProfile,
    CommitteeProfiles,
    CommitteeTable,
    DirectoryList,
    StructureChart,
)
from gremienwerk.documents.rendering.content.papers import AnswerItem, AnswerPaper
from gremienwerk.documents.rendering.content.text import (
    NOT_RECORDED,
    AnnexRef,
    Block,
    BulletList,
    FigureRef,
    Paragraph,
    SmallTable,
    Subheading,
)
from gremienwerk.documents.rendering.profile_facts import composition, composition_notes, profile_facts
from gremienwerk.documents.rendering.row_height import Row
from gremienwerk.documents.rendering.runs import pointer, runs
from gremienwerk.documents.rendering.table_rows import committee_rows, directory_rows

COMMITTEE_WIDTHS = (38, 42, 54, 30, 35, 30, 38)
DIRECTORY_WIDTHS = (70, 65, 40, 62, 30)
COMPOSITION_WIDTHS = (48, 20, 24)
TEXT_WIDTH = 165
NUMBER_WIDTH = 22

# Draws sheet `index` of a chart as a paragraph; the caller knows pictures and their relations.
Picture = Callable[[StructureChart, ChartDrawing, int], str]


class Pages(Enum):
    """The pages of a part: A4 upright, A4 landscape, or A3 landscape for drawings."""

    UPRIGHT = auto()
    WIDE = auto()
    POSTER = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A run of pages of one size and orientation."""

    body: str
    pages: Pages = Pages.UPRIGHT


@dataclass(slots=True)
class BodyWriter:
    """Writes the parts; counts tables and figures through the whole paper."""

    paper: AnswerPaper
    drawings: dict[int, ChartDrawing]
    picture: Picture
    tables: "count[int]" = field(default_factory=lambda: count(1))
    figures: "count[int]" = field(default_factory=lambda: count(1))

    def parts(self) -> list[Part]:
        """The text, then every annex."""
        return [Part(self._text()), *(part for annex in self.paper.annexes for part in self._annex(annex))]

    @property
    def _known(self) -> frozenset[int]:
        return frozenset(annex.number for annex in self.paper.annexes)

    def _text(self) -> str:
        paper = self.paper
        pieces = [xml.paragraph("Vorgang", xml.run(paper.kind))]
        pieces.append(xml.paragraph("Title", xml.run(wording.document_title(paper=paper))))
        pieces += [_fact(name, "\n".join(lines)) for name, lines in wording.facts(paper=paper)]
        pieces += self._blocks(paper.introduction)
        for item in paper.items:
            pieces += self._item(item)
        pieces += self._blocks(paper.closing)
        pieces += self._climate()
        if paper.annexes:
            pieces.append(xml.heading(2, "Anlagen"))
            pieces += [self._entry(annex) for annex in paper.annexes]
        return "".join(pieces)

    def _item(self, item: AnswerItem) -> list[str]:
        question = [line for line in item.question.split("\n") if line.strip()]
        question += [f"{part.number} {part.text}" for part in item.parts]
        asked = [
            xml.paragraph("Frage", xml.running(runs(text=line, annexes=self._known))) for line in question
        ]
        return [xml.heading(2, wording.item_heading(item=item)), *asked, *self._blocks(item.answer)]

    def _climate(self) -> list[str]:
        check = self.paper.climate_check
        if check is None:
            return []
        pieces = [xml.heading(2, "Klimacheck"), _plain(check.question)]
        for option in check.options:
            chosen = option.effect == check.effect
            # Read aloud, the box alone does not say which one is chosen.
            words = f"☒\t{option.label} (ausgewählt)" if chosen else f"☐\t{option.label}"
            pieces.append(xml.paragraph("Ankreuzfeld", xml.run(words, bold=chosen)))
        if check.effect is None:
            pieces.append(_plain(wording.OPEN_CLIMATE))
            if not check.reason:
                return pieces
        return [*pieces, _plain(f"Begründung: {check.reason or wording.NO_REASON}")]

    def _entry(self, annex: Annex) -> str:
        words = runs(text=f"Anlage\u00a0{annex.number}", annexes=self._known)
        return xml.paragraph("Anlagenverzeichnis", xml.running(words), xml.run(f"\t{annex.title}"))

    def _blocks(self, blocks: Iterable[Block], level: int = 3) -> list[str]:
        return [piece for block in blocks for piece in self._block(block, level)]

    def _block(self, block: Block, level: int) -> list[str]:
        match block:
            case Paragraph(text):
                return [self._running(line) for line in text.split("\n") if line.strip()]
            case Subheading(text):
                return [xml.heading(level, text)] if text else []
            case BulletList(items):
                return [self._running(item, "ListBullet") for item in items]
            case SmallTable():
                return self._small_table(block) if block.header else []
            case AnnexRef(annex, text) | FigureRef(annex, text):
                return [self._running(pointer(text=text, annex=annex))]

    def _running(self, text: str, style: str = "BodyText") -> str:
        return xml.paragraph(style, xml.running(runs(text=text, annexes=self._known)))

    def _small_table(self, block: SmallTable) -> list[str]:
        widths = _small_widths(block)
        rows = [
            xml.table_row(
                [
                    xml.paragraph(
                        "Tabellentext", xml.run(word), extra=xml.RIGHT if column in block.numeric else ""
                    )
                    for column, word in enumerate(row)
                ],
                widths,
            )
            for row in block.rows
        ]
        head = xml.caption("Tabelle", next(self.tables), block.caption)
        whole = xml.table(
            header=block.header,
            widths=widths,
            rows=rows,
            description=block.caption,
            numeric=block.numeric,
        )
        return [head, whole, xml.paragraph("BodyText")]

    def _annex(self, annex: Annex) -> list[Part]:
        head = [xml.heading(1, f"Anlage {annex.number}: {annex.title}", bookmark=annex.number)]
        note = getattr(annex, "note", "")
        head += [_plain(note)] if note else []
        if isinstance(annex, CommitteeTable):
            return [Part("".join([*head, *_committees(annex, self.paper.annexes)]), Pages.WIDE)]
        if isinstance(annex, DirectoryList):
            return [Part("".join([*head, *_directory(annex)]), Pages.WIDE)]
        if isinstance(annex, CommitteeProfiles):
            return [Part("".join([*head, *_profiles(annex)]))]
        if isinstance(annex, StructureChart):
            return self._chart(head, annex)
        return [Part("".join([*head, *self._blocks(annex.blocks, 2)]))]

    def _chart(self, head: list[str], annex: StructureChart) -> list[Part]:
        drawing = self.drawings[annex.number]
        if not drawing.sheets:
            return [Part("".join([*head, _plain(wording.EMPTY_CHART)]))]
        pieces = [*head]
        for index, sheet in enumerate(drawing.sheets):
            title = annex.chart.title if len(drawing.sheets) == 1 else f"{annex.chart.title}, {sheet.title}"
            pieces.append(self.picture(annex, drawing, index))
            words = f"{title}, Stand: {format_date(annex.chart.as_of)}"
            pieces.append(xml.caption("Abbildung", next(self.figures), words))
        words_too = [xml.heading(2, wording.CHART_IN_WORDS), _plain(annex.chart.description)]
        words_too += [line for item in drawing.outline for line in _outline(item, 1)]
        return [Part("".join(pieces), Pages.POSTER), Part("".join(words_too))]


def _small_widths(block: SmallTable) -> tuple[int, ...]:
    """Widths in millimetres: numbers as wide as their head's longest word, the first column of text twice the others."""
    columns = range(len(block.header))
    texts = [column for column in columns if column not in block.numeric]
    if not texts:
        return (TEXT_WIDTH // len(block.header),) * len(block.header)
    widths = {}
    for column in columns:
        longest = max(map(len, block.header[column].split()), default=0)
        widths[column] = min(max(NUMBER_WIDTH, 4 + 2 * longest), TEXT_WIDTH // len(block.header))
    share = (TEXT_WIDTH - sum(widths[c] for c in columns if c not in texts)) // (len(texts) + 1)
    widths.update(dict.fromkeys(texts, share))
    widths[texts[0]] = TEXT_WIDTH - sum(width for column, width in widths.items() if column != texts[0])
    return tuple(widths[column] for column in columns)


def _plain(text: str) -> str:
    return xml.paragraph("BodyText", xml.run(text))


def _fact(name: str, text: str | None) -> str:
    words = xml.run(NOT_RECORDED, style="Nichterfasst") if text is None else xml.run(text)
    return xml.paragraph("Eckdaten", xml.run(name, style="Feldname"), xml.run("\t"), words)


def _outline(item: OutlineItem, level: int) -> list[str]:
    style = "ListBullet" if level == 1 else f"ListBullet{min(level, 5)}"
    below = [line for child in item.children for line in _outline(child, level + 1)]
    return [xml.paragraph(style, xml.run(item.text)), *below]


def _committees(annex: CommitteeTable, annexes: tuple[Annex, ...]) -> list[str]:
    rows = []
    for title, listed in committee_rows(table=annex, annexes=annexes, widths=COMMITTEE_WIDTHS):
        if title:
            rows.append(xml.section_row(title, COMMITTEE_WIDTHS))
        rows += [_row(row, COMMITTEE_WIDTHS) for row in listed]
    if not rows:
        return [_plain(wording.EMPTY_TABLE)]
    return [
        xml.table(header=cells.COMMITTEE_HEADER, widths=COMMITTEE_WIDTHS, rows=rows, description=annex.title)
    ]


def _directory(annex: DirectoryList) -> list[str]:
    if not annex.entries:
        return [_plain(wording.EMPTY_DIRECTORY)]
    listed = directory_rows(directory=annex, widths=DIRECTORY_WIDTHS)
    rows = [_row(row, DIRECTORY_WIDTHS) for row in listed]
    return [
        xml.table(header=cells.DIRECTORY_HEADER, widths=DIRECTORY_WIDTHS, rows=rows, description=annex.title)
    ]


def _row(row: Row, widths: tuple[int, ...]) -> str:
    empty = xml.paragraph("Tabellentext")
    return xml.table_row(["".join(map(_line, cell)) or empty for cell in row], widths)


def _line(line: cells.CellLine, extra: str = "") -> str:
    label = xml.run(f"{line.label}: ", style="Feldname") if line.label else ""
    if line.text is None:
        return xml.paragraph("Tabellentext", label, xml.run(NOT_RECORDED, style="Nichterfasst"), extra=extra)
    return xml.paragraph("Tabellentext", label, xml.run(line.text, bold=line.strong), extra=extra)


def _profiles(annex: CommitteeProfiles) -> list[str]:
    pieces = [] if annex.profiles else [_plain(wording.EMPTY_PROFILES)]
    for number, profile in enumerate(annex.profiles):
        word = " · ".join(part for part in (profile.kind or "", profile.level or "", profile.status) if part)
        pieces.append(xml.heading(2, profile.name, new_page=number > 0))
        pieces += [_plain(word)] if word else []
        pieces += [_fact(name, text) for name, text in profile_facts(profile=profile)]
        pieces.append(xml.heading(3, "Zusammensetzung"))
        pieces += [*_members(profile), *map(_plain, composition_notes(profile=profile))]
    return pieces


def _members(profile: CommitteeProfile) -> list[str]:
    members = composition(profile=profile)
    if members is None:
        return [xml.paragraph("BodyText", xml.run(NOT_RECORDED, style="Nichterfasst"))]
    if not members.rows:
        return []
    others = COMPOSITION_WIDTHS[: len(members.header) - 1]
    widths = (TEXT_WIDTH - sum(others), *others)
    rows = [
        xml.table_row(
            [
                _line(cells.CellLine(word), xml.RIGHT if column in members.numeric else "")
                for column, word in enumerate(row)
            ],
            widths,
        )
        for row in members.rows
    ]
    whole = xml.table(
        header=members.header,
        widths=widths,
        rows=rows,
        description=profile.name,
        numeric=members.numeric,
    )
    return [whole, xml.paragraph("BodyText")]
