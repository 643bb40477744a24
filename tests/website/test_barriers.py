"""What looks for barriers in the crawl sees them: pages broken on purpose."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import sync_playwright

from tests.conftest import skip_or_fail
from tests.website.barriers import Observer, Sight, Visit

pytestmark = [pytest.mark.browser, pytest.mark.served]
CHROMIUM = shutil.which("chromium")
FRAME = """<!doctype html><html lang="de"><title>Seite</title><meta name="color-scheme" content="light dark">
<body style="background: Canvas; color: CanvasText"><main><h1>Seite</h1>{}</main></body></html>"""


@pytest.fixture(scope="module")
def observer() -> Iterator[Observer]:
    if CHROMIUM is None:
        skip_or_fail("no chromium on the path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield Observer(browser, "data:text/html,")
        browser.close()


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        ('<p><a href="#x">Ziel</a> <button>Senden</button> <input aria-label="Name"></p>', ""),
        ("<table style='width: 340px'><tr><td>Zahl</td></tr></table>", "400 %: "),
        (
            "<p style='overflow: auto; white-space: nowrap' tabindex='0'>Ein Satz, der in einer einzigen langen Zeile steht</p>",
            "must be moved sideways",
        ),
        ("<p style='color: #999'>Grau auf Weiß</p>", "axe color-contrast"),
        (
            "<p style='forced-color-adjust: none; color: #eee; background: Canvas'>Satz</p>",
            "forced colours: axe color-contrast",
        ),
        ("<button style='border: 0'>Senden</button>", "forced colours: no visible border"),
        ("<input aria-label='Name' style='border: 0'>", "forced colours: no visible border"),
        ("<a href='#x' style='outline: 0; box-shadow: 0 0 0 4px blue'>Ziel</a>", "no outline in focus"),
        (
            "<svg width='90' height='30'><rect width='90' height='30' fill='#036'/><text x='5' y='20' style='fill: CanvasText'>Amt</text></svg>",
            "in a drawing: Amt",
        ),
    ],
)
def test_a_barrier_is_seen(observer: Observer, content: str, finding: str) -> None:
    visit = Visit(quote(FRAME.format(content)), True, (Sight(360, "light"),), forced=True)
    found = [one.rsplit("scripts, ", 1)[1] for one in observer.look(visit)]
    assert any(finding in one for one in found) if finding else found == []
