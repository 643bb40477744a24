"""How complete the register was on a day; kept by the worker, so that it can be seen over time."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.committees.models.committees import Committee
from gremienwerk.core.classification import Classification


class CompletenessScore(OfBody):
    """For each of the questions 1 to 6, how many of the counted committees have all facts.

    Without a committee the row speaks for all committees of the body, one row a day. With a committee it holds from
    its day until the next row of that committee: it is written only where something has changed.
    """

    committee = models.ForeignKey(
        Committee, on_delete=models.CASCADE, null=True, blank=True, related_name="scores"
    )
    on = models.DateField(_("Tag"))
    counted = models.PositiveIntegerField(_("gezählte Gremien"))
    answered = models.JSONField(_("beantwortet, je Frage"), default=list)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "committee", "on", "counted", "answered"), Classification.INTERNAL
    )

    class Meta:
        verbose_name = _("Vollständigkeit an einem Tag")
        constraints = (
            models.UniqueConstraint(fields=["committee", "on"], name="completeness_committee_day"),
            models.UniqueConstraint(
                fields=["body", "on"], condition=Q(committee__isnull=True), name="completeness_body_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.committee or self.body}: {self.on}"
