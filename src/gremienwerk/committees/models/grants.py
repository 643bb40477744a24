"""Who keeps which committee besides the editors; the grant lives with the noun it points at."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from gremienwerk.accounts.models import User
from gremienwerk.bodies.models import OfBody
from gremienwerk.committees.models.committees import Committee
from gremienwerk.core.classification import Classification


class CommitteeGrant(OfBody):
    """The office (Geschäftsstelle) of one committee: this user may change it, and no other."""

    user = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="committee_grants", verbose_name=_("Konto")
    )
    committee = models.ForeignKey(
        Committee, on_delete=models.CASCADE, related_name="grants", verbose_name=_("Gremium")
    )

    classification: ClassVar = dict.fromkeys(("body", "uid", "user", "committee"), Classification.INTERNAL)

    class Meta:
        verbose_name = _("Geschäftsstelle")
        constraints = (models.UniqueConstraint(fields=["user", "committee"], name="committee_grant_once"),)

    def __str__(self) -> str:
        return f"{self.user}: {self.committee}"
