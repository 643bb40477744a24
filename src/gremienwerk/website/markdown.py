"""Texts that a city writes in Markdown, as HTML that can do no harm."""

from __future__ import annotations

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_TAGS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "br", "blockquote", "hr", "table", "thead",
         "tbody", "tr", "th", "td"}  # fmt: skip
_SCHEMES = {"https", "http", "mailto", "tel"}


@lru_cache(maxsize=256)
def render_markdown(text: str) -> Markup:
    """CommonMark with tables as HTML; the highest heading stands below the page's own, HTML stays text."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text)
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    highest = min((int(token.tag[1]) for token in headings), default=2)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) - highest + 2, 4)}"
    html = parser.renderer.render(tokens, parser.options, {})
    clean = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES)
    return Markup(clean)  # noqa: S704  (cleaned in the line above)
