"""Who has to sign an answer before it is released: other units, and the steps of the body's sign-off chain."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.core.actor import Role
from gremienwerk.core.classification import Classification
from gremienwerk.inquiries.models.inquiries import Inquiry
from gremienwerk.organisations.models import Organisation

INTERNAL, PERSONAL = Classification.INTERNAL, Classification.PERSONAL


class SignOffStep(OfBody):
    """A step that every answer of the body takes before its release, by a unit or by a role, in order."""

    class Roles(models.TextChoices):
        EDITOR = Role.EDITOR.value, _("Sachbearbeitung")
        RELEASER = Role.RELEASER.value, _("Freigabe")
        ADMINISTRATOR = Role.ADMINISTRATOR.value, _("Administration")

    position = models.PositiveSmallIntegerField(_("Reihenfolge"))
    unit = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Einheit"),
    )
    role = models.CharField(_("Rolle"), max_length=16, choices=Roles.choices, blank=True)

    classification: ClassVar = dict.fromkeys(("body", "uid", "position", "unit", "role"), INTERNAL)

    class Meta:
        verbose_name = _("Schritt der Zeichnung")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["body", "position"], name="sign_off_step_position_once"),
            models.CheckConstraint(
                condition=(Q(unit__isnull=False) & Q(role="")) | (Q(unit__isnull=True) & ~Q(role="")),
                name="sign_off_step_by_unit_or_role",
            ),
        )

    def __str__(self) -> str:
        return self.unit.name if self.unit else str(self.get_role_display())


class Signature(OfBody):
    """A signature that an answer needs: of another unit (position 0), or of a step of the chain (from 1).

    ``checksum`` names the content that was signed; if the answer says something else now, the signature is void.
    """

    class State(models.TextChoices):
        OPEN = "open", _("offen")
        AGREED = "agreed", _("mitgezeichnet")
        REFUSED = "refused", _("abgelehnt")

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="signatures")
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)
    unit = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Einheit"),
    )
    role = models.CharField(_("Rolle"), max_length=16, choices=SignOffStep.Roles.choices, blank=True)
    due_on = models.DateField(_("Mitzeichnung bis"), null=True, blank=True)
    state = models.CharField(_("Stand"), max_length=8, choices=State.choices, default=State.OPEN)
    reason = models.TextField(_("Grund"), blank=True)
    signed_by = models.CharField(_("Gezeichnet von"), max_length=200, blank=True)
    signed_on = models.DateField(_("Gezeichnet am"), null=True, blank=True)
    checksum = models.CharField(_("Prüfsumme des Gezeichneten (SHA-256)"), max_length=64, blank=True)

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "inquiry", "position", "unit", "role", "due_on", "state", "reason", "signed_on",
            "checksum",
        ),
        INTERNAL,
    ) | {"signed_by": PERSONAL}  # fmt: skip

    class Meta:
        verbose_name = _("Mitzeichnung")
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["inquiry", "unit"], condition=Q(position=0), name="cosignature_once"
            ),
            models.UniqueConstraint(
                fields=["inquiry", "position"], condition=Q(position__gt=0), name="chain_signature_once"
            ),
            models.CheckConstraint(
                condition=(Q(unit__isnull=False) & Q(role="")) | (Q(unit__isnull=True) & ~Q(role="")),
                name="signature_by_unit_or_role",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(reason=""), name="signature_refused_with_reason"
            ),
        )

    def __str__(self) -> str:
        return self.unit.name if self.unit else str(self.get_role_display())
