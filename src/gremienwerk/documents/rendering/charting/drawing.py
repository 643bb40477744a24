"""Writes a composed sheet as SVG: boxes as links in reading order, lines with their marks, the legend below."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext

from gremienwerk.documents.rendering import typefaces
from gremienwerk.documents.rendering.charting import boxes, signs
from gremienwerk.documents.rendering.charting.composition import Line, PlacedBox
from gremienwerk.documents.rendering.charting.markup import element, number, words
from gremienwerk.documents.rendering.charting.sheets import Sheet
from gremienwerk.documents.rendering.content.charts import EdgeMeaning, NodeKind, NodeStatus

MARGIN = 10.0
LEGEND_ROW, LEGEND_GAP, SWATCH = 22.0, 26.0, 26.0
MIN_WIDTH = 560.0
# Joiners and variation selectors across typefaces bring the SVG reader inside Typst down (usvg 0.47).
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f]")
_SAFE_LINKS = ("https://", "http://", "/", "#")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet's marks without the svg element around them, and the size they need."""

    marks: str
    width: float
    height: float


def draw_sheet(*, sheet: Sheet, as_of: str, links: bool, id_prefix: str) -> Drawn:
    """All marks of one sheet; `as_of` is printed at the end of the legend."""
    width = max(sheet.composition.width, MIN_WIDTH)
    shift = (width - sheet.composition.width) / 2
    lines = "".join(_line(line) for line in sheet.composition.lines)
    nodes = "".join(_node(placed, sheet, links, id_prefix) for placed in sheet.composition.boxes)
    legend, legend_height = _legend(sheet, as_of, width)
    top = sheet.composition.height + 24
    marks = element(
        "g",
        element("g", lines, aria_hidden="true") if lines else "",
        nodes,
        transform=_move(MARGIN + shift, MARGIN),
    ) + element("g", legend, class_="gs-legend", aria_hidden="true", transform=_move(MARGIN, MARGIN + top))
    return Drawn(marks, width + 2 * MARGIN, top + legend_height + 2 * MARGIN)


def _move(x: float, y: float) -> str:
    return f"translate({number(x)} {number(y)})"


def _node(placed: PlacedBox, sheet: Sheet, links: bool, id_prefix: str) -> str:
    node, onward = placed.branch.node, sheet.onward.get(placed.branch.node.id)
    sign = signs.sign(kind=node.kind, status=node.status)
    body = _outline(placed, sign) + _texts(placed, sign)
    label = ", ".join(part for part in (boxes.name_of(node), placed.box.word, *_small_text(placed)) if part)
    if links and node.url and node.url.startswith(_SAFE_LINKS):
        body = element("a", body, href=node.url, aria_label=label)
    elif links and onward is not None:
        body = element("a", body, href=f"#{id_prefix}-blatt-{onward}", aria_label=label)
    else:
        body = element("g", body, role="img", aria_label=label)
    return element("g", body, class_=f"gs-node gs-{node.kind.value} gs-is-{sign.css}")


def _small_text(placed: PlacedBox) -> list[str]:
    return [" ".join(placed.box.small)] if placed.box.small else []


def _outline(placed: PlacedBox, sign: signs.Sign) -> str:
    at, node = placed.at, placed.branch.node
    look: dict[str, str | float] = {"fill": sign.fill, "stroke": sign.border, "stroke_width": 1.4}
    if sign.dash:
        look |= {"stroke_dasharray": sign.dash}
    marks = _shape(node.kind, at.x, at.y, at.width, at.height, class_="gs-shape", **look)
    if node.kind is NodeKind.STEERING:
        inner: dict[str, str | float] = {"fill": "none", "stroke": sign.text, "stroke_width": 1}
        marks += _shape(
            node.kind, at.x + 3.5, at.y + 3.5, at.width - 7, at.height - 7, class_="gs-inner", **inner
        )
    if node.status is NodeStatus.ENDED:
        corner = f"M{number(at.x)} {number(at.y + 14)}L{number(at.x + 14)} {number(at.y)}"
        marks += element(
            "path", d=corner, stroke=sign.border, stroke_width=1.4, fill="none", class_="gs-inner"
        )
    return marks


def _shape(kind: NodeKind, x: float, y: float, width: float, height: float, **look: str | float) -> str:
    if kind is not NodeKind.STEERING:
        corner = 0 if kind is NodeKind.ORGANISATION else 7
        return element("rect", x=x, y=y, width=width, height=height, rx=corner, **look)
    cut = min(9.0, height * 0.3)
    right, bottom = x + width, y + height
    corners = [
        (x + cut, y), (right - cut, y), (right, y + cut), (right, bottom - cut),
        (right - cut, bottom), (x + cut, bottom), (x, bottom - cut), (x, y + cut),
    ]  # fmt: skip
    return element("polygon", points=" ".join(f"{number(a)},{number(b)}" for a, b in corners), **look)


def _texts(placed: PlacedBox, sign: signs.Sign) -> str:
    box, at = placed.box, placed.at
    word_lines = [(box.word, boxes.SMALL_SIZE, boxes.SMALL_LEADING, "italic")] if box.word else []
    label_lines = [(line, boxes.LABEL_SIZE, boxes.LABEL_LEADING, "600") for line in box.label]
    small_lines = [(line, boxes.SMALL_SIZE, boxes.SMALL_LEADING, "") for line in box.small]
    rows = [*word_lines, *label_lines, *small_lines]
    y = at.y + (at.height - sum(leading for _, _, leading, _ in rows)) / 2
    marks = []
    for text, size, leading, manner in rows:
        spot = (at.x + at.width / 2, y + leading * 0.76)
        marks.append(_text(text=text, at=spot, size=size, colour=sign.text, manner=manner))
        y += leading
    return "".join(marks)


def _text(*, text: str, at: tuple[float, float], size: float, colour: str, manner: str) -> str:
    """A line of text; `manner` holds words such as "start" (flush left), "600" and "italic"."""
    look: dict[str, str | float] = {} if "start" in manner else {"text_anchor": "middle"}
    if "600" in manner:
        look["font_weight"] = "600"
    if "italic" in manner:
        look["font_style"] = "italic"
    body = "".join(
        words(part)
        if family is None
        else element("tspan", words(part), font_family=f"{family}, {signs.FONT}")
        for family, part in typefaces.runs(_INVISIBLE.sub("", text))
    )
    look |= {"font_family": signs.FONT, "font_size": size, "fill": colour, "class_": "gs-text"}
    return element("text", body, x=at[0], y=at[1], **look)


def _line(line: Line) -> str:
    stroke = signs.STROKES[line.meaning]
    start, rest = line.points[0], line.points[1:]
    head = f"M{number(start[0])} {number(start[1])}"
    if line.curved:
        path = head + "C" + " ".join(f"{number(x)} {number(y)}" for x, y in rest)
    else:
        path = head + "".join(f"L{number(x)} {number(y)}" for x, y in rest)
    marks = _stroke(path, stroke) + _marker(stroke.marker, start, line.points[1])
    return element("g", marks, class_=f"gs-line gs-{stroke.css}")


def _stroke(path: str, stroke: signs.Stroke) -> str:
    look: dict[str, str | float] = {"stroke_dasharray": stroke.dash} if stroke.dash else {}
    return element(
        "path", d=path, fill="none", stroke=signs.LINE, stroke_width=1.3, class_="gs-stroke", **look
    )


def _marker(kind: str, at: tuple[float, float], towards: tuple[float, float]) -> str:
    """The mark at the lower end of a line, turned into the line's direction."""
    dx, dy = towards[0] - at[0], towards[1] - at[1]
    length = max((dx * dx + dy * dy) ** 0.5, 0.01)
    ux, uy = dx / length, dy / length
    look: dict[str, str | float] = {"fill": signs.LINE, "class_": "gs-mark"}
    x, y = at[0] + ux * 4, at[1] + uy * 4
    if kind == "triangle":
        tip, base = (at[0] + ux * 9, at[1] + uy * 9), (at[0] + ux, at[1] + uy)
        corners = [tip, (base[0] - uy * 4.5, base[1] + ux * 4.5), (base[0] + uy * 4.5, base[1] - ux * 4.5)]
        return element("polygon", points=" ".join(f"{number(a)},{number(b)}" for a, b in corners), **look)
    if kind == "square":
        return element("rect", x=x - 3, y=y - 3, width=6, height=6, **look)
    ring: dict[str, str | float] = {
        "fill": signs.PAPER,
        "stroke": signs.LINE,
        "stroke_width": 1.3,
        "class_": "gs-mark",
    }
    return element("circle", cx=x, cy=y, r=3.4, **ring)


def _legend(sheet: Sheet, as_of: str, width: float) -> tuple[str, float]:
    """The legend: only the signs that occur, in their fixed order, wrapped to the sheet's width."""
    shown = {(placed.branch.node.kind, placed.branch.node.status) for placed in sheet.composition.boxes}
    meanings = {line.meaning for line in sheet.composition.lines}
    entries = [
        _box_entry(kind, status) for kind in NodeKind for status in NodeStatus if (kind, status) in shown
    ]
    entries = list(dict.fromkeys(entries))
    entries += [
        (_line_swatch(meaning), gettext(signs.STROKES[meaning].legend))
        for meaning in EdgeMeaning
        if meaning in meanings
    ]
    entries.append(("", as_of))
    marks, x, y = [], 0.0, 0.0
    for swatch, text in entries:
        room = (SWATCH + 7 if swatch else 0) + typefaces.width(text=text, size=boxes.SMALL_SIZE) * boxes.SLACK
        if x and x + room > width:
            x, y = 0.0, y + LEGEND_ROW
        spot = (SWATCH + 7 if swatch else 0.0, 12.0)
        label = _text(text=text, at=spot, size=boxes.SMALL_SIZE, colour=signs.INK, manner="start")
        marks.append(element("g", swatch + label, transform=_move(x, y)))
        x += room + LEGEND_GAP
    return "".join(marks), y + LEGEND_ROW


def _box_entry(kind: NodeKind, status: NodeStatus) -> tuple[str, str]:
    sign = signs.sign(kind=kind, status=status)
    look: dict[str, str | float] = {"fill": sign.fill, "stroke": sign.border, "stroke_width": 1.4}
    if sign.dash:
        look["stroke_dasharray"] = sign.dash
    swatch = _shape(kind, 0.7, 1, SWATCH - 1, 15, **look)
    if kind is NodeKind.STEERING:
        swatch += _shape(kind, 3.2, 3.5, SWATCH - 6, 10, fill="none", stroke=sign.text, stroke_width=0.8)
        return swatch, _legend_text(gettext("Steuerungsgruppe"), sign, status)
    if status is NodeStatus.ENDED:
        swatch += element("path", d="M0.7 9L8.7 1", stroke=sign.border, stroke_width=1.2, fill="none")
    if status is NodeStatus.EXISTING:
        return swatch, gettext(sign.legend)
    name = gettext("Organisation") if kind is NodeKind.ORGANISATION else gettext("Gremium")
    return swatch, _legend_text(name, sign, status)


def _legend_text(name: str, sign: signs.Sign, status: NodeStatus) -> str:
    if status is NodeStatus.EXISTING:
        return name
    return gettext("%(name)s, %(status)s") % {"name": name, "status": gettext(sign.legend)}


def _line_swatch(meaning: EdgeMeaning) -> str:
    stroke = signs.STROKES[meaning]
    return _stroke(f"M{number(SWATCH / 2)} 16L{number(SWATCH / 2)} 0", stroke) + _marker(
        stroke.marker, (SWATCH / 2, 16), (SWATCH / 2, 0)
    )
