"""What people without an account have written, and what they are asked."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import Body, OfBody
from gremienwerk.committees.models import Committee
from gremienwerk.core.classification import Classification


class Feedback(OfBody):
    """A barrier or a mistake that somebody has told the body about (BITVNRW § 4 with § 12b BGG).

    ``sender_mark`` tells senders apart for one day, to slow down floods; nobody can be found by it.
    """

    page = models.CharField(_("Seite"), max_length=300, blank=True)
    language = models.CharField(_("Sprache"), max_length=12, default="de")
    text = models.TextField(_("Nachricht"))
    name = models.CharField(_("Name"), max_length=200, blank=True)
    email = models.EmailField(_("E-Mail"), blank=True)
    received_at = models.DateTimeField(_("Eingegangen"), db_default=Now())
    sender_mark = models.CharField(max_length=32, blank=True)
    settled_on = models.DateField(_("Erledigt am"), null=True, blank=True)

    classification: ClassVar = {
        "body": Classification.INTERNAL,
        "uid": Classification.INTERNAL,
        "page": Classification.INTERNAL,
        "language": Classification.INTERNAL,
        "text": Classification.PERSONAL,
        "name": Classification.PERSONAL,
        "email": Classification.PERSONAL,
        "received_at": Classification.INTERNAL,
        "sender_mark": Classification.INTERNAL,
        "settled_on": Classification.INTERNAL,
    }

    class Meta:
        indexes = (models.Index(fields=["body", "received_at"], name="feedback_by_time"),)

    def __str__(self) -> str:
        return f"{self.page}: {self.text[:40]}"


class Reminding(OfBody):
    """How a body asks for confirmations; without it, and until somebody switches it on, nobody is written to."""

    is_active = models.BooleanField(_("Von selbst erinnern"), default=False)
    confirm_every_days = models.PositiveSmallIntegerField(_("Bestätigen lassen nach Tagen"), default=365)
    again_after_days = models.PositiveSmallIntegerField(_("Noch einmal erinnern nach Tagen"), default=14)
    escalate_after_days = models.PositiveSmallIntegerField(_("Weitergeben nach Tagen"), default=14)
    escalate_to = models.EmailField(_("Weitergeben an"), blank=True)

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "is_active", "confirm_every_days", "again_after_days", "escalate_after_days", "escalate_to",
        ),
        Classification.INTERNAL,
    )  # fmt: skip

    class Meta:
        verbose_name = _("Erinnern")
        constraints = (models.UniqueConstraint(fields=["body"], name="reminding_once"),)

    def __str__(self) -> str:
        return str(self.body)


class Reminder(OfBody):
    """That somebody was asked by mail whether what the register says of a committee is still true.

    ``cycle`` is the confirmation that has grown old (its day, empty if there is none): each cycle has a first and a
    second reminder, and ends with an answer or with the office.
    """

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="reminders")
    cycle = models.CharField(max_length=10, blank=True)
    number = models.PositiveSmallIntegerField(_("Erinnerung"), default=1)
    address = models.EmailField(_("An"))
    receiver = models.CharField(_("Stelle"), max_length=300, blank=True)
    sent_on = models.DateField(_("Verschickt am"))
    answered_on = models.DateField(_("Beantwortet am"), null=True, blank=True)
    escalated_on = models.DateField(_("Weitergegeben am"), null=True, blank=True)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "committee", "cycle", "number", "receiver", "sent_on", "answered_on", "escalated_on"),
        Classification.INTERNAL,
    ) | {"address": Classification.PERSONAL}

    class Meta:
        verbose_name = _("Erinnerung")
        constraints = (
            models.UniqueConstraint(fields=["committee", "cycle", "number"], name="reminder_once_a_cycle"),
        )

    def __str__(self) -> str:
        return f"{self.committee}: {self.sent_on}"


class Proposal(OfBody):
    """What somebody without an account says has changed; the register changes only when staff accept it."""

    class Kind(models.TextChoices):
        CHANGE = "change", _("Änderung")
        GONE = "gone", _("gibt es nicht mehr")

    class State(models.TextChoices):
        OPEN = "open", _("offen")
        ACCEPTED = "accepted", _("übernommen")
        DECLINED = "declined", _("abgelehnt")

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="proposals")
    kind = models.CharField(_("Art"), max_length=8, choices=Kind.choices)
    changes = models.JSONField(_("Änderungen"), default=dict)
    text = models.TextField(_("In Worten"), blank=True)
    ended_on = models.DateField(_("Beendet am"), null=True, blank=True)
    name = models.CharField(_("Name"), max_length=200, blank=True)
    receiver = models.CharField(_("Stelle"), max_length=300, blank=True)
    proposed_on = models.DateField(_("Vorgeschlagen am"))
    state = models.CharField(_("Stand"), max_length=8, choices=State.choices, default=State.OPEN)
    decided_on = models.DateField(_("Entschieden am"), null=True, blank=True)
    reason = models.CharField(_("Grund"), max_length=300, blank=True)

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "committee", "kind", "ended_on", "receiver", "proposed_on", "state", "decided_on", "reason",
        ),
        Classification.INTERNAL,
    ) | dict.fromkeys(("changes", "text", "name"), Classification.PERSONAL)  # fmt: skip

    class Meta:
        verbose_name = _("Vorschlag")
        indexes = (models.Index(fields=["body", "state"], name="proposal_by_state"),)

    def __str__(self) -> str:
        return f"{self.committee}: {self.kind}"


def reminding_of(body: Body) -> Reminding:
    """The body's settings; the usual ones, not stored and not active, where none are set."""
    return Reminding.objects.filter(body=body).first() or Reminding(body=body)
