"""The ledger of erasures: that somebody was erased, without saying who it was."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification


class Erasure(OfBody):
    """An erasure that was carried out; the identifier of the person leads nowhere but into older backups."""

    person_uid = models.UUIDField(_("Kennung der Person"), unique=True)
    erased_on = models.DateField(_("Gelöscht am"))
    reason = models.CharField(_("Grund"), max_length=300)
    alone = models.BooleanField(_("auch der bloße Familienname"), default=False)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "person_uid", "erased_on", "reason", "alone"), Classification.INTERNAL
    )

    class Meta:
        verbose_name = _("Löschung")

    def __str__(self) -> str:
        return f"{self.erased_on}: {self.person_uid}"
