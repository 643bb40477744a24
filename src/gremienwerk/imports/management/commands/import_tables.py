"""``gremienwerk import DATEI …``: tables of organisations, committees and seats into the register."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from gremienwerk.bodies.queries import only_body
from gremienwerk.core.actor import command
from gremienwerk.imports.actions import import_tables
from gremienwerk.imports.headings import Target


class Command(BaseCommand):
    """Imports CSV and XLSX files, all or nothing."""

    help = "Tabellen (CSV, XLSX) in das Register übernehmen."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "files", nargs="+", type=Path, metavar="DATEI", help="CSV oder XLSX mit Überschriften"
        )
        parser.add_argument(
            "--body", default="", metavar="SCHLÜSSEL", help="Amtlicher Gemeindeschlüssel der Körperschaft"
        )
        parser.add_argument(
            "--as", dest="target", choices=[target.value for target in Target], help="was die Zeilen sind"
        )
        parser.add_argument("--dry-run", action="store_true", help="nur zeigen, was angelegt würde")
        parser.add_argument(
            "--reporting-unit", default="", metavar="EINHEIT", help="Einheit, die in Antworten „wir“ ist"
        )
        parser.add_argument(
            "--administration",
            default="",
            metavar="NAME",
            help="Name der eigenen Verwaltung, sonst „Stadt …“",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, and print the report."""
        report = import_tables(
            files=options["files"],
            body=only_body(official_key=options["body"]),
            by=command("gremienwerk import"),
            on=timezone.localdate(),
            target=Target(options["target"]) if options["target"] else None,
            dry_run=options["dry_run"],
            reporting_unit=options["reporting_unit"],
            administration=options["administration"],
        )
        self.stdout.write(report.text())
