"""Collect the texts of the interface for translators: `make messages`.

Writes ``src/gremienwerk/locale/gremienwerk.pot`` (not kept in the repository) and brings every
existing catalogue ``src/gremienwerk/locale/<language>/LC_MESSAGES/django.po`` up to date. A new
language begins with ``python scripts/update_messages.py --new tr``. German needs no catalogue: it
is what the templates and messages are written in.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

from babel.messages.frontend import CommandLineInterface

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "src" / "gremienwerk" / "locale"
#: Names under which our code calls gettext, lazily or not, with context and plural where they have one.
KEYWORDS = (
    "_",
    "gettext",
    "gettext_lazy",
    "ngettext:1,2",
    "ngettext_lazy:1,2",
    "pgettext:1c,2",
    "npgettext:1c,2,3",
)


def extract(*, target: Path) -> None:
    """Write the texts of all templates and modules to a catalogue template (POT)."""
    keywords = [argument for keyword in KEYWORDS for argument in ("-k", keyword)]
    options = ["-F", str(ROOT / "babel.cfg"), *keywords, "--no-wrap", "--sort-by-file", "-o", str(target)]
    with contextlib.chdir(ROOT):
        _babel(["extract", *options, "src"])


def main() -> int:
    """Read the arguments, extract, update."""
    parser = argparse.ArgumentParser(description="Texte der Oberfläche für Übersetzungen sammeln")
    parser.add_argument("--new", metavar="SPRACHE", help="einen neuen Katalog anlegen, zum Beispiel tr")
    arguments = parser.parse_args()
    LOCALE.mkdir(exist_ok=True)
    template = LOCALE / "gremienwerk.pot"
    extract(target=template)
    common = ["-D", "django", "-i", str(template), "-d", str(LOCALE)]
    if arguments.new:
        _babel(["init", *common, "-l", arguments.new])
    if any(LOCALE.glob("*/LC_MESSAGES/django.po")):
        _babel(["update", *common])
        _babel(["compile", "-D", "django", "-d", str(LOCALE)])
    return 0


def _babel(arguments: Sequence[str]) -> None:
    CommandLineInterface().run(["pybabel", "-q", *arguments])  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    sys.exit(main())
