"""Persons: the minimum needed. No gender, no origin, no religion (design.md, 3)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification

PUBLIC, INTERNAL, PERSONAL = Classification.PUBLIC, Classification.INTERNAL, Classification.PERSONAL


class Person(OfBody):
    """Somebody who fills a seat."""

    form_of_address = models.CharField(_("Anrede"), max_length=40, blank=True)
    title = models.CharField(_("Titel"), max_length=60, blank=True)
    given_name = models.CharField(_("Vorname"), max_length=120, blank=True)
    family_name = models.CharField(_("Nachname"), max_length=120)
    email = models.EmailField(_("E-Mail"), blank=True)
    phone = models.CharField(_("Telefon"), max_length=60, blank=True)

    classification: ClassVar = dict.fromkeys(
        ("form_of_address", "title", "given_name", "family_name", "email", "phone"), PERSONAL
    ) | {"body": INTERNAL, "uid": INTERNAL}

    class Meta:
        verbose_name = _("Person")

    def __str__(self) -> str:
        return " ".join(part for part in (self.title, self.given_name, self.family_name) if part)


class Consent(OfBody):
    """Why, and how long, one field of a person may be published (GDPR art. 6 and 9)."""

    class Basis(models.TextChoices):
        CONSENT = "consent", _("Einwilligung")
        LAW = "law", _("Rechtsgrundlage")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    field = models.CharField(_("Feld"), max_length=40)
    basis = models.CharField(_("Grundlage"), max_length=8, choices=Basis.choices)
    reference = models.CharField(_("Nachweis"), max_length=200)
    valid_from = models.DateField(_("gültig ab"))
    valid_until = models.DateField(_("gültig bis (ausschließlich)"), null=True, blank=True)

    classification: ClassVar = {
        "body": INTERNAL,
        "uid": INTERNAL,
        "person": PERSONAL,
        "field": INTERNAL,
        "basis": INTERNAL,
        "reference": PERSONAL,
        "valid_from": INTERNAL,
        "valid_until": INTERNAL,
    }

    class Meta:
        verbose_name = _("Einwilligung")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
                name="consent_period",
            ),
        )

    def __str__(self) -> str:
        return f"{self.field} ({self.get_basis_display()})"
