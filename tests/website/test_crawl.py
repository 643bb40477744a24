"""The public site of the demo, walked through from its entrance: every link, and pages of every template in a browser.

``make crawl`` (``GREMIENWERK_CRAWL=all``) opens every page in every language, width and scheme; without it each
template is looked at in pairwise combinations. Needs Chromium (Debian package ``chromium``) and, for the check of
HTML, Java and the Nu checker (``make vnu``).
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, sync_playwright

from gremienwerk.core.languages import LANGUAGES
from tests.conftest import PROJECT, skip_or_fail
from tests.support.serving import free_port, served_demo, wait_for
from tests.website.crawling import Crawl, Limits, Visited, crawl
from tests.website.weighing import weigh

pytestmark = [pytest.mark.browser, pytest.mark.served]
EVERYTHING = os.environ.get("GREMIENWERK_CRAWL") == "all"
CHROMIUM = shutil.which("chromium")
JAR = PROJECT / "build" / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]
# An experimental rule, which takes a word that a chart breaks with a hyphen for another word.
OPTIONS = {"runOnly": RULES, "rules": {"label-content-name-mismatch": {"enabled": False}}}
WIDTHS = (360, 1440)
SCHEMES = ("light", "dark")
#: Messages of the Nu checker that are about the checker's own guesses.
GUESSES = ("appears to be written in", "Consider adding “lang=")


class Look(NamedTuple):
    """One way to look at a page."""

    language: str
    width: int
    scheme: str
    scripts: bool


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with served_demo() as address:
        yield address


@pytest.fixture(scope="module")
def walked(site: str) -> Crawl:
    limits = Limits(german=None, others=None, with_parameters=20) if EVERYTHING else Limits()
    return crawl(site=site, limits=limits)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        skip_or_fail("no chromium on the path")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


def html_pages(walked: Crawl) -> list[Visited]:
    """Whole pages, not pieces of one that a script fetches."""
    return [page for page in walked.pages.values() if page.status == 200 and "<html" in page.html[:400]]


def test_every_link_leads_somewhere_and_every_page_keeps_the_rules(walked: Crawl) -> None:
    assert walked.findings == []
    assert {page.language for page in html_pages(walked)} == {language.segment for language in LANGUAGES}
    assert len({page.shape for page in html_pages(walked)}) > 15


def test_the_first_view_of_every_page_is_light(walked: Crawl, site: str) -> None:
    weights = {page.url: weigh(site=site, html=page.html) for page in html_pages(walked)}
    heavy = {url: found for url, found in weights.items() if found.total > 100_000 or found.own > 40_000}
    assert heavy == {}


def test_pages_in_a_browser_have_no_barrier_and_ask_nobody_else(
    walked: Crawl, site: str, browser: Browser
) -> None:
    problems: list[str] = []
    for look, pages in plan(html_pages(walked)).items():
        problems += list(look_at(browser, site, look, pages))
    assert problems == []


def plan(pages: list[Visited]) -> dict[Look, list[str]]:
    """Which page is looked at in which way: all in all, or each template in pairwise combinations."""
    planned: dict[Look, list[str]] = {}
    if EVERYTHING:
        for page in pages:
            for width, scheme, scripts in itertools.product(WIDTHS, SCHEMES, (True, False)):
                planned.setdefault(Look(page.language, width, scheme, scripts), []).append(page.url)
        return planned
    shapes: dict[str, dict[str, list[str]]] = {}
    for page in pages:
        if "?" not in page.url:
            shapes.setdefault(page.shape, {}).setdefault(page.language, []).append(page.url)
    for number, found in enumerate(shapes.values()):
        for at, look in enumerate(pairwise([language.segment for language in LANGUAGES], turn=number)):
            urls = found.get(look.language)
            if urls:
                planned.setdefault(look, []).append(urls[at % len(urls)])
    return planned


def pairwise(languages: list[str], *, turn: int) -> Iterator[Look]:
    """Every pair of values of two traits at least once: a language meets all widths, schemes and script settings.

    Two looks at each language suffice: they differ in every other trait, and alternate from language to language.
    """
    for at, language in enumerate(languages):
        width, scheme = WIDTHS[(at + turn) % 2], SCHEMES[(at // 2 + turn) % 2]
        scripts = (at // 4 + turn) % 2 == 0
        other_scheme = SCHEMES[1 - SCHEMES.index(scheme)]
        yield Look(language, width, scheme, scripts)
        yield Look(language, WIDTHS[1 - WIDTHS.index(width)], other_scheme, not scripts)


def look_at(browser: Browser, site: str, look: Look, urls: list[str]) -> Iterator[str]:
    """Open pages one way and say what is wrong with each."""
    context = browser.new_context(
        viewport={"width": look.width, "height": 900},
        color_scheme=look.scheme,  # type: ignore[arg-type]  # a literal type of Playwright's
        java_script_enabled=look.scripts,
    )
    page = context.new_page()
    noted: list[str] = []
    page.on("request", lambda request: _note_foreign(noted, site, request.url))
    page.on("console", lambda message: noted.append(f"console: {message.text}"))
    for url in urls:
        noted.clear()
        page.goto(site + url)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("options => axe.run(document, options)", OPTIONS)
        noted += [f"axe {v['id']}: {v['nodes'][0]['html'][:160]}" for v in result["violations"]]
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            noted.append(f"{wider} pixels wider than the window")
        yield from (f"{url} {tuple(look)}: {one}" for one in noted)
    context.close()


def _note_foreign(noted: list[str], site: str, url: str) -> None:
    if not url.startswith((f"{site}/", "data:", "blob:")):
        noted.append(f"asks another host: {url}")


@pytest.fixture(scope="module")
def checker() -> Iterator[str]:
    """The Nu HTML checker as a server of this machine."""
    if shutil.which("java") is None or not JAR.is_file():
        skip_or_fail("no Nu HTML checker; `make vnu` fetches it with npm, it runs with Java")
    port = free_port()
    command = ["java", "-Dnu.validator.servlet.bind-address=127.0.0.1", "-cp", str(JAR)]
    with subprocess.Popen(
        [*command, "nu.validator.servlet.Main", str(port)], stderr=subprocess.DEVNULL
    ) as running:
        try:
            wait_for(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}/?out=json"
        finally:
            running.terminate()


def test_html_is_valid(walked: Crawl, checker: str) -> None:
    chosen: dict[tuple[str, str], Visited] = {}
    for page in html_pages(walked):
        chosen.setdefault((page.shape, page.url if EVERYTHING else page.language), page)
    assert [problem for page in chosen.values() for problem in judged(checker, page)] == []


def judged(checker: str, page: Visited) -> Iterator[str]:
    """What the checker says against a page."""
    request = urllib.request.Request(
        checker, data=page.html.encode(), headers={"Content-Type": "text/html; charset=utf-8"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        messages: list[dict[str, Any]] = json.load(answer)["messages"]
    for message in messages:
        if message["type"] == "error" and not any(guess in message["message"] for guess in GUESSES):
            yield f"{page.url}: {message['message']} ({message.get('extract', '')[:120]!r})"
