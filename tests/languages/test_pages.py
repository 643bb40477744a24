"""The public pages of the demo, read in the pseudo-locale: no word stands on them that no translation could reach.

Pages of each template are opened from the start page on. Names of the register may stand as they are; its German
sentences must say that they are German.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from django.apps import apps
from django.db import models, transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from gremienwerk.core import wording
from gremienwerk.core.actor import command
from gremienwerk.core.languages import LANGUAGES
from gremienwerk.core.spoken_languages import own_name_of_key
from gremienwerk.imports.demo import load
from gremienwerk.website.sights import forget_sights
from gremienwerk.website.store import forget_pages
from tests.conftest import PROJECT
from tests.languages.pseudo import heard, pseudo_locale, unspoken

pytestmark = pytest.mark.django_db
SEGMENT = "fr"
OF_ONE_SHAPE = 2
#: Names of formats and the page's own language in its own words.
SAME_EVERYWHERE = {"CSV", "XLSX", "PDF", "SVG", "JSON", "GeoJSON", *(language.name for language in LANGUAGES)}
#: Columns of the public rows that hold sentences, not names.
SENTENCES = re.compile(r"(?<!\be\. V)[.!?]$")
_IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


class Page(NamedTuple):
    shape: str
    url: str
    html: str


def values(given: object) -> Iterator[str]:
    """Every text inside a value of a column."""
    if isinstance(given, str):
        # Pages show enumerations piece by piece.
        yield from (piece.strip() for piece in [given, *given.splitlines(), *re.split("[;,]", given)])
    elif isinstance(given, dict):
        yield from (text for inner in given.values() for text in values(inner))
    elif isinstance(given, list | tuple):
        yield from (text for inner in given for text in values(inner))


def spoken_languages() -> Iterator[str]:
    """Names of spoken languages, which come from CLDR in the language of the page, and those of languages in themselves."""
    for code, name in wording.locale_of(SEGMENT).languages.items():
        yield from (name, name[:1].upper() + name[1:])
        own = own_name_of_key(key=code)
        if own:
            yield from (own, f"{name[:1].upper() + name[1:]} · {own}")


def texts_of_register() -> set[str]:
    found = SAME_EVERYWHERE | set(spoken_languages())
    for model in apps.get_models():
        # The index of the search holds pieces of words, behind which anything could hide.
        is_index = model.__module__.endswith(".search")
        if model._meta.app_label in ("publishing", "bodies", "meetings") and not is_index:
            names = [
                one.name
                for one in model._meta.fields
                if isinstance(one, models.CharField | models.TextField | models.JSONField)
            ]
            for row in model._default_manager.values_list(*names) if names else ():
                found.update(values(list(row)))
    return {text for text in found if len(text) > 1}


def walk(client: Client) -> Iterator[Page]:
    """Pages of every template from the start page on, a few of each."""
    waiting, known, opened = [f"/{SEGMENT}/"], {f"/{SEGMENT}/"}, Counter[str]()
    while waiting:
        url = waiting.pop(0)
        shape = _IDENTIFIER.sub("*", url.split("?")[0])
        opened[shape] += 1
        if opened[shape] > OF_ONE_SHAPE or re.search(r"\.\w{2,7}$|/(?:protokoll|fassungen)/", shape):
            continue
        answer = client.get(url)
        assert answer.status_code == 200, url
        if not answer["Content-Type"].startswith("text/html"):
            continue
        text = answer.content.decode()
        yield Page(shape, url, text)
        for target in map(html.unescape, re.findall(r'href="([^"#]+)', text)):
            if target.startswith(f"/{SEGMENT}/") and target not in known:
                known.add(target)
                waiting.append(target)


class Walked(NamedTuple):
    pages: list[Page]
    register: set[str]


@pytest.fixture(scope="module")
def walked(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Walked]:
    with django_db_blocker.unblock(), transaction.atomic():
        load(folder=PROJECT / "demo", by=command("Test"))
        forget_sights()
        forget_pages()
        with pseudo_locale(SEGMENT):
            yield Walked(list(walk(Client())), texts_of_register())
        transaction.set_rollback(True)
    forget_sights()
    forget_pages()


def test_no_word_bypasses_translation(walked: Walked) -> None:
    found = {page.url: unspoken(page.html, data=walked.register) for page in walked.pages}
    assert {url: words for url, words in found.items() if words} == {}


def test_german_sentences_of_the_register_say_that_they_are_german(walked: Walked) -> None:
    sentences = {
        text for text in walked.register if len(text) > 40 and SENTENCES.search(text) and is_german(text)
    }
    heard_on = {page.url: heard(page.html) for page in walked.pages}
    unmarked = {url: [text for text in sentences if text in words] for url, words in heard_on.items()}
    assert {url: texts for url, texts in unmarked.items() if texts} == {}
    assert sentences


def is_german(text: str) -> bool:
    return bool(re.search(r"\b(?:und|der|die|das|für|mit|von|im)\b", text))


def test_every_kind_of_page_was_read(walked: Walked) -> None:
    shapes = {page.shape for page in walked.pages}
    assert {
        f"/{SEGMENT}/{part}" for part in ("", "gremien/", "organisationen/", "struktur/", "kalender/")
    } <= shapes
    assert {
        f"/{SEGMENT}/{part}/*/" for part in ("gremien", "organisationen", "migrantenorganisationen")
    } <= shapes
    assert len(shapes) >= 18
