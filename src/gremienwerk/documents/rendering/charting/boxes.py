"""Boxes with their text: wrapped and measured in the bundled typeface, because the engine knows no font of ours."""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from gremienwerk.documents.rendering import typefaces
from gremienwerk.documents.rendering.content.charts import ChartNode, NodeKind, NodeStatus

LABEL_SIZE, SMALL_SIZE = 11.0, 9.0
LABEL_LEADING, SMALL_LEADING = 14.0, 12.0
PADDING_X, PADDING_Y = 12.0, 8.0
MIN_WIDTH, MAX_WIDTH = 150.0, 236.0
# Browsers that lack our typeface set the text in another one; this much wider still fits.
SLACK = 1.06

STATUS_WORD = {
    NodeStatus.EXISTING: "",
    NodeStatus.PLANNED: _("geplant"),
    NodeStatus.OVERDUE: _("geplant, überfällig"),
    NodeStatus.DORMANT: _("ruht"),
    NodeStatus.ENDED: _("beendet"),
}
KIND_WORD = {NodeKind.ORGANISATION: "", NodeKind.GROUP: "", NodeKind.STEERING: _("Steuerungsgruppe")}
UNNAMED = _("Noch ohne Namen")
_VOWELS = "aeiouyäöü"
_BREAKS_AFTER = re.compile(r"(?<=[-/–—·])(?=\S)|\s+")


@dataclass(frozen=True, slots=True)
class Box:
    """A node ready to draw: its words line by line, and its height for the sheet's common width."""

    node: ChartNode
    word: str
    label: tuple[str, ...]
    small: tuple[str, ...]
    height: float


def sign_word(node: ChartNode) -> str:
    """The words that repeat in text what shape and border show: "Steuerungsgruppe · geplant"."""
    return " · ".join(gettext(word) for word in (KIND_WORD[node.kind], STATUS_WORD[node.status]) if word)


def name_of(node: ChartNode) -> str:
    """The node's name; a planned group may not have one yet."""
    return node.label or gettext(UNNAMED)


def common_width(nodes: list[ChartNode]) -> float:
    """The width of all boxes of a sheet: wide enough for the longest word, within limits."""
    longest = MIN_WIDTH - 2 * PADDING_X
    for node in nodes:
        for word in _pieces(name_of(node)):
            longest = max(longest, _width(word.strip(), LABEL_SIZE, "semibold"))
    return min(MAX_WIDTH, round(longest + 2 * PADDING_X))


def fit(*, node: ChartNode, box_width: float, remark: str = "") -> Box:
    """Wrap the node's words to the width. `remark` is a small last line, such as "weiter auf Blatt 2"."""
    inner = box_width - 2 * PADDING_X
    word = sign_word(node)
    label = _wrap(name_of(node), inner, LABEL_SIZE, "semibold")
    small = tuple(
        line for text in (node.sublabel, remark) if text for line in _wrap(text, inner, SMALL_SIZE, "regular")
    )
    height = 2 * PADDING_Y + len(label) * LABEL_LEADING + (len(small) + bool(word)) * SMALL_LEADING
    return Box(node, word, label, small, max(34.0, height))


def _width(text: str, size: float, weight: typefaces.Weight) -> float:
    return typefaces.width(text=text, size=size, weight=weight) * SLACK


def _pieces(text: str) -> list[str]:
    """Words with the blank before them; a hyphen or slash is a place to break as well."""
    pieces: list[str] = []
    position = 0
    for found in _BREAKS_AFTER.finditer(text):
        pieces.append(text[position : found.start()])
        position = found.start() if found.group() else found.end()
    pieces.append(text[position:])
    return [piece for piece in pieces if piece.strip()]


@lru_cache(maxsize=4096)
def _wrap(text: str, width: float, size: float, weight: typefaces.Weight) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and _width(line + piece, size, weight) <= width:
            line += piece
            continue
        if line:
            lines.append(line.strip())
        line = piece.lstrip()
        while _width(line, size, weight) > width and len(line) > 1:
            cut = _longest_start(line, width, size, weight)
            lines.append(line[:cut] + "-")
            line = line[cut:]
    return (*lines, line.strip()) if line.strip() else tuple(lines)


def _longest_start(text: str, width: float, size: float, weight: typefaces.Weight) -> int:
    """Where to break a word too long for the box: between vowel and consonant, with no scrap left over."""
    fitting = [n for n in range(2, len(text)) if _width(text[:n] + "-", size, weight) <= width]
    longest = max(fitting, default=1)
    for cut in range(min(longest, len(text) - 3), max(longest // 2, 3), -1):
        before, first, second = text[cut - 1].lower(), text[cut].lower(), text[cut + 1].lower()
        if before in _VOWELS and first.isalpha() and first not in _VOWELS and second in _VOWELS:
            return cut
    return longest
