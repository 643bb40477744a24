"""``gremienwerk demo``: load the invented city, and show it with ``--serve``."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandParser, call_command


class Command(BaseCommand):
    """Prepares the database, loads the demo city once, and serves it if asked to."""

    help = "Lädt die Demo-Stadt."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to serve afterwards."""
        parser.add_argument("--serve", action="store_true", help="danach auf diesem Rechner zeigen")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, load, serve."""
        call_command("prepare", verbosity=0)
        call_command("load_demo", stdout=self.stdout, stderr=self.stderr)
        if options["serve"]:
            call_command("serve", "--demo", stdout=self.stdout, stderr=self.stderr)
