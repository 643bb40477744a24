"""From whom a body's mail comes."""

from __future__ import annotations

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor
from gremienwerk.mailing.models import MailSender
from gremienwerk.mailing.rules import require_sender_setter


def set_sender(
    *, body: Body, name: str, address: str, reply_to: str, closing: str, by: Actor, why: str = ""
) -> MailSender:
    """Say from whom the body's mail comes from now on; messages that wait go out under the new sender.

    Args:
        body: whose mail.
        name: shown beside the address; empty for the body's name.
        address: must belong to a domain for which the mail server may send; empty for the installation's.
        reply_to: where answers go; empty for the sender's address.
        closing: last lines of each letter; may be empty.
        by: who decides.
        why: the reason, for the audit record.

    Raises:
        NotAllowed: if the actor may not.
    """
    require_sender_setter(actor=by, body=body.pk)
    values = {"name": name, "address": address, "reply_to": reply_to, "closing": closing}
    with change(by=by, body=body.pk, why=why) as made:
        sender = MailSender.objects.filter(body=body).first()
        if sender is None:
            sender = MailSender(body=body, **values)
            made.create(sender, action="mailing.set_sender")
        else:
            made.update(sender, action="mailing.set_sender", **values)
    return sender
