"""Every word on a page can be translated: no text stands outside gettext."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

PACKAGES = Path(__file__).resolve().parents[2] / "src" / "gremienwerk"
TEMPLATES = sorted(p for p in PACKAGES.glob("*/templates/**/*.html") if "allauth" not in p.parts)
GETTEXT = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
SPOKEN_ATTRIBUTES = {"alt", "title", "aria-label", "placeholder", "label"}
ENVIRONMENT = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"])


class SpokenText(HTMLParser):
    """Collects what a reader would see or hear of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.extend(value or "" for name, value in attrs if name in SPOKEN_ATTRIBUTES)


def bare_words(source: str) -> list[str]:
    """Words of the template that stand outside of expressions and translated blocks."""
    inside = re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)
    inside = re.sub(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", "", inside, flags=re.DOTALL)
    inside = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", inside, flags=re.DOTALL)
    parser = SpokenText()
    parser.feed(inside)
    return re.findall(r"[^\W\d_]{2,}", " ".join(parser.found))


def is_language(text: str) -> bool:
    """Whether a string literal looks like German: a capital, an umlaut or several words; not names of things in code."""
    return bool(re.search(r"[A-ZÄÖÜäöüß]", text)) and not text.startswith(("gw-", "kern-", "http", "?", "%"))


def literals_outside_gettext(source: str) -> Iterator[str]:
    """German string literals in expressions that are not arguments of gettext."""

    def walk(node: nodes.Node, translated: bool) -> Iterator[str]:
        for child in node.iter_child_nodes():
            inside = translated or (
                isinstance(child, nodes.Call)
                and isinstance(child.node, nodes.Name)
                and child.node.name in GETTEXT
            )
            if (
                isinstance(child, nodes.Const)
                and isinstance(child.value, str)
                and not inside
                and is_language(child.value)
            ):
                yield child.value
            yield from walk(child, inside)

    yield from walk(ENVIRONMENT.parse(source), False)


#: Names of formats, of this software, of a language in itself; attributes that a macro writes into a tag.
SAME_IN_EVERY_LANGUAGE = {
    "PDF",
    "CSV",
    "ZIP",
    "XLSX",
    "SVG",
    "JSON",
    "GeoJSON",
    "Gremienwerk",
    "Deutsch",
    "lang",
    "dir",
}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGES)))
def test_no_text_stands_outside_gettext(template: Path) -> None:
    source = template.read_text(encoding="utf-8")
    assert [word for word in bare_words(source) if word not in SAME_IN_EVERY_LANGUAGE] == []
    literals = [
        text
        for text in literals_outside_gettext(source)
        if not re.search(r"\.(html|css|js|woff2|svg)$", text) and text not in SAME_IN_EVERY_LANGUAGE
    ]
    assert literals == []


def test_the_check_finds_what_it_looks_for() -> None:
    assert bare_words("<p>Hallo {{ name }}</p>") == ["Hallo"]
    assert bare_words('<img alt="Wappen">{# Notiz #}{{ _("Text") }}') == ["Wappen"]
    assert list(literals_outside_gettext('{{ head("Die Gremien") }}{{ _("Die Gremien") }}')) == [
        "Die Gremien"
    ]
