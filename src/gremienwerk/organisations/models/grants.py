"""Who speaks for which unit; the grant lives with the noun it points at."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from gremienwerk.accounts.models import User
from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification
from gremienwerk.organisations.models.organisations import Organisation


class UnitGrant(OfBody):
    """This user speaks for a unit and for all that stands below it in the tree on the day."""

    user = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="unit_grants", verbose_name=_("Konto")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="grants", verbose_name=_("Einheit")
    )

    classification: ClassVar = dict.fromkeys(("body", "uid", "user", "organisation"), Classification.INTERNAL)

    class Meta:
        verbose_name = _("Einheit eines Kontos")
        constraints = (models.UniqueConstraint(fields=["user", "organisation"], name="unit_grant_once"),)

    def __str__(self) -> str:
        return f"{self.user}: {self.organisation}"
