"""The public site of the demo, walked through from its entrance: every link, and pages of every template in a browser.

In CI each template is looked at in every language, with width, scheme and scripts in pairwise combinations.
``make crawl`` (``GREMIENWERK_CRAWL=all``) opens every page, writes findings to ``build/crawl`` as they come, and uses
two processes. Needs Chromium (Debian package ``chromium``) and, for the check of HTML, Java and the Nu checker
(``make vnu``).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from gremienwerk.core.languages import LANGUAGES
from tests.conftest import PROJECT, skip_or_fail
from tests.support.serving import Demo, alone, free_port, wait_for
from tests.website.barriers import Observer, Sight, Visit
from tests.website.crawling import Crawl, Limits, Visited, crawl, skeleton
from tests.website.weighing import weigh

EVERYTHING = os.environ.get("GREMIENWERK_CRAWL") == "all"
pytestmark = [pytest.mark.browser, pytest.mark.served]
CHROMIUM = shutil.which("chromium")
JAR = PROJECT / "build" / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
REPORTS = PROJECT / "build" / "crawl"
#: Shares of the work, so that two processes can take them in turn.
SHARES = 40 if EVERYTHING else 2
EACH_SHARE = pytest.mark.parametrize("share", range(SHARES))
SIGHTS = (Sight(360, "light"), Sight(1440, "light"), Sight(360, "dark"), Sight(1440, "dark"))
#: Messages of the Nu checker that are about the checker's own guesses.
GUESSES = ("appears to be written in", "Consider adding “lang=")


@pytest.fixture(scope="module")
def walked(demo: Demo) -> Crawl:
    """The pages of the demo; the first process of a run that needs them fetches them for all."""
    kept = demo.folder / "crawl.json"
    with alone(demo.folder / "crawl.lock"):
        if not kept.exists():
            limits = Limits(german=None, others=None, with_parameters=20) if EVERYTHING else Limits()
            done = crawl(site=demo.address, limits=limits)
            kept.write_text(json.dumps([list(done.pages.values()), done.findings]), encoding="utf-8")
        pages, findings = json.loads(kept.read_text(encoding="utf-8"))
    return Crawl(pages={page[0]: Visited(*page) for page in pages}, findings=findings)


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


def test_the_first_view_of_every_page_is_light(walked: Crawl, demo: Demo) -> None:
    weights = {page.url: weigh(site=demo.address, html=page.html) for page in html_pages(walked)}
    heavy = {url: found for url, found in weights.items() if found.total > 100_000 or found.own > 40_000}
    assert heavy == {}


@EACH_SHARE
def test_pages_in_a_browser_have_no_barrier_and_ask_nobody_else(
    walked: Crawl, demo: Demo, browser: Browser, share: int
) -> None:
    pages = html_pages(walked)
    visits = list(every_page(pages) if EVERYTHING else each_template(pages))[share::SHARES]
    observer = Observer(browser, demo.address)
    assert noted(f"browser-{share}", (one for visit in visits for one in observer.look(visit))) == []
    observer.close()


def noted(name: str, problems: Iterator[str]) -> list[str]:
    """The problems; in a run over everything each is written down at once, for somebody who waits."""
    if not EVERYTHING:
        return list(problems)
    REPORTS.mkdir(parents=True, exist_ok=True)
    found: list[str] = []
    with (REPORTS / f"{name}.txt").open("w", encoding="utf-8", buffering=1) as report:
        for problem in problems:
            report.write(f"{problem}\n")
            found.append(problem)
    return found


def each_template(pages: list[Visited]) -> Iterator[Visit]:
    """Each template in each language, and every pair of a template or language with a width, scheme or script setting.

    The eight combinations of the last three go around with the eight languages, one step further for each template.
    Forced colours are looked at in one language, with and without scripts.
    """
    shapes: dict[str, dict[str, list[str]]] = {}
    for page in pages:
        if "?" not in page.url:
            shapes.setdefault(page.shape, {}).setdefault(page.language, []).append(page.url)
    for turn, found in enumerate(shapes.values()):
        for at, language in enumerate(LANGUAGES):
            if urls := found.get(language.segment):
                way = (at + turn) % 8
                sight = SIGHTS[way % 4]
                yield Visit(urls[turn % len(urls)], way < 4, (sight,), forced=at == turn % len(LANGUAGES))


def every_page(pages: list[Visited]) -> Iterator[Visit]:
    """Every page at both widths and in both schemes; all four ways, with and without scripts, where it is built anew.

    A page that differs from one already seen in that language by words and the number of equal rows only is looked
    at in two ways that differ in width and scheme, in turn with and without scripts: what is left out has been
    judged on its like.
    """
    seen: set[tuple[str, ...]] = set()
    for turn, page in enumerate(pages):
        kind, built = (page.language, page.shape), (page.language, skeleton(page.html))
        two = (SIGHTS[0], SIGHTS[3]) if turn // 2 % 2 else (SIGHTS[1], SIGHTS[2])
        if built in seen:
            yield Visit(page.url, turn % 2 == 0, two, forced=False)
        else:
            yield Visit(page.url, True, SIGHTS, forced=True)
            yield Visit(page.url, False, two if kind in seen else SIGHTS, forced=kind not in seen)
        seen |= {kind, built}


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


@EACH_SHARE
def test_html_is_valid(walked: Crawl, checker: str, share: int) -> None:
    chosen: dict[tuple[str, str], Visited] = {}
    for page in html_pages(walked):
        chosen.setdefault((page.shape, page.url if EVERYTHING else page.language), page)
    pages = list(chosen.values())[share::SHARES]
    assert noted(f"html-{share}", (problem for page in pages for problem in judged(checker, page))) == []


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
