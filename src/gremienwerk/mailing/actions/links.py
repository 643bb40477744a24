"""Links with which somebody without an account does one thing to one object."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from gremienwerk.audit.change import current_change
from gremienwerk.bodies.models import Body
from gremienwerk.core.errors import UserFacingError
from gremienwerk.mailing.models import OneTimeLink


class Made(NamedTuple):
    """A link and its secret, which is stored nowhere but in the letter."""

    link: OneTimeLink
    secret: str


def make_link(
    *, body: Body, purpose: str, noun: str, object_uid: UUID, address: str, at: datetime, holds: timedelta
) -> Made:
    """Make a link inside the open change; earlier ones of the same purpose, object and receiver end.

    Args:
        body: whose object.
        purpose: what it lets do, such as ``confirm``; it is good for nothing else.
        noun: label of the object's model, such as ``committees.committee``.
        object_uid: the only object it is good for.
        address: to whom it is sent.
        at: now, with time zone.
        holds: how long.

    Raises:
        ChangeRequired: outside of a change.
    """
    opened = current_change()
    secret = secrets.token_urlsafe(32)
    OneTimeLink.objects.filter(
        body=body,
        purpose=purpose,
        noun=noun,
        object_uid=object_uid,
        address=address,
        used_at__isnull=True,
        expires_at__gt=at,
    ).update(expires_at=at)
    link = OneTimeLink(
        body=body,
        digest=_digest(secret),
        purpose=purpose,
        noun=noun,
        object_uid=object_uid,
        address=address,
        expires_at=at + holds,
    )
    opened.create(link, action="mailing.make_link")
    return Made(link, secret)


def open_link(*, secret: str, purpose: str, at: datetime) -> OneTimeLink | None:
    """The link of a secret, if it is good for this purpose now; looking does not use it up."""
    found: OneTimeLink | None = OneTimeLink.objects.filter(digest=_digest(secret), purpose=purpose).first()
    return found if found is not None and found.is_open(at=at) else None


def use_link(*, link: OneTimeLink, at: datetime) -> None:
    """Use a link up inside the open change; of two that come at once, one gets through.

    Raises:
        ChangeRequired: outside of a change.
        UserFacingError: if it has been used, or is over.
    """
    opened = current_change()
    used = OneTimeLink.objects.filter(pk=link.pk, used_at__isnull=True, expires_at__gt=at).update(used_at=at)
    if not used:
        raise UserFacingError("Dieser Link wurde schon benutzt oder gilt nicht mehr.")
    link.used_at = at
    opened.note(link, action="mailing.use_link", values={"used_at": (None, at.isoformat())})


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
