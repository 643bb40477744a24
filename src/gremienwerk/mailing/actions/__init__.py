"""What can be done with messages, senders and one-time links."""

from gremienwerk.mailing.actions.links import make_link, open_link, use_link
from gremienwerk.mailing.actions.outbox import (
    Receiver,
    close_message,
    queue_message,
    queue_text,
    resend_message,
)
from gremienwerk.mailing.actions.senders import set_sender

__all__ = [
    "Receiver",
    "close_message",
    "make_link",
    "open_link",
    "queue_message",
    "queue_text",
    "resend_message",
    "set_sender",
    "use_link",
]
