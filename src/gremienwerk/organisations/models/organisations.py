"""Institutions and units, their names, places in the tree and contact points."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import Body, OfBody, OrganisationKind, Topic
from gremienwerk.core.classification import Classification
from gremienwerk.core.columns import VagueDateColumns, precision_column, vague_date_check
from gremienwerk.core.overlap import NoOverlap

PUBLIC, INTERNAL, PERSONAL = Classification.PUBLIC, Classification.INTERNAL, Classification.PERSONAL


class Organisation(OfBody):
    """An institution or a unit of one: whatever can hold a seat (W3C ORG: Organization)."""

    name = models.CharField(_("Name"), max_length=300)
    short_name = models.CharField(_("Kurzname"), max_length=80, blank=True)
    kinds = models.ManyToManyField(
        OrganisationKind, verbose_name=_("Arten"), related_name="organisations", blank=True
    )
    is_administration = models.BooleanField(
        _("Wurzel der eigenen Verwaltung"),
        default=False,
        help_text=_("Was im Baum darunter liegt, ist „intern“."),
    )
    founded_earliest = models.DateField(null=True, blank=True, editable=False)
    founded_latest = models.DateField(null=True, blank=True, editable=False)
    founded_precision = precision_column()
    dissolved_earliest = models.DateField(null=True, blank=True, editable=False)
    dissolved_latest = models.DateField(null=True, blank=True, editable=False)
    dissolved_precision = precision_column()
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("Nachfolge"),
    )
    street = models.CharField(_("Straße"), max_length=200, blank=True)
    postcode = models.CharField(_("Postleitzahl"), max_length=10, blank=True)
    city = models.CharField(_("Ort"), max_length=100, blank=True)
    district = models.CharField(_("Stadtteil"), max_length=100, blank=True)
    website = models.URLField(_("Internet"), max_length=500, blank=True)
    topics = models.ManyToManyField(Topic, verbose_name=_("Themen"), related_name="organisations", blank=True)
    languages = models.JSONField(_("Sprachen"), default=list, blank=True)
    note = models.TextField(_("Bemerkung"), blank=True)
    confirmed_on = models.DateField(_("Bestätigt am"), null=True, blank=True)
    confirmed_by = models.CharField(_("Bestätigt durch"), max_length=200, blank=True)

    founded, dissolved = VagueDateColumns(), VagueDateColumns()

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "name", "short_name", "kinds", "is_administration", "founded_earliest", "founded_latest",
            "founded_precision", "dissolved_earliest", "dissolved_latest", "dissolved_precision", "successor",
            "street", "postcode", "city", "district", "website", "topics", "languages", "confirmed_on",
        ),
        PUBLIC,
    ) | {"note": INTERNAL, "confirmed_by": PERSONAL}  # fmt: skip

    class Meta:
        verbose_name = _("Organisation")
        constraints = (
            vague_date_check("founded", table="organisation"),
            vague_date_check("dissolved", table="organisation"),
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_name"),
            models.UniqueConstraint(
                fields=["body"], condition=Q(is_administration=True), name="organisation_one_administration"
            ),
        )
        indexes = (models.Index(fields=["body", "name"], name="organisation_by_name"),)

    def __str__(self) -> str:
        return self.name


class OrganisationName(OfBody):
    """A name an organisation had in the past, or is also known by when it has no period at all."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="former_names")
    name = models.CharField(_("Name"), max_length=300)
    short_name = models.CharField(_("Kurzname"), max_length=80, blank=True)
    valid_from = models.DateField(_("gültig ab"), null=True, blank=True)
    valid_until = models.DateField(_("gültig bis (ausschließlich)"), null=True, blank=True)
    is_alias = models.BooleanField(_("Auch bekannt als"), default=False)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "organisation", "name", "short_name", "valid_from", "valid_until", "is_alias"), PUBLIC
    )

    class Meta:
        verbose_name = _("Anderer Name")
        constraints = (
            models.CheckConstraint(
                condition=Q(is_alias=True) | Q(valid_until__isnull=False),
                name="organisation_name_former_ended",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gt=F("valid_from")),
                name="organisation_name_period",
            ),
            NoOverlap(
                name="organisation_name_no_overlap",
                keys=("organisation",),
                start="valid_from",
                end="valid_until",
                only=("is_alias", False),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Placement(OfBody):
    """Where an organisation stands in the tree during a period: Ressort → Fachbereich → Team."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="placements")
    parent = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="placed_below")
    valid_from = models.DateField(_("gültig ab"), null=True, blank=True)
    valid_until = models.DateField(_("gültig bis (ausschließlich)"), null=True, blank=True)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "organisation", "parent", "valid_from", "valid_until"), PUBLIC
    )

    class Meta:
        verbose_name = _("Stellung")
        constraints = (
            models.CheckConstraint(condition=~Q(organisation=F("parent")), name="placement_not_below_itself"),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gt=F("valid_from")),
                name="placement_period",
            ),
            NoOverlap(
                name="placement_no_overlap", keys=("organisation",), start="valid_from", end="valid_until"
            ),
        )
        indexes = (models.Index(fields=["body", "valid_from", "valid_until"], name="placement_as_of"),)

    def __str__(self) -> str:
        return f"{self.organisation} → {self.parent}"


class ContactPoint(OfBody):
    """A way to reach an organisation by function: office, secretariat, press."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="contact_points")
    function = models.CharField(_("Funktion"), max_length=200)
    email = models.EmailField(_("E-Mail"), blank=True)
    phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    is_personal = models.BooleanField(_("Adresse einer Person"), default=False)

    classification: ClassVar = {
        "body": PUBLIC,
        "uid": PUBLIC,
        "organisation": PUBLIC,
        "function": PUBLIC,
        "email": PERSONAL,
        "phone": PERSONAL,
        "is_personal": INTERNAL,
    }

    class Meta:
        verbose_name = _("Kontakt")

    def __str__(self) -> str:
        return self.function


class ReportingUnit(OfBody):
    """The unit that answers for the body when nobody names another ("we" of the answer)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    classification: ClassVar = dict.fromkeys(("body", "uid", "organisation"), INTERNAL)

    class Meta:
        verbose_name = _("Berichtende Einheit")
        constraints = (models.UniqueConstraint(fields=["body"], name="reporting_unit_once"),)

    def __str__(self) -> str:
        return str(self.organisation)


def reporting_unit_of(body: Body) -> Organisation | None:
    """The body's default reporting unit, None where none is set."""
    found = ReportingUnit.objects.filter(body=body).select_related("organisation").first()
    return found.organisation if found else None
