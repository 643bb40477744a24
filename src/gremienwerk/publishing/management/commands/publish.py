"""``gremienwerk publish``: make all public rows of a register anew, or check them."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import command
from gremienwerk.publishing.projecting.projector import deviations, is_empty, rebuild


class Command(BaseCommand):
    """Rebuilds or checks what is public."""

    help = "Öffentliche Daten neu aufbauen oder prüfen."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--body", default="", help="Gemeindeschlüssel; ohne Angabe alle Körperschaften")
        parser.add_argument(
            "--check", action="store_true", help="nur prüfen, ob die öffentlichen Daten zum Register passen"
        )
        parser.add_argument(
            "--missing", action="store_true", help="nur Körperschaften, von denen noch nichts öffentlich ist"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it for one body or all."""
        bodies = Body.objects.order_by("name")
        if options["body"]:
            bodies = bodies.filter(official_key=options["body"])
            if not bodies:
                raise CommandError(f"Eine Körperschaft mit dem Schlüssel {options['body']} gibt es nicht.")
        for body in bodies:
            if options["check"]:
                self._check(body)
            elif not options["missing"] or is_empty(body=body.pk):
                rebuild(body=body.pk, by=command("gremienwerk publish"), why="Neuaufbau")
                if options["verbosity"]:
                    self.stderr.write(
                        f"„{body.name}“: Die öffentlichen Daten sind auf dem Stand des Registers."
                    )

    def _check(self, body: Body) -> None:
        found = deviations(body=body.pk)
        for deviation in found:
            self.stdout.write(f"{body.official_key}\t{deviation.noun}\t{deviation.what}")
        if found:
            raise CommandError(
                f"„{body.name}“: {len(found)} öffentliche Angaben weichen vom Register ab. "
                "`gremienwerk publish` stellt sie richtig."
            )
        self.stderr.write(f"„{body.name}“: Die öffentlichen Daten entsprechen dem Register.")
