"""``gremienwerk inquiry parse`` and ``gremienwerk inquiry answer`` (design.md, 5)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from gremienwerk.bodies.models import Body
from gremienwerk.bodies.queries import only_body
from gremienwerk.core.dates import Precision, UnreadableDate, parse_vague_date
from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.reading import files as reading
from gremienwerk.inquiries.answering import answer_parsed
from gremienwerk.inquiries.intake.contract import as_json
from gremienwerk.inquiries.intake.parsed import ParsedInquiry
from gremienwerk.inquiries.intake.recognition import recognise
from gremienwerk.inquiries.placing import require_place, write_together
from gremienwerk.organisations.models import Organisation
from gremienwerk.organisations.models.organisations import reporting_unit_of
from gremienwerk.organisations.queries import find_unit


class Command(BaseCommand):
    """Recognises the questions of an inquiry, and answers them from the register."""

    help = "Anfragen des Rates lesen und aus dem Register beantworten."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        """Words of the command: ``parse FILE [--json]`` and ``answer FILE --as-of DATE --out DIR``."""
        words = parser.add_subparsers(dest="word", title="Wörter")
        parsing = words.add_parser("parse", help="die Fragen einer Anfrage erkennen")
        parsing.add_argument("file", nargs="?", help="PDF, DOCX, ODT, EML oder TXT")
        parsing.add_argument("--json", action="store_true", help="als JSON ausgeben")
        answering = words.add_parser("answer", help="die Antwort mit allen Anlagen erstellen")
        answering.add_argument("file", nargs="?", help="PDF, DOCX, ODT, EML oder TXT")
        answering.add_argument("--as-of", help="Stand, zum Beispiel 2022-05-15 oder 15.05.2022")
        answering.add_argument("--unit", default="", help="antwortende Einheit, sonst die eingestellte")
        answering.add_argument(
            "--body", default="", help="Gemeindeschlüssel, wenn es mehrere Körperschaften gibt"
        )
        answering.add_argument("--out", help="Ordner für die sechs Dateien")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what the word says; every wrong input ends in a ``UserFacingError``."""
        if options.get("word") == "parse":
            self._parse(options)
        elif options.get("word") == "answer":
            self._answer(options)
        else:
            raise UserFacingError(
                "Bekannt sind: gremienwerk inquiry parse DATEI --json und "
                "gremienwerk inquiry answer DATEI --as-of TAG --out ORDNER."
            )

    def _parse(self, options: dict[str, Any]) -> None:
        parsed = _recognised(options["file"])
        if options["json"]:
            self.stdout.write(json.dumps(as_json(parsed), ensure_ascii=False, indent=2))
            return
        for question in parsed.questions:
            number = f"{question.number}. " if question.number else "– "
            self.stdout.write(f"{number}{question.text}")
        for message in parsed.messages:
            self.stderr.write(message)

    def _answer(self, options: dict[str, Any]) -> None:
        on = _day(options["as_of"])
        if not options["out"]:
            raise UserFacingError("Bitte mit --out den Ordner angeben, in den die Antwort geschrieben wird.")
        folder = Path(options["out"])
        require_place(folder=folder)
        parsed = _recognised(options["file"])
        body, unit = _who_answers(options["body"], options["unit"], on)
        answered = answer_parsed(parsed=parsed, body=body, unit=unit, on=on)
        write_together(folder=folder, files={file.name: file.content for file in answered.files})
        for notice in answered.notices:
            self.stderr.write(notice)
        self.stdout.write(f"Die Antwort mit Stand {on:%d.%m.%Y} liegt in {folder}.")


def _recognised(file: str | None) -> ParsedInquiry:
    if not file:
        raise UserFacingError("Bitte die Datei mit der Anfrage angeben (PDF, DOCX, ODT, EML oder TXT).")
    return recognise(reading.read(Path(file)))


def _day(text: str | None) -> date:
    if not text:
        raise UserFacingError("Bitte mit --as-of den Stand angeben, zum Beispiel --as-of 2022-05-15.")
    wrong = (
        f"Der Stand „{text}“ ist kein Tag. Bitte einen Tag angeben, zum Beispiel 2022-05-15 oder 15.05.2022."
    )
    try:
        chosen = parse_vague_date(text)
    except UnreadableDate as error:
        raise UserFacingError(wrong) from error
    if chosen.precision is not Precision.DAY:
        raise UserFacingError(wrong)
    return chosen.latest


def _who_answers(official_key: str, name: str, on: date) -> tuple[Body, Organisation]:
    try:
        body = only_body(official_key=official_key)
        unit = find_unit(body=body.pk, name=name, on=on) if name else reporting_unit_of(body)
    except DatabaseError as error:
        raise UserFacingError(
            "Das Register ist nicht erreichbar oder noch nicht eingerichtet. `gremienwerk demo` lädt die Demo-Stadt."
        ) from error
    if unit is None:
        raise UserFacingError(
            'Es ist keine antwortende Einheit eingestellt. Bitte mit --unit eine angeben, zum Beispiel --unit "Ressort 204".'
        )
    return body, unit
