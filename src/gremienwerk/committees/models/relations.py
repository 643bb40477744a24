"""What is dated about a committee besides its members: names, pauses, initiators, superordinates."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.committees.models.committees import Committee
from gremienwerk.core.classification import Classification
from gremienwerk.core.overlap import NoOverlap
from gremienwerk.organisations.models import Organisation

PUBLIC = Classification.PUBLIC


def period_check(name: str) -> models.CheckConstraint:
    """A period ends after it begins."""
    return models.CheckConstraint(
        condition=Q(valid_from__isnull=True)
        | Q(valid_until__isnull=True)
        | Q(valid_until__gt=F("valid_from")),
        name=name,
    )


class CommitteeName(OfBody):
    """A former name, or with ``is_alias`` another spelling that is in use."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="former_names")
    name = models.CharField(_("Name"), max_length=300)
    short_name = models.CharField(_("Kurzname"), max_length=80, blank=True)
    valid_from = models.DateField(_("gültig ab"), null=True, blank=True)
    valid_until = models.DateField(_("gültig bis (ausschließlich)"), null=True, blank=True)
    is_alias = models.BooleanField(_("Auch bekannt als"), default=False)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "committee", "name", "short_name", "valid_from", "valid_until", "is_alias"), PUBLIC
    )

    class Meta:
        verbose_name = _("Anderer Name")
        constraints = (
            models.CheckConstraint(
                condition=Q(is_alias=True) | Q(valid_until__isnull=False), name="committee_name_former_ended"
            ),
            period_check("committee_name_period"),
            NoOverlap(
                name="committee_name_no_overlap",
                keys=("committee",),
                start="valid_from",
                end="valid_until",
                only=("is_alias", False),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Dormancy(OfBody):
    """A time in which the committee exists but does not meet."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="dormancies")
    valid_from = models.DateField(_("ruht ab"))
    valid_until = models.DateField(_("ruht bis (ausschließlich)"), null=True, blank=True)
    reason = models.CharField(_("Grund"), max_length=300, blank=True)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "committee", "valid_from", "valid_until", "reason"), PUBLIC
    )

    class Meta:
        verbose_name = _("Ruhezeit")
        constraints = (
            period_check("dormancy_period"),
            NoOverlap(name="dormancy_no_overlap", keys=("committee",), start="valid_from", end="valid_until"),
        )

    def __str__(self) -> str:
        return f"{self.committee} ruht ab {self.valid_from}"


class Initiator(OfBody):
    """Who brought the committee into being: an organisation, or words where none is recorded."""

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="initiators")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="initiated"
    )
    text = models.CharField(_("Im Wortlaut"), max_length=300, blank=True)

    classification: ClassVar = dict.fromkeys(("body", "uid", "committee", "organisation", "text"), PUBLIC)

    class Meta:
        verbose_name = _("Initiative")
        constraints = (
            models.CheckConstraint(
                condition=(Q(organisation__isnull=False) & Q(text=""))
                | (Q(organisation__isnull=True) & ~Q(text="")),
                name="initiator_organisation_or_text",
            ),
            models.UniqueConstraint(
                fields=["committee", "organisation"],
                condition=Q(organisation__isnull=False),
                name="initiator_once",
            ),
        )

    def __str__(self) -> str:
        return self.text or str(self.organisation)


class Superordination(OfBody):
    """That a committee reports to, or belongs to, another committee during a period; several may hold."""

    class Meaning(models.TextChoices):
        REPORTS_TO = "reports_to", _("berichtet an")
        BELONGS_TO = "belongs_to", _("gehört zu")

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="superordinations")
    superordinate = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="subordinations")
    meaning = models.CharField(
        _("Verbindung"), max_length=10, choices=Meaning.choices, default=Meaning.REPORTS_TO
    )
    valid_from = models.DateField(_("gültig ab"), null=True, blank=True)
    valid_until = models.DateField(_("gültig bis (ausschließlich)"), null=True, blank=True)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "committee", "superordinate", "meaning", "valid_from", "valid_until"), PUBLIC
    )

    class Meta:
        verbose_name = _("Übergeordnetes Gremium")
        constraints = (
            models.CheckConstraint(
                condition=~Q(committee=F("superordinate")), name="superordination_not_itself"
            ),
            period_check("superordination_period"),
            NoOverlap(
                name="superordination_no_overlap",
                keys=("committee", "superordinate"),
                start="valid_from",
                end="valid_until",
            ),
        )

    def __str__(self) -> str:
        return f"{self.committee} {self.get_meaning_display()} {self.superordinate}"
