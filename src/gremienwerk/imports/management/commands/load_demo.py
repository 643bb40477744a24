"""``load_demo``: the demo city into an empty register."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from gremienwerk.core.actor import command
from gremienwerk.imports.demo import load


class Command(BaseCommand):
    """Load the demo city; a second time says that it is loaded."""

    help = "Lädt die erfundene Demo-Stadt in ein leeres Register."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "--folder", type=Path, default=settings.DEMO_FILES, help="Ordner mit den Dateien der Demo."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say what happened."""
        self.stdout.write(
            load(folder=options["folder"], by=command("load_demo"), today=timezone.localdate()).message
        )
