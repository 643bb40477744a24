"""Texts that a city writes in Markdown, as HTML that can do no harm."""

from __future__ import annotations

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_TAGS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "br", "blockquote", "hr", "table", "thead",
         "tbody", "tr", "th", "td"}  # fmt: skip
_SCHEMES = {"https", "http", "mailto", "tel"}
_LOWER = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h4", "h5": "h4", "h6": "h4"}


@lru_cache(maxsize=256)
def render_markdown(text: str) -> Markup:
    """CommonMark with tables as HTML; headings begin below the page's own, HTML in the text stays text."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text)
    for token in tokens:
        token.tag = _LOWER.get(token.tag, token.tag)
    html = parser.renderer.render(tokens, parser.options, {})
    clean = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES)
    return Markup(clean)  # noqa: S704  (cleaned in the line above)
