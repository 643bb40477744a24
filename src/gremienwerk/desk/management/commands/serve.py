"""``gremienwerk serve``: the production server (granian) in this process and its workers."""

from __future__ import annotations

import os
import socket
import sys
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandParser, call_command

from gremienwerk.accounts.middleware import DEMO_EMAIL
from gremienwerk.accounts.models import User
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
        _check_port(host=options["host"], port=options["port"])
        call_command("prepare", verbosity=0)
        if demo and not User.objects.filter(email=DEMO_EMAIL).exists():
            raise UserFacingError(
                "Die Demo-Stadt ist noch nicht geladen. `gremienwerk demo --serve` lädt und zeigt sie."
            )
        self.stdout.write(
            f"Gremienwerk läuft auf http://{options['host']}:{options['port']} (Ende mit Strg+C)"
        )
        self.stdout.flush()
        # A new process, because settings are read once: this one may have read them without demo mode.
        os.execve(sys.executable, _server(options), _environment(demo=demo))  # noqa: S606 - our own server


def _server(options: dict[str, Any]) -> list[str]:
    address = ["--host", options["host"], "--port", str(options["port"])]
    processes = ["--workers", str(options["workers"]), "--blocking-threads", "4", "--respawn-failed-workers"]
    program = [sys.executable, "-m", "granian", "--interface", "wsgi", "--log-level", "error"]
    return [*program, *address, *processes, "config.wsgi:application"]


def _environment(*, demo: bool) -> dict[str, str]:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
    environment.setdefault("GREMIENWERK_SECRET_KEY", settings.SECRET_KEY)  # one key for all workers of a demo
    if demo:
        environment["GREMIENWERK_DEMO"] = "true"
    return environment


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


def _check_port(*, host: str, port: int) -> None:
    try:
        with socket.create_server((host, port)):
            return
    except OSError as error:
        raise UserFacingError(
            f"Auf {host}:{port} kann Gremienwerk nicht antworten: Der Anschluss ist belegt oder gehört diesem Rechner nicht. "
            "`--port 8001` wählt einen anderen Anschluss."
        ) from error


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
