"""``gremienwerk directory settle``: deadlines, map tiles and embedding sites of a body's directory."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import command
from gremienwerk.organisations.actions import settle_directory

_SETTLE = "settle"
_OPTIONS = ("mark_after_days", "hide_after_days", "tile_url", "tile_attribution", "embedding_hosts")


class Command(BaseCommand):
    """Settles what the public directory of migrant organisations needs to know of its body."""

    help = "Fristen, Kartenkacheln und einbettende Seiten des Verzeichnisses einstellen."

    def add_arguments(self, parser: CommandParser) -> None:
        """Words of the command; what is not named stays as it is."""
        parser.add_argument("word", choices=[_SETTLE], metavar=_SETTLE, help="einstellen")
        parser.add_argument(
            "--body", metavar="AGS", help="Gemeindeschlüssel; nötig bei mehreren Körperschaften"
        )
        parser.add_argument("--mark-after", dest="mark_after_days", type=int, metavar="TAGE")
        parser.add_argument("--hide-after", dest="hide_after_days", type=int, metavar="TAGE")
        parser.add_argument(
            "--tiles", dest="tile_url", metavar="ADRESSE", help="mit {z}, {x} und {y}; leer: keine"
        )
        parser.add_argument("--tiles-from", dest="tile_attribution", metavar="NACHWEIS")
        parser.add_argument(
            "--embed",
            dest="embedding_hosts",
            nargs="*",
            metavar="SEITE",
            help="zum Beispiel https://www.stadt.example; ohne Seite: niemand darf einbetten",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Settle and say what holds now."""
        chosen = {name: options[name] for name in _OPTIONS if options[name] is not None}
        row = settle_directory(body=_body(options["body"]), by=command("directory settle"), **chosen)
        hosts = ", ".join(row.embedding_hosts) or "niemand"
        self.stdout.write(
            f"Kenntlich nach {row.mark_after_days} Tagen, verborgen nach {row.hide_after_days} Tagen. "
            f"Kacheln: {row.tile_url or 'keine'}. Einbetten darf: {hosts}."
        )


def _body(key: str | None) -> Body:
    bodies = list(Body.objects.filter(official_key=key) if key else Body.objects.all()[:2])
    if len(bodies) != 1:
        raise CommandError("Bitte die Körperschaft mit --body und ihrem Gemeindeschlüssel nennen.")
    return bodies[0]
