"""Messages that wait to be sent, and what became of them; who sends for a body; links that need no account."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from gremienwerk.audit.records import RecordedQuerySet
from gremienwerk.bodies.models import Body, OfBody
from gremienwerk.core.classification import Classification

INTERNAL, PERSONAL = Classification.INTERNAL, Classification.PERSONAL


class Message(OfBody):
    """A mail in the outbox: written in the transaction of the act that causes it, sent by the worker.

    ``message_id`` never changes, whoever sends it and how often. ``transmitting_at`` is stored before the server is
    given the content: a message that has it and no answer may have arrived, and is never sent again by itself.
    What the worker notes (``deliveries``) changes no record of the register and belongs to no ``change``.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("wartet")
        SENDING = "sending", _("wird versandt")
        SENT = "sent", _("versandt")
        FAILED = "failed", _("nicht zugestellt")
        UNCLEAR = "unclear", _("ungeklärt")
        CLOSED = "closed", _("abgeschlossen")

    message_id = models.CharField(max_length=300, unique=True, editable=False)
    purpose = models.CharField(_("Anlass"), max_length=40)
    reference = models.CharField(_("Betrifft"), max_length=120, blank=True)
    once = models.CharField(max_length=200, blank=True, editable=False)
    address = models.EmailField(_("An"))
    name = models.CharField(_("Name"), max_length=200, blank=True)
    language = models.CharField(_("Sprache"), max_length=12, default="de")
    subject = models.CharField(_("Betreff"), max_length=300)
    text = models.TextField(_("Text"), blank=True)
    html = models.TextField(_("Text mit Auszeichnung"), blank=True)
    state = models.CharField(_("Stand"), max_length=8, choices=State.choices, default=State.QUEUED)
    reason = models.CharField(_("Grund"), max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(_("Versuche"), default=0)
    queued_at = models.DateTimeField(_("Eingestellt"), db_default=Now())
    due_at = models.DateTimeField(_("Nächster Versuch"))
    lease = models.CharField(max_length=36, blank=True, editable=False)
    leased_until = models.DateTimeField(null=True, blank=True, editable=False)
    transmitting_at = models.DateTimeField(_("Übergabe begonnen"), null=True, blank=True)
    settled_at = models.DateTimeField(_("Erledigt"), null=True, blank=True)

    # The first manager is the one that refuses to write outside a change.
    objects: ClassVar[RecordedQuerySet[Any]] = RecordedQuerySet.as_manager()  # type: ignore[assignment]
    deliveries: ClassVar[models.Manager[Message]] = models.Manager()

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "message_id", "purpose", "reference", "once", "language", "state", "attempts", "queued_at",
            "due_at", "lease", "leased_until", "transmitting_at", "settled_at",
        ),
        INTERNAL,
    ) | dict.fromkeys(("address", "name", "subject", "text", "html", "reason"), PERSONAL)  # fmt: skip

    class Meta:
        verbose_name = _("Nachricht")
        constraints = (
            models.UniqueConstraint(fields=["body", "once"], condition=~Q(once=""), name="message_once"),
        )
        indexes = (
            models.Index(fields=["state", "due_at"], name="message_due"),
            models.Index(fields=["body", "queued_at"], name="message_by_time"),
            models.Index(fields=["body", "reference"], name="message_by_reference"),
        )

    def __str__(self) -> str:
        return f"{self.purpose} {self.message_id}"

    @property
    def is_open(self) -> bool:
        """Whether a person may still have to look after it."""
        return self.state in {self.State.QUEUED, self.State.FAILED, self.State.UNCLEAR}


class MailSender(OfBody):
    """From whom the body's mail comes, and where answers go; without it the installation's address sends."""

    name = models.CharField(_("Name des Absenders"), max_length=200, blank=True)
    address = models.EmailField(_("Adresse des Absenders"), blank=True)
    reply_to = models.EmailField(_("Antworten an"), blank=True)
    closing = models.TextField(_("Schluss jeder Nachricht"), blank=True)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "name", "address", "reply_to", "closing"), INTERNAL
    )

    class Meta:
        verbose_name = _("Absender")
        constraints = (models.UniqueConstraint(fields=["body"], name="mail_sender_once"),)

    def __str__(self) -> str:
        return self.address or self.name


class OneTimeLink(OfBody):
    """A link that lets somebody without an account do one thing to one object until a day.

    Only the digest of its secret is kept. Looking at the page does not use it up, because mail programs open links by
    themselves; writing does.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    purpose = models.CharField(_("Zweck"), max_length=40)
    noun = models.CharField(_("Art des Datensatzes"), max_length=60)
    object_uid = models.UUIDField(_("Datensatz"))
    address = models.EmailField(_("Verschickt an"), blank=True)
    made_at = models.DateTimeField(_("Erstellt"), db_default=Now())
    expires_at = models.DateTimeField(_("gilt bis"))
    used_at = models.DateTimeField(_("benutzt"), null=True, blank=True)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "purpose", "noun", "object_uid", "made_at", "expires_at", "used_at"), INTERNAL
    ) | {"digest": PERSONAL, "address": PERSONAL}

    class Meta:
        verbose_name = _("Einmal-Link")
        indexes = (models.Index(fields=["body", "noun", "object_uid"], name="link_by_object"),)

    def __str__(self) -> str:
        return f"{self.purpose}: {self.noun} {self.object_uid}"

    def is_open(self, *, at: datetime) -> bool:
        """Whether it can still be used."""
        return self.used_at is None and at < self.expires_at


def sender_of(body: Body) -> MailSender:
    """The body's sender; an empty one, not stored, where none is set."""
    return MailSender.objects.filter(body=body).first() or MailSender(body=body)
