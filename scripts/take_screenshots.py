"""Takes the pictures of docs/images/ from a demo of its own: ``python scripts/take_screenshots.py``.

Loads the demo city into a temporary folder, serves it on a free port of the loopback address and looks
at the pages named below with Chromium (Debian package ``chromium``).
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

PROJECT = Path(__file__).resolve().parents[1]
IMAGES = PROJECT / "docs" / "images"
COMMAND = str(Path(sys.executable).with_name("gremienwerk"))


class Picture(NamedTuple):
    """One picture: the file, the page, the words of the links to follow from there, and its size in pixels."""

    file: str
    path: str
    follow: tuple[str, ...] = ()
    height: int = 800
    width: int = 1280


PICTURES = (
    Picture("oeffentlich-start.png", "/de/", height=1000),
    Picture(
        "oeffentlich-gremium.png",
        "/de/gremien/?text=Lenkungsgruppe",
        follow=(".gremien-card__name a",),
        height=1000,
    ),
    Picture("oeffentlich-struktur.png", "/de/struktur/", height=1000),
    Picture("verzeichnis.png", "/de/migrantenorganisationen/", height=1000),
    Picture("verzeichnis-arabisch.png", "/ar/migrantenorganisationen/", height=780, width=360),
    Picture("start.png", "/desk/"),
    Picture("gremium.png", "/desk/gremien/", follow=("main table th a",), height=1000),
    Picture("struktur.png", "/desk/struktur/", height=1000),
    Picture(
        "antwort.png", "/desk/anfragen/", follow=("section[aria-labelledby=freigegeben] a",), height=1000
    ),
)


def main() -> int:
    """Take all pictures; 2 if no Chromium is installed."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("No Chromium found (Debian package chromium).\n")
        return 2
    IMAGES.mkdir(exist_ok=True)
    with demo() as address, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="de-DE")
        for picture in PICTURES:
            take(page, address=address, picture=picture)
        browser.close()
    return 0


def take(page: Page, *, address: str, picture: Picture) -> None:
    """Open the page, follow its links and store the picture."""
    page.set_viewport_size({"width": picture.width, "height": picture.height})
    answer = page.goto(address + picture.path)
    for link in picture.follow:
        with page.expect_navigation() as arrival:
            page.locator(link).first.click()
        answer = arrival.value
    if answer is None or not answer.ok:
        raise RuntimeError(f"{picture.path} answers {answer.status if answer else 'nothing'}.")
    page.screenshot(path=IMAGES / picture.file)


@contextmanager
def demo() -> Iterator[str]:
    """Serve a demo of its own and yield its address."""
    with tempfile.TemporaryDirectory(prefix="gremienwerk-pictures-") as folder:
        port = free_port()
        environment = {**os.environ, "GREMIENWERK_DATA_DIR": folder, "GREMIENWERK_PORT": str(port)}
        with subprocess.Popen([COMMAND, "demo", "--serve"], env=environment) as server:  # noqa: S603 - our own command
            try:
                address = f"http://127.0.0.1:{port}"
                wait_for(address)
                yield address
            finally:
                server.terminate()


def free_port() -> int:
    """A port of the loopback address that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> None:
    """Return as soon as the demo is ready, at the latest after two minutes."""
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=5):  # noqa: S310 - the loopback address
                return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError("The demo did not become ready.")


if __name__ == "__main__":
    raise SystemExit(main())
