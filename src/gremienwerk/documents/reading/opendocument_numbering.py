"""Automatic numbers of OpenDocument lists and headings.

Source of the rules: OpenDocument 1.3 part 3, 5.3 (lists), 16.30 (list styles), 16.34 (outline style).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from gremienwerk.documents.reading.numerals import formatted

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, slots=True)
class _Level:
    style: str = "1"
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    pattern: str = ""
    bullet: str = ""


class ListNumbering:
    """The counters of all lists of one document, asked in reading order."""

    def __init__(self, *, content: Any, styles: Any | None) -> None:
        roots = [root for root in (styles, content) if root is not None]
        self._styles = {key: levels for root in roots for key, levels in _list_styles(root)}
        self._outline = next(
            (_levels(one) for root in roots for one in root.iter(f"{_TEXT}outline-style")), {}
        )
        self._of_paragraph = {key: name for root in roots for key, name in _paragraph_styles(root)}
        self._counters: dict[int, int] = {}
        self._kept: dict[str, dict[int, int]] = {}
        self._headings: dict[int, int] = {}
        self._key = ""

    def style_of_paragraph(self, name: str | None) -> str | None:
        """The list style that a paragraph style brings along, or None."""
        return self._of_paragraph.get(name or "")

    def open(self, element: Any, *, style: str | None, depth: int) -> None:
        """Begin a list: counters start anew, unless the list continues an earlier one."""
        if depth:
            # A list inside goes on where no item of the outer one came between (``next`` clears it).
            return
        earlier = element.get(f"{_TEXT}continue-list")
        if earlier:
            self._counters = dict(self._kept.get(earlier, {}))
        elif element.get(f"{_TEXT}continue-numbering") == "true":
            self._counters = dict(self._kept.get(f"style:{style}", {}))
        else:
            self._counters = {}
        self._key = element.get(f"{_XML}id") or ""
        self._style = style

    def next(self, item: Any, *, style: str | None, depth: int) -> str:
        """The number or bullet of the next item at a depth (0 is the outermost); "" for none."""
        levels = self._styles.get(style or "", {})
        level = levels.get(depth, _Level(suffix="") if levels else _Level(style=""))
        stated = item.get(f"{_TEXT}start-value")
        if stated and stated.isdigit():
            self._counters[depth] = int(stated)
        else:
            self._counters[depth] = self._counters[depth] + 1 if depth in self._counters else level.start
        for deeper in [one for one in self._counters if one > depth]:
            del self._counters[deeper]
        self._kept[f"style:{style}"] = dict(self._counters)
        if self._key:
            self._kept[self._key] = dict(self._counters)
        return level.bullet or _write(levels, self._counters, depth, level)

    def heading(self, element: Any) -> str:
        """The number of a heading by the outline style; "" where headings are not numbered."""
        stated = element.get(f"{_TEXT}outline-level") or "1"
        depth = (int(stated) if stated.isdigit() else 1) - 1
        if element.get(f"{_TEXT}is-list-header") == "true" or depth not in self._outline:
            return ""
        level = self._outline[depth]
        self._headings = {one: value for one, value in self._headings.items() if one <= depth}
        self._headings[depth] = self._headings[depth] + 1 if depth in self._headings else level.start
        return level.bullet or _write(self._outline, self._headings, depth, level)


def _write(levels: dict[int, _Level], counters: dict[int, int], depth: int, level: _Level) -> str:
    def shown(one: int) -> str:
        style = levels.get(one, _Level()).style
        return formatted(counters.get(one, levels.get(one, _Level()).start), style)

    if level.pattern:
        return re.sub(r"%(\d+)%", lambda found: shown(int(found.group(1)) - 1), level.pattern).strip()
    if not level.style:
        return ""
    first = max(depth - level.shown + 1, 0)
    numbers = ".".join(text for text in (shown(one) for one in range(first, depth + 1)) if text)
    return f"{level.prefix}{numbers}{level.suffix}".strip()


def _list_styles(root: Any) -> list[tuple[str, dict[int, _Level]]]:
    return [(one.get(f"{_STYLE}name") or "", _levels(one)) for one in root.iter(f"{_TEXT}list-style")]


def _levels(style: Any) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for one in style:
        if not isinstance(one.tag, str) or not (one.get(f"{_TEXT}level") or "").isdigit():
            continue
        depth = int(one.get(f"{_TEXT}level")) - 1
        if one.tag == f"{_TEXT}list-level-style-bullet":
            sign = one.get(f"{_TEXT}bullet-char") or "•"
            found[depth] = _Level(bullet="•" if "\ue000" <= sign[:1] <= "\uf8ff" else sign)
        elif one.tag in {f"{_TEXT}list-level-style-number", f"{_TEXT}outline-level-style"}:
            found[depth] = _number_level(one)
    return found


def _number_level(one: Any) -> _Level:
    def whole(name: str) -> int:
        text = one.get(f"{_TEXT}{name}") or ""
        return int(text) if text.isdigit() else 1

    style = one.get(f"{_STYLE}num-format") or ""
    return _Level(
        style=style,
        prefix=one.get(f"{_STYLE}num-prefix") or "",
        suffix=one.get(f"{_STYLE}num-suffix") or "",
        start=whole("start-value"),
        shown=whole("display-levels"),
        pattern=(one.get(f"{_LOEXT}num-list-format") or "") if style else "",
    )


def _paragraph_styles(root: Any) -> list[tuple[str, str]]:
    return [
        (one.get(f"{_STYLE}name") or "", one.get(f"{_STYLE}list-style-name"))
        for one in root.iter(f"{_STYLE}style")
        if one.get(f"{_STYLE}list-style-name")
    ]
