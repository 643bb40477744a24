"""What a migrant self-organisation says of itself in the public directory."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification
from gremienwerk.organisations.models.organisations import Organisation

PUBLIC = Classification.PUBLIC


class DirectoryProfile(OfBody):
    """The entry of an organisation in the directory during a period; published only while it holds."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="profile")
    description = models.TextField(_("Wer wir sind"), blank=True)
    offers = models.TextField(_("Angebote"), blank=True)
    email = models.EmailField(_("E-Mail"), blank=True)
    phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    district_only = models.BooleanField(_("Nur den Stadtteil nennen"), default=False)
    published_from = models.DateField(_("veröffentlicht ab"), null=True, blank=True)
    published_until = models.DateField(_("veröffentlicht bis (ausschließlich)"), null=True, blank=True)
    confirmed_on = models.DateField(_("Bestätigt am"), null=True, blank=True)

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "organisation", "description", "offers", "email", "phone", "district_only",
            "published_from", "published_until", "confirmed_on",
        ),
        PUBLIC,
    )  # fmt: skip

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(published_until__isnull=True)
                | (Q(published_from__isnull=False) & Q(published_until__gt=F("published_from"))),
                name="profile_period",
            ),
        )

    def __str__(self) -> str:
        return str(self.organisation)
