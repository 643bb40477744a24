"""Looks at a page in a browser: barriers, requests to other hosts, messages of the browser, zoom and forced colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

import axe_playwright_python
from playwright.sync_api import Browser, Page, ViewportSize

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]
#: An experimental rule, which takes a word that a chart breaks with a hyphen for another word.
OFF = {"label-content-name-mismatch": {"enabled": False}}
#: Violations are what is wanted; selectors and copies of style sheets take half of the time.
QUICK = {"resultTypes": ["violations"], "preload": False, "selectors": False, "elementRef": True}
EVERY_RULE: dict[str, Any] = {**QUICK, "runOnly": RULES, "rules": OFF}
COLOUR_RULES: dict[str, Any] = {
    **QUICK,
    "runOnly": ["cat.color"],
    "rules": {"color-contrast-enhanced": {"enabled": False}},
}
HEIGHT = 900
#: A window of 1280 x 1024 pixels at 400 % (WCAG 1.4.10).
ZOOMED: ViewportSize = {"width": 320, "height": 256}
SCRIPTS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (
        Path(axe_playwright_python.__file__).with_name("axe.min.js"),
        Path(__file__).with_name("barriers.js"),
    )
)


class Sight(NamedTuple):
    """A width in pixels and a colour scheme."""

    width: int
    scheme: Literal["light", "dark"]


#: Systems with dark letters on light ground and the other way round.
FORCED = (Sight(1440, "light"), Sight(1440, "dark"))


class Visit(NamedTuple):
    """One address, opened once with or without scripts and looked at in some ways."""

    url: str
    scripts: bool
    sights: tuple[Sight, ...]
    forced: bool


class Observer:
    """A window of a browser for one site."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.site = site
        self.noted: list[str] = []
        self.context = browser.new_context(viewport={"width": 1440, "height": HEIGHT})
        self.window = self.context.new_page()
        self.console = self.context.new_cdp_session(self.window)
        self.window.on("request", lambda request: self._note_foreign(request.url))
        self.window.on("console", lambda message: self.noted.append(f"console: {message.text}"))

    def _note_foreign(self, url: str) -> None:
        if not url.startswith((f"{self.site}/", "data:", "blob:")):
            self.noted.append(f"asks another host: {url}")

    def close(self) -> None:
        """Close the window."""
        self.context.close()

    def _open(self, visit: Visit) -> None:
        self.noted.clear()
        _show(self.window, visit.sights[0])
        # Scripts are only kept from running while the page is read: axe-core waits for timers, which need them.
        self.console.send("Emulation.setScriptExecutionDisabled", {"value": not visit.scripts})
        self.window.goto(self.site + visit.url)
        self.console.send("Emulation.setScriptExecutionDisabled", {"value": False})
        self.window.evaluate(SCRIPTS)
        _unfold(self.window)

    def look(self, visit: Visit) -> Iterator[str]:
        """Open a page and say what is wrong with it, a sentence for each."""
        self._open(visit)
        found = [f"{sight.width} {sight.scheme}: {one}" for sight, one in _sights(self.window, visit)]
        if visit.forced:
            found += [f"forced colours: {one}" for one in _forced(self.window)]
        self.window.set_viewport_size(ZOOMED)
        found += [f"400 %: {one}" for one in self.window.evaluate("barriers.reflow()")]
        manner = "with scripts" if visit.scripts else "without scripts"
        yield from (f"{visit.url} {manner}, {one}" for one in [*self.noted, *found])


def _show(window: Page, sight: Sight) -> None:
    window.emulate_media(color_scheme=sight.scheme)
    window.set_viewport_size({"width": sight.width, "height": HEIGHT})


def _sights(window: Page, visit: Visit) -> Iterator[tuple[Sight, str]]:
    """All rules once for each width; the second scheme only the rules about colours, if nothing has moved."""
    layouts: dict[int, float] = {}
    for sight in visit.sights:
        _show(window, sight)
        layout = window.evaluate("barriers.layout()") if len(visit.sights) > 1 else 0
        options = COLOUR_RULES if layouts.get(sight.width) == layout else EVERY_RULE
        layouts[sight.width] = layout
        found = window.evaluate("options => barriers.judge(options)", options)
        for one in [*found, *window.evaluate("barriers.reflow()")]:
            yield sight, one


def _unfold(window: Page) -> None:
    """Open what a reader can open in the content: details, and the map that is only fetched when asked for."""
    window.evaluate("barriers.open()")
    for asked in window.locator("main .verz-map__open").all():
        asked.click()
        window.wait_for_selector(".verz-map__live[data-ready]")


def _forced(window: Page) -> list[str]:
    """Contrast of texts, borders of buttons and fields, and the outline in focus, in the colours of a reader's system."""
    # From the keyboard on, the browser shows where the focus is.
    window.keyboard.press("Tab")
    found: list[str] = []
    for sight in FORCED:
        window.emulate_media(forced_colors="active", color_scheme=sight.scheme)
        found += window.evaluate("options => barriers.judge(options)", COLOUR_RULES)
        found += window.evaluate("[...barriers.borders(), ...barriers.drawings(), ...barriers.focus()]")
    window.emulate_media(forced_colors="none")
    return found
