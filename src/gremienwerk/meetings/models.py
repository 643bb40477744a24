"""Meetings of one or several committees, as plain records."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.committees.models import Committee
from gremienwerk.core.classification import Classification

PUBLIC, INTERNAL = Classification.PUBLIC, Classification.INTERNAL


class Meeting(OfBody):
    """A meeting; ``timezone`` is the IANA name in which its times were agreed."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        SCHEDULED = "scheduled", _("geplant")
        INVITED = "invited", _("eingeladen")
        HELD = "held", _("stattgefunden")
        CLOSED = "closed", _("abgeschlossen")
        CANCELLED = "cancelled", _("abgesagt")

    committees = models.ManyToManyField(Committee, related_name="meetings", verbose_name=_("Gremien"))
    starts_at = models.DateTimeField(_("Beginn"))
    ends_at = models.DateTimeField(_("Ende"), null=True, blank=True)
    timezone = models.CharField(_("Zeitzone"), max_length=40, default="Europe/Berlin")
    place = models.CharField(_("Ort"), max_length=300, blank=True)
    is_online = models.BooleanField(_("online"), default=False)
    is_public = models.BooleanField(_("öffentlich"), default=False)
    state = models.CharField(_("Stand"), max_length=10, choices=State.choices, default=State.SCHEDULED)
    note = models.TextField(_("Bemerkung"), blank=True)

    classification: ClassVar = dict.fromkeys(
        (
            "body",
            "uid",
            "committees",
            "starts_at",
            "ends_at",
            "timezone",
            "place",
            "is_online",
            "is_public",
            "state",
        ),
        PUBLIC,
    ) | {"note": INTERNAL}

    class Meta:
        verbose_name = _("Sitzung")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")), name="meeting_in_order"
            ),
        )
        indexes = (models.Index(fields=["body", "starts_at"], name="meeting_by_start"),)

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d}"
