"""What people without an account have written."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
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
