"""``gremienwerk rhythm parse``: German wordings of rhythms from standard input, one a line."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gremienwerk.committees.rhythm.model import Rhythm
from gremienwerk.committees.rhythm.parsing import parse
from gremienwerk.committees.rhythm.writing import explain

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Command(BaseCommand):
    """Reads wordings of rhythms; touches no database."""

    help = "Turnusangaben (Wie oft tagt ein Gremium?) von der Standardeingabe lesen, eine je Zeile."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        """Words of the command: ``parse [--json]``."""
        parser.add_argument(
            "word", nargs="?", metavar="parse", help="jede Zeile lesen und ihre Bedeutung ausgeben"
        )
        parser.add_argument(
            "--json", action="store_true", help="ein JSON-Objekt je Zeile statt eines deutschen Satzes"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line for each line read; an empty line is an unknown rhythm."""
        if options["word"] != "parse":
            raise CommandError(
                "Der Befehl heißt: gremienwerk rhythm parse [--json], die Angaben kommen von der Standardeingabe."
            )
        for text in _lines():
            rhythm = parse(text)
            self.stdout.write(_as_json(rhythm) if options["json"] else _as_sentence(rhythm))


def _as_json(rhythm: Rhythm) -> str:
    """One line of the contract in design section 4."""
    reading = {
        "text": rhythm.text,
        "kind": rhythm.kind.value,
        "rrule": rhythm.rrule,
        "per_year_min": _number(rhythm.per_year_min),
        "per_year_max": _number(rhythm.per_year_max),
        "as_needed": rhythm.as_needed,
    }
    return json.dumps(reading, ensure_ascii=False)


def _as_sentence(rhythm: Rhythm) -> str:
    return f"{rhythm.text.strip() or '(leer)'} → {explain(rhythm)}"


def _number(value: float | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else round(value, 2)


def _lines() -> Iterator[str]:
    """The lines of standard input, as text whatever their encoding; line ends and a BOM are taken off."""
    source = getattr(sys.stdin, "buffer", None)
    if source is None:
        yield from (line.rstrip("\r\n").removeprefix("\ufeff") for line in sys.stdin)
        return
    for number, raw in enumerate(source):
        if number == 0 and raw.startswith(_UTF16):
            yield from (raw + source.read()).decode("utf-16", "replace").splitlines()
            return
        yield _text(raw).rstrip("\r\n").removeprefix("\ufeff")


def _text(raw: bytes) -> str:
    """UTF-8, or what a line that is none most likely is: the old Windows encoding."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
