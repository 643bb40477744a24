"""A process of its own that does one thing to the test's database: ``python -m tests.faults.runner VERB KEY …``.

It says "ready" when it has started, waits for a line, and then acts, so that several can begin together. It ends
with 0 and "done", or with 2 and the German message of the refusal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date


def _connect() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = os.environ["FAULT_DATABASE"]
    import django

    django.setup()


def _release(inquiry: str) -> None:
    from gremienwerk.core.actor import command
    from gremienwerk.inquiries.actions import release, releasing
    from gremienwerk.inquiries.models import Inquiry

    printing = vars(releasing)["print_answer"]

    def announced(**arguments: object) -> object:
        files = printing(**arguments)
        _say("printed")
        return files

    vars(releasing)["print_answer"] = announced
    release(
        inquiry=Inquiry.objects.get(pk=int(inquiry)),
        released_on=date(2022, 5, 20),
        by=command("Test"),
        why="Probe",
        even_if_same=True,
    )


def _appoint(committee: str, organisation: str) -> None:
    from gremienwerk.committees.actions import appoint
    from gremienwerk.committees.models import Committee, Role
    from gremienwerk.core.actor import command
    from gremienwerk.organisations.models import Organisation

    appoint(
        committee=Committee.objects.get(pk=int(committee)),
        organisation=Organisation.objects.get(pk=int(organisation)),
        role=Role.MEMBER,
        on=date(2024, 1, 1),
        by=command("Test"),
    )


def _deliver() -> None:
    from django.utils import timezone

    from gremienwerk.mailing.delivery import deliver_due

    deliver_due(clock=timezone.now)


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> int:
    """Start, wait for the word, act."""
    _connect()
    from gremienwerk.core.errors import UserFacingError

    verbs: dict[str, Callable[..., None]] = {"release": _release, "appoint": _appoint, "deliver": _deliver}
    verb = verbs[sys.argv[1]]
    _say("ready")
    sys.stdin.readline()
    try:
        verb(*sys.argv[2:])
    except UserFacingError as error:
        _say(error.message)
        return 2
    _say("done")
    return 0


if __name__ == "__main__":
    sys.exit(main())
