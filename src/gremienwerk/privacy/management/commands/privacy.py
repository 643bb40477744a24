"""``gremienwerk privacy``: access, erasure and what a restore asks for, for those who run the installation."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management import BaseCommand, CommandParser
from django.utils import timezone

from gremienwerk.core.actor import command
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.german import count
from gremienwerk.organisations.models import Person
from gremienwerk.privacy.actions import erase_person, repeat_erasures
from gremienwerk.privacy.ledger import read_entries
from gremienwerk.privacy.queries import files_naming, found_places, naming_of, releases_naming, subject_access
from gremienwerk.privacy.record import record_of_processing

BY = command("gremienwerk privacy")


class Command(BaseCommand):
    """Access, preview, erasure, erasures again, record of processing."""

    help = "Auskunft und Löschung für Personen, Verzeichnis der Verarbeitung."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the words."""
        words = parser.add_subparsers(dest="word", required=True)
        export = words.add_parser("export", help="Auskunft über eine Person als ZIP mit JSON")
        export.add_argument("person", type=UUID, help="Kennung der Person")
        export.add_argument("--out", type=Path, required=True)
        preview = words.add_parser("preview", help="zeigen, was eine Löschung träfe; ändert nichts")
        erase = words.add_parser("erase", help="eine Person löschen")
        for one in (preview, erase):
            one.add_argument("person", type=UUID, help="Kennung der Person")
            one.add_argument("--alone", action="store_true", help="auch der bloße Familienname")
        erase.add_argument("--reason", required=True, help="Grund, ohne Namen")
        again = words.add_parser("reapply", help="nach einer Wiederherstellung Löschungen erneut ausführen")
        again.add_argument("--ledger", type=Path, default=None, help="Datei der Löschungen")
        words.add_parser("record", help="Verzeichnis der Verarbeitung (Art. 30 DSGVO) als CSV")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what the word says."""
        word = options["word"]
        if word == "reapply":
            repeated = repeat_erasures(entries=read_entries(path=options["ledger"]))
            self.stdout.write(f"Erneut gelöscht: {count(repeated, 'Person', 'Personen')}.")
        elif word == "record":
            self.stdout.write(record_of_processing(), ending="")
        elif word == "export":
            self._export(_person(options["person"]), options["out"])
        elif word == "preview":
            self._preview(_person(options["person"]), alone=options["alone"])
        else:
            self._erase(_person(options["person"]), options)

    def _export(self, person: Person, out: Path) -> None:
        found = subject_access(person=person, on=timezone.localdate())
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("auskunft.json", json.dumps(found, ensure_ascii=False, indent=2, default=str))
        self.stdout.write(f"Die Auskunft steht in {out}.")

    def _preview(self, person: Person, *, alone: bool) -> None:
        naming = naming_of(person=person, alone=alone)
        for place in found_places(person=person, naming=naming):
            self.stdout.write(f"{place.model._meta.verbose_name}\t{place.field}\t{place.before}")
        for release in releases_naming(body=person.body_id, naming=naming):
            self.stdout.write(f"Freigegebene Antwort\t\t{release}")
        files = files_naming(body=person.body_id, naming=naming)
        for stored in files.naming:
            self.stdout.write(f"Datei\t\t{stored.name}")
        for stored in files.unread:
            self.stderr.write(f"Bitte selbst ansehen, der Text ist nicht lesbar: {stored.name}")

    def _erase(self, person: Person, options: dict[str, Any]) -> None:
        done = erase_person(
            person=person, on=timezone.localdate(), reason=options["reason"], by=BY, alone=options["alone"]
        )
        self.stdout.write(
            f"Gelöscht. Weitere Felder: {done.fields}, geschwärzte Antworten: {done.releases}, "
            f"gesperrte Dateien: {done.files}."
        )
        for name in done.unread:
            self.stderr.write(f"Bitte selbst ansehen, der Text ist nicht lesbar: {name}")


def _person(uid: UUID) -> Person:
    found: Person | None = Person.objects.select_related("body").filter(uid=uid).first()
    if found is None:
        raise UserFacingError("Eine Person mit dieser Kennung gibt es nicht.")
    return found
