"""The paper as plain JSON values for the Typst templates; the templates hold no words of their own content."""

from gremienwerk.core.german import format_date
from gremienwerk.documents.rendering import accent, cells, wording
from gremienwerk.documents.rendering.chart import ChartDrawing, ChartSheet
from gremienwerk.documents.rendering.charting.outline import OutlineItem
from gremienwerk.documents.rendering.content.annexes import (
    Annex,
    CommitteeProfile,
    CommitteeProfiles,
    CommitteeTable,
    DirectoryList,
    StructureChart,
)
from gremienwerk.documents.rendering.content.papers import AnswerPaper, Letterhead
from gremienwerk.documents.rendering.content.text import (
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
from gremienwerk.documents.rendering.runs import Run, pointer, runs
from gremienwerk.documents.rendering.table_rows import committee_rows, directory_rows

Values = dict[str, object]

# Shares of the width, in the order of the headers in `cells`.
COMMITTEE_COLUMNS = (39, 44, 56, 30, 36, 30, 40)
DIRECTORY_COLUMNS = (70, 62, 38, 58, 28)
# Room for a drawing on a landscape sheet, in points: A4 and A3 without margins, heading and caption.
A4_ROOM, A3_ROOM = (756.0, 372.0), (1105.0, 610.0)
# Texts up to this many characters are not torn apart, or from what follows them.
KEPT_TOGETHER = 900
MIN_SCALE_ON_A4, MAX_SCALE = 0.62, 0.9


def paper_values(*, paper: AnswerPaper, drawings: dict[int, ChartDrawing]) -> Values:
    """Everything the template `answer.typ` prints; `drawings` by the number of the chart's annex."""
    known = frozenset(annex.number for annex in paper.annexes)
    return {
        "title": wording.document_title(paper=paper),
        "author": paper.letterhead.city,
        "language": paper.language,
        "kind": paper.kind,
        "running": wording.running_title(paper=paper),
        "stand": wording.stand(paper=paper),
        "footer": wording.footer(paper=paper),
        "letterhead": letterhead_values(head=paper.letterhead),
        "facts": wording.facts(paper=paper),
        "introduction": _blocks(paper.introduction, known),
        "items": [
            {
                "heading": wording.item_heading(item=item),
                "short": _is_short(item.question),
                "question": _paragraphs(item.question, known),
                "parts": [
                    {"number": part.number, "runs": runs(text=part.text, annexes=known)}
                    for part in item.parts
                ],
                "answer": _blocks(item.answer, known),
            }
            for item in paper.items
        ],
        "closing": _blocks(paper.closing, known),
        "climate": _climate(paper),
        "annexes": [_annex(annex, drawings, paper) for annex in paper.annexes],
    }


def _is_short(text: str) -> bool:
    return len(text) + 90 * text.count("\n") < KEPT_TOGETHER


def letterhead_values(*, head: Letterhead) -> Values:
    """The sender as the templates take it."""
    return {
        **{name: getattr(head, name) for name in ("city", "office", "department", "street", "postcode_city")},
        **{name: getattr(head, name) for name in ("phone", "email", "website")},
        "file_reference": head.file_reference or "",
        "logo": head.logo_svg.decode("utf-8", "replace") if head.logo_svg else None,
        "accent": accent.readable(colour=head.accent_colour),
    }


def _climate(paper: AnswerPaper) -> Values | None:
    check = paper.climate_check
    if check is None:
        return None
    return {
        "question": check.question,
        "options": [(option.label, option.effect == check.effect) for option in check.options],
        "long": not _is_short(check.reason),
        "open": check.effect is None,
        "open_words": wording.OPEN_CLIMATE,
        "reason": check.reason or ("" if check.effect is None else wording.NO_REASON),
    }


def _paragraphs(text: str, known: frozenset[int]) -> list[tuple[Run, ...]]:
    return [runs(text=line, annexes=known) for line in text.split("\n") if line.strip()]


def _blocks(blocks: tuple[Block, ...], known: frozenset[int]) -> list[Values]:
    return [values for block in blocks for values in _block(block, known)]


def _block(block: Block, known: frozenset[int]) -> list[Values]:
    match block:
        case Paragraph(text):
            return [{"kind": "paragraph", "runs": line} for line in _paragraphs(text, known)]
        case Subheading(text):
            return [{"kind": "subheading", "text": text}] if text else []
        case BulletList(items):
            return [{"kind": "list", "items": [runs(text=item, annexes=known) for item in items]}]
        case SmallTable(caption, header, rows, numeric):
            shape = {"header": header, "rows": rows, "numeric": numeric}
            return [{"kind": "table", "caption": caption, **shape}] if header else []
        case AnnexRef(annex, text) | FigureRef(annex, text):
            return [{"kind": "paragraph", "runs": runs(text=pointer(text=text, annex=annex), annexes=known)}]


def _annex(annex: Annex, drawings: dict[int, ChartDrawing], paper: AnswerPaper) -> Values:
    head: Values = {"number": annex.number, "title": annex.title, "note": getattr(annex, "note", "")}
    if isinstance(annex, CommitteeTable):
        sections = committee_rows(table=annex, annexes=paper.annexes, widths=COMMITTEE_COLUMNS)
        return head | _table(cells.COMMITTEE_HEADER, COMMITTEE_COLUMNS, sections, wording.EMPTY_TABLE)
    if isinstance(annex, DirectoryList):
        rows = directory_rows(directory=annex, widths=DIRECTORY_COLUMNS)
        return head | _table(cells.DIRECTORY_HEADER, DIRECTORY_COLUMNS, [("", rows)], wording.EMPTY_DIRECTORY)
    if isinstance(annex, CommitteeProfiles):
        profiles = [_profile(one) for one in annex.profiles]
        return head | {"kind": "profiles", "empty": wording.EMPTY_PROFILES, "profiles": profiles}
    if isinstance(annex, StructureChart):
        return head | _chart(annex, drawings[annex.number])
    known = frozenset(one.number for one in paper.annexes)
    return head | {"kind": "text", "blocks": _blocks(annex.blocks, known)}


def _table(
    header: tuple[str, ...], columns: tuple[int, ...], sections: list[tuple[str, list[Row]]], empty: str
) -> Values:
    return {
        "kind": "table",
        "header": header,
        "columns": columns,
        "empty": "" if any(rows for _, rows in sections) else empty,
        "sections": [{"title": title, "rows": [_row(row) for row in rows]} for title, rows in sections],
    }


def _row(row: Row) -> list[list[tuple[str, str | None, bool]]]:
    return [[(line.label, line.text, line.strong) for line in cell] for cell in row]


def _profile(profile: CommitteeProfile) -> Values:
    word = [profile.kind or "", profile.level or "", profile.status]
    members = composition(profile=profile)
    return {
        "name": profile.name,
        "word": " · ".join(part for part in word if part),
        "facts": profile_facts(profile=profile),
        "composition": None if members is None else members._asdict(),
        "composition_notes": composition_notes(profile=profile),
    }


def _chart(annex: StructureChart, drawing: ChartDrawing) -> Values:
    return {
        "kind": "chart",
        "empty": wording.EMPTY_CHART,
        "description": annex.chart.description,
        "outline_title": wording.CHART_IN_WORDS,
        "outline": [_outline(item) for item in drawing.outline],
        "sheets": [_sheet(annex, sheet, len(drawing.sheets)) for sheet in drawing.sheets],
    }


def _sheet(annex: StructureChart, sheet: ChartSheet, count: int) -> Values:
    paper, scale = "a4", _scale(sheet, A4_ROOM)
    if scale < MIN_SCALE_ON_A4:
        paper, scale = "a3", _scale(sheet, A3_ROOM)
    title = annex.chart.title if count == 1 else f"{annex.chart.title}, {sheet.title}"
    return {
        "svg": sheet.svg.decode(),
        "paper": paper,
        "width": round(sheet.width * scale, 1),
        "caption": f"{title}, Stand: {format_date(annex.chart.as_of)}",
        "alt": f"{title}. {sheet.description} Der Aufbau steht nach den Zeichnungen auch in Worten.",
    }


def _scale(sheet: ChartSheet, room: tuple[float, float]) -> float:
    return min(room[0] / sheet.width, room[1] / sheet.height, MAX_SCALE)


def _outline(item: OutlineItem) -> Values:
    return {"text": item.text, "children": [_outline(child) for child in item.children]}
