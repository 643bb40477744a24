"""Which messages need somebody: those that the server may have taken, and those it refused."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from gremienwerk.core.needs import Asking, Need, NeedGroup
from gremienwerk.mailing.models import Message
from gremienwerk.mailing.rules import may_see_mail


def needs(asking: Asking) -> Iterator[NeedGroup]:
    """Messages that are unclear or were not delivered; one query."""
    if not may_see_mail(actor=asking.actor, body=asking.body):
        return
    waiting = (Message.State.UNCLEAR, Message.State.FAILED)
    rows = Message.objects.filter(body=asking.body, state__in=waiting).order_by("queued_at", "pk")
    yield NeedGroup(
        "e-mails",
        _("E-Mails klären"),
        tuple(
            Need(
                title=row.subject,
                below=_("an %(address)s") % {"address": row.address},
                action=_("entscheiden"),
                url=f"{reverse('mailing:outbox')}?{urlencode({'stand': row.state, 'text': row.subject})}",
                said=row.get_state_display(),
            )
            for row in rows
        ),
    )
