"""The HTML body of an e-mail as lines, with the numbers that a mail program shows before list items."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from gremienwerk.documents.reading.lines import Line, LineKind, clean
from gremienwerk.documents.reading.numerals import formatted

_BLOCKS = {
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "table",
    "tr",
    "td",
    "th",
    "blockquote",
    "li",
    "hr",
}
_SPACED = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote"}
_SILENT = {"script", "style", "head", "title"}


@dataclass(slots=True)
class _List:
    style: str
    count: int


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._text = ""
        self._gap = 0
        self._silent = 0
        self._tables = 0
        self._label = ""
        self._lists: list[_List] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        if tag == "br":
            self.end_line(blank_if_empty=True)
        if tag in _BLOCKS:
            self.end_line()
            self._gap = max(self._gap, 1) if tag in _SPACED else self._gap
        self._tables += tag == "table"
        if tag in {"ul", "ol"}:
            values = dict(attrs)
            start = values.get("start") or "1"
            self._lists.append(
                _List(
                    "bullet" if tag == "ul" else values.get("type") or "1",
                    int(start) if start.isdigit() else 1,
                )
            )
        if tag == "li":
            self._label = self._next_label(dict(attrs).get("value"))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        if tag in _BLOCKS:
            self.end_line()
            self._gap = max(self._gap, 1) if tag in _SPACED else self._gap
        self._tables -= tag == "table" and self._tables > 0
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text += data.replace("\n", " ")

    def end_line(self, *, blank_if_empty: bool = False) -> None:
        words = clean(self._text)
        self._text = ""
        if not words:
            self._gap += blank_if_empty
            return
        kind = LineKind.TABLE if self._tables else LineKind.BODY
        level = max(len(self._lists) - 1, 0)
        self.lines.append(Line(words, kind=kind, gap=self._gap, label=self._label, level=level))
        self._gap, self._label = 0, ""

    def _next_label(self, value: str | None) -> str:
        if not self._lists:
            return "•"
        current = self._lists[-1]
        if current.style == "bullet":
            return "•"
        if value and value.isdigit():
            current.count = int(value)
        label = f"{formatted(current.count, current.style)}."
        current.count += 1
        return label


def lines_of_html(markup: str) -> list[Line]:
    """The visible text of an HTML page, block by block."""
    parser = _Lines()
    parser.feed(markup)
    parser.close()
    parser.end_line()
    return parser.lines
