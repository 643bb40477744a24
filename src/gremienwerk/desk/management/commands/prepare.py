"""``gremienwerk prepare``: bring the database and the static files to the state of this version."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command


class Command(BaseCommand):
    """Migrates and collects static files; safe to run again."""

    help = "Richtet Datenbank und statische Dateien ein."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do both."""
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        # A register from before the public site has no public rows yet; later ones are made with every change.
        call_command("publish", missing=True, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if options["verbosity"]:
            self.stderr.write("Datenbank und statische Dateien sind auf dem Stand dieser Fassung.")
