"""What this process knows of the bodies it shows, trusted for one second (ADR 0007)."""

from __future__ import annotations

from datetime import date, datetime
from time import monotonic
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils import timezone

from gremienwerk.publishing.sites import Sight, sight_of


class _Read(NamedTuple):
    sight: Sight | None
    at: float


_read: dict[str, _Read] = {}


def sight_for(request: HttpRequest) -> tuple[Sight | None, date]:
    """What the host of the request shows, and the local date; asked once per request."""
    noted: tuple[Sight | None, date] | None = getattr(request, "sight", None)
    if noted is None:
        now = timezone.now()
        hostname, _ = split_domain_port(request.get_host())
        noted = (_trusted(hostname, now), timezone.localdate(now))
        request.sight = noted  # type: ignore[attr-defined]
    return noted


def known_sight(*, hostname: str, now: datetime) -> Sight | None:
    """What the host shows, as far as this process trusts what it read; asks nobody."""
    known = _read.get(hostname)
    if known and _is_trusted(known, now):
        return known.sight
    return None


def forget_sights() -> None:
    """Trust nothing that was read; for tests."""
    _read.clear()


def _trusted(hostname: str, now: datetime) -> Sight | None:
    """Read again after a second, or as soon as the next turn has come."""
    known = _read.get(hostname)
    if known and _is_trusted(known, now):
        return known.sight
    read = _Read(sight_of(hostname=hostname, now=now), monotonic())
    if len(_read) > 1000:  # host names are checked against ALLOWED_HOSTS, which may hold a wildcard
        _read.clear()
    _read[hostname] = read
    return read.sight


def _is_trusted(known: _Read, now: datetime) -> bool:
    if monotonic() - known.at >= settings.REVISION_TRUSTED_SECONDS:
        return False
    return known.sight is None or known.sight.next_turn is None or known.sight.next_turn > now
