"""``gremienwerk body create``: set up a municipality, county or state."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandParser

from gremienwerk.bodies.actions import set_up_body
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import command
from gremienwerk.core.errors import UserFacingError


class Command(BaseCommand):
    """Creates and lists bodies."""

    help = "Körperschaften anlegen und zeigen."

    def add_arguments(self, parser: CommandParser) -> None:
        """Two words: create and list."""
        words = parser.add_subparsers(dest="word", required=True)
        create = words.add_parser("create", help="Körperschaft anlegen")
        create.add_argument("--name", required=True)
        create.add_argument("--key", required=True, help="Amtlicher Gemeindeschlüssel")
        create.add_argument("--kind", choices=Body.Kind.values, default=Body.Kind.CITY)
        create.add_argument("--region", default="DE-NW", help="Land für Feiertage, zum Beispiel DE-NW")
        words.add_parser("list", help="Körperschaften zeigen")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what the word says."""
        if options["word"] == "list":
            for body in Body.objects.order_by("name"):
                self.stdout.write(f"{body.official_key}\t{body.name}")
            return
        if not options["key"].isdigit() or not 2 <= len(options["key"]) <= 8:
            raise UserFacingError("Der Gemeindeschlüssel besteht aus zwei bis acht Ziffern.", field="key")
        body = set_up_body(
            name=options["name"],
            official_key=options["key"],
            kind=options["kind"],
            region=options["region"],
            languages=["de"],
            by=command("gremienwerk body create"),
        )
        self.stdout.write(f"„{body.name}“ ist angelegt.")
