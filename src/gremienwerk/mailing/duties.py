"""What the worker does besides sending: the daily duties that other packages have registered."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone

from gremienwerk.bodies.models import Body

log = logging.getLogger(__name__)


class Moment(NamedTuple):
    """When a duty is done: the day in the town and the instant."""

    on: date
    at: datetime


#: Does something for one body that is due on a day; must do nothing when called again on the same day.
Duty = Callable[[Body, Moment], object]
_duties: dict[str, Duty] = {}


def register_duty(name: str, duty: Duty) -> None:
    """Have the worker do something once a day for each body; for other packages at start-up."""
    _duties[name] = duty


def do_duties(*, now: datetime) -> None:
    """Do what is due today for every body; what fails is logged and tried again with the next call."""
    moment = Moment(on=timezone.localtime(now).date(), at=now)
    for body in Body.objects.order_by("pk"):
        for name, duty in _duties.items():
            try:
                duty(body, moment)
            except Exception:  # one duty of one body must not keep mail and other bodies waiting
                log.exception("Die Aufgabe %s ist für Körperschaft %s gescheitert", name, body.pk)
