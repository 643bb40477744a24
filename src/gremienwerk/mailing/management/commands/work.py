"""``gremienwerk work``: the worker that sends mail and does the daily duties."""

from __future__ import annotations

import logging
import signal
import smtplib
import threading
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections
from django.utils import timezone

from gremienwerk.core.errors import UserFacingError
from gremienwerk.mailing.delivery import deliver_due
from gremienwerk.mailing.duties import do_duties
from gremienwerk.mailing.transport import connect, explain

log = logging.getLogger(__name__)
#: Seconds between two looks into the outbox, and between two looks at the daily duties.
_LOOK, _DUTIES = 5.0, 900.0


class Command(BaseCommand):
    """Works until it is told to stop; any number may run."""

    help = "Versendet E-Mails und erledigt, was täglich ansteht."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to end when nothing is left, or only to try the mail server."""
        parser.add_argument("--once", action="store_true", help="erledigen, was ansteht, und enden")
        parser.add_argument("--check", action="store_true", help="nur prüfen, ob der Mailserver uns annimmt")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, work once, or work until SIGTERM or SIGINT."""
        if options["check"]:
            self._check()
        elif options["once"]:
            do_duties(now=timezone.now())
            self.stdout.write(f"{deliver_due(clock=timezone.now)} Nachrichten versucht.")
        else:
            _work_until_stopped()

    def _check(self) -> None:
        if settings.MAIL_IS_PRINTED:
            self.stdout.write("In der Demo wird E-Mail nur gezeigt, nicht versandt.")
            return
        try:
            connect(timeout=settings.EMAIL_TIMEOUT).quit()
        except (smtplib.SMTPException, OSError) as error:
            raise UserFacingError(
                f"{explain(error)} Die Angabe steht in GREMIENWERK_MAIL_URL (docs/operations.md)."
            ) from error
        self.stdout.write("Der Mailserver nimmt uns an.")


def _work_until_stopped() -> None:
    stopped = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopped.set())
    log.info("Der Worker läuft.")
    since_duties = _DUTIES
    while not stopped.is_set():
        close_old_connections()
        try:
            if since_duties >= _DUTIES:
                do_duties(now=timezone.now())
                since_duties = 0.0
            deliver_due(clock=timezone.now)
        except OperationalError:
            log.warning("Die Datenbank ist belegt oder nicht erreichbar; der Worker versucht es weiter.")
        stopped.wait(_LOOK)
        since_duties += _LOOK
    log.info("Der Worker hält an.")
