"""Takes the words out of a drawing, for a typesetter that sets them over it.

The SVG reader inside Typst (usvg 0.47) fails where one line of a drawing holds Latin and Arabic letters; Typst itself
sets such lines well. Drawings in languages written from the right are therefore set in two layers.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from xml.etree import ElementTree

_SVG = "http://www.w3.org/2000/svg"
_TEXT = f"{{{_SVG}}}text"
_MOVE = re.compile(r"translate\((?P<x>-?[\d.]+) (?P<y>-?[\d.]+)\)")


class Lettering(NamedTuple):
    """A line of words: its anchor on the baseline and its size in units of the drawing; ``rtl``: from the right."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    is_centred: bool
    is_bold: bool
    is_italic: bool
    rtl: bool


class Unlettered(NamedTuple):
    """A drawing without words, and the words."""

    svg: bytes
    words: tuple[Lettering, ...]


def unletter(*, svg: bytes) -> Unlettered:
    """Part a drawing made by ``charting`` into marks and words."""
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)  # noqa: S314  (our own drawing)
    found: list[Lettering] = []
    _collect(root, 0.0, 0.0, found)
    return Unlettered(ElementTree.tostring(root), tuple(found))


def _collect(parent: ElementTree.Element, x: float, y: float, found: list[Lettering]) -> None:
    for child in list(parent):
        if child.tag == _TEXT:
            found.append(_lettering(child, x, y))
            parent.remove(child)
            continue
        moved = _MOVE.match(child.get("transform", ""))
        across, down = (float(moved["x"]), float(moved["y"])) if moved else (0.0, 0.0)
        _collect(child, x + across, y + down, found)


def _lettering(element: ElementTree.Element, x: float, y: float) -> Lettering:
    text = "".join(element.itertext())
    return Lettering(
        text=text,
        x=x + float(element.get("x", "0")),
        y=y + float(element.get("y", "0")),
        size=float(element.get("font-size", "0")),
        colour=element.get("fill", "#000000"),
        is_centred=element.get("text-anchor") == "middle",
        is_bold=element.get("font-weight") == "600",
        is_italic=element.get("font-style") == "italic",
        rtl=_is_from_the_right(text),
    )


def _is_from_the_right(text: str) -> bool:
    """Words of the page's language lead a line; the names in it are German."""
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)
