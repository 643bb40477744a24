"""What of the mail is kept, and how long: who was written to is personal, so it goes when nobody asks any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor, ActorKind
from gremienwerk.mailing.models import Message, OneTimeLink

#: How long a message that was sent or closed, and a link that is over, stays on record.
KEPT = timedelta(days=180)
WORKER = Actor(kind=ActorKind.SYSTEM, name="Worker")


def forget_old(*, body: Body, at: datetime) -> None:
    """Remove what was settled long ago; messages that need somebody stay, however old they are."""
    done = (Message.State.SENT, Message.State.CLOSED)
    Message.deliveries.filter(body=body, state__in=done, settled_at__lt=at - KEPT).delete()
    old = OneTimeLink.objects.filter(body=body, expires_at__lt=at - KEPT)
    if old.exists():
        with change(by=WORKER, body=body.pk):
            old.delete()
