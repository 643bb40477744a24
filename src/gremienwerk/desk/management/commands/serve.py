"""``gremienwerk serve``: the production server (granian) in this process and its workers."""

from __future__ import annotations

import os
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandParser, call_command
from granian.constants import Interfaces
from granian.server import Server

from gremienwerk.core.errors import UserFacingError


class Command(BaseCommand):
    """Serves the register."""

    help = "Zeigt das Register im Browser."

    def add_arguments(self, parser: CommandParser) -> None:
        """Address, number of worker processes, and demo mode."""
        parser.add_argument("--host", default=settings.SERVE_HOST)
        parser.add_argument("--port", type=int, default=settings.SERVE_PORT)
        parser.add_argument("--workers", type=int, default=settings.SERVE_WORKERS)
        parser.add_argument("--demo", action="store_true", help="ohne Anmeldung, nur auf diesem Rechner")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check the configuration, bring the database up to date, then serve until stopped."""
        demo = options["demo"] or settings.DEMO
        _check_configuration(host=options["host"], demo=demo)
        if demo:
            os.environ["GREMIENWERK_DEMO"] = "true"
        os.environ.setdefault("GREMIENWERK_SECRET_KEY", settings.SECRET_KEY)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        call_command("prepare", verbosity=0)
        self.stdout.write(f"Gremienwerk läuft auf http://{options['host']}:{options['port']} (Ende mit Strg+C)")
        self.stdout.flush()
        Server(
            "config.wsgi:application",
            address=options["host"],
            port=options["port"],
            workers=options["workers"],
            interface=Interfaces.WSGI,
            blocking_threads=4,
            respawn_failed_workers=True,
            log_enabled=False,
        ).serve()


def _check_configuration(*, host: str, demo: bool) -> None:
    if demo and not _is_loopback(host):
        raise UserFacingError(
            f"Die Demo meldet jeden ohne Kennwort an und läuft deshalb nur auf diesem Rechner, nicht auf {host}. "
            "Bitte --host weglassen oder ohne --demo starten."
        )
    if not demo and not settings.SECRET_KEY_IS_SET:
        raise UserFacingError(
            "GREMIENWERK_SECRET_KEY fehlt. `openssl rand -base64 48` erzeugt einen Schlüssel; er gehört in die Umgebung "
            "des Dienstes und nicht in eine Datei des Projekts. Zum Ausprobieren: `gremienwerk serve --demo`."
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
