"""What a migrant self-organisation says of itself in the public directory, and what of it may leave."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification
from gremienwerk.organisations.models.organisations import Organisation

PUBLIC, INTERNAL, PERSONAL = Classification.PUBLIC, Classification.INTERNAL, Classification.PERSONAL


class Offer(OfBody):
    """A controlled tag for what organisations of the directory offer: advice, homework help, sport …"""

    key = models.SlugField(max_length=60)
    name = models.CharField(_("Angebot"), max_length=100)
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    classification: ClassVar = dict.fromkeys(("body", "uid", "key", "name", "position"), PUBLIC)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["body", "key"], name="offer_once"),)

    def __str__(self) -> str:
        return self.name


class TargetGroup(models.TextChoices):
    """For whom an organisation is there; stored as a list of keys."""

    EVERYONE = "everyone", _("alle")
    FAMILIES = "families", _("Familien und Eltern")
    CHILDREN = "children", _("Kinder")
    YOUTH = "youth", _("Jugendliche und junge Erwachsene")
    WOMEN = "women", _("Frauen und Mädchen")
    SENIORS = "seniors", _("ältere Menschen")
    REFUGEES = "refugees", _("Geflüchtete")
    STUDENTS = "students", _("Studierende")
    QUEER = "queer", _("queere Menschen")


class DirectoryProfile(OfBody):
    """The entry of an organisation in the directory during a period; published only while it holds.

    E-mail address, telephone number and address leave only with a ``ProfileConsent`` of their own.
    The position is that of the address, or of the district's middle if ``district_only``.
    """

    class Accessibility(models.TextChoices):
        UNKNOWN = "", _("nicht erfasst")
        FULL = "full", _("stufenlos")
        PARTLY = "partly", _("teilweise stufenlos")
        NONE = "none", _("nicht stufenlos")

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="profile")
    description = models.TextField(_("Wer wir sind"), blank=True)
    offers = models.TextField(_("Angebote"), blank=True)
    offer_tags = models.ManyToManyField(
        Offer, verbose_name=_("Angebote als Stichworte"), related_name="profiles", blank=True
    )
    target_groups = models.JSONField(_("Zielgruppen"), default=list, blank=True)
    opening_times = models.TextField(_("Zeiten und Treffen"), blank=True)
    accessibility = models.CharField(
        _("Zugang zu den Räumen"),
        max_length=8,
        choices=Accessibility.choices,
        default=Accessibility.UNKNOWN,
        blank=True,
    )
    accessibility_note = models.TextField(_("Hinweise zum Zugang"), blank=True)
    contact_function = models.CharField(
        _("Wer antwortet"), max_length=200, blank=True, help_text=_("Eine Funktion, keine Person.")
    )
    email = models.EmailField(_("E-Mail"), blank=True)
    phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    links = models.JSONField(_("Weitere Adressen im Netz"), default=list, blank=True)
    district_only = models.BooleanField(_("Nur den Stadtteil nennen"), default=False)
    latitude = models.FloatField(_("Breite"), null=True, blank=True)
    longitude = models.FloatField(_("Länge"), null=True, blank=True)
    published_from = models.DateField(_("veröffentlicht ab"), null=True, blank=True)
    published_until = models.DateField(_("veröffentlicht bis (ausschließlich)"), null=True, blank=True)
    confirmed_on = models.DateField(_("Bestätigt am"), null=True, blank=True)

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "organisation", "description", "offers", "offer_tags", "target_groups", "opening_times",
            "accessibility", "accessibility_note", "contact_function", "links", "district_only", "published_from",
            "published_until", "confirmed_on",
        ),
        PUBLIC,
    ) | dict.fromkeys(("email", "phone", "latitude", "longitude"), PERSONAL)  # fmt: skip

    class Meta:
        verbose_name = _("Verzeichniseintrag")
        constraints = (
            models.CheckConstraint(
                condition=Q(published_until__isnull=True)
                | (Q(published_from__isnull=False) & Q(published_until__gt=F("published_from"))),
                name="profile_period",
            ),
            models.CheckConstraint(
                condition=(Q(latitude__isnull=True) & Q(longitude__isnull=True))
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="profile_position_on_earth",
            ),
        )

    def __str__(self) -> str:
        return str(self.organisation)


class ProfileConsent(OfBody):
    """That an organisation lets one field of its profile be published, from a day until it says otherwise."""

    class Field(models.TextChoices):
        EMAIL = "email", _("E-Mail")
        PHONE = "phone", _("Telefon")
        ADDRESS = "address", _("Straße und Lage")

    profile = models.ForeignKey(DirectoryProfile, on_delete=models.CASCADE, related_name="consents")
    field = models.CharField(_("Feld"), max_length=16, choices=Field.choices)
    given_on = models.DateField(_("erteilt am"))
    withdrawn_on = models.DateField(_("widerrufen am"), null=True, blank=True)
    reference = models.CharField(_("Nachweis"), max_length=200, blank=True)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "profile", "field", "given_on", "withdrawn_on"), INTERNAL
    ) | {"reference": PERSONAL}

    class Meta:
        verbose_name = _("Einwilligung im Verzeichnis")
        constraints = (
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("given_on")),
                name="profile_consent_period",
            ),
            models.UniqueConstraint(
                fields=["profile", "field"],
                condition=Q(withdrawn_on__isnull=True),
                name="profile_consent_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.profile}: {self.get_field_display()}"


class ProfileText(OfBody):
    """One text of a profile in another language, with the hash of the German text it translates.

    ``source_hash`` is ``text_hash`` of the German text at the time of translating: where it differs
    from that of today's text, the translation is out of date and the page says so (ADR 0008).
    """

    class Field(models.TextChoices):
        DESCRIPTION = "description", _("Wer wir sind")
        OFFERS = "offers", _("Angebote")
        OPENING_TIMES = "opening_times", _("Zeiten und Treffen")
        ACCESSIBILITY_NOTE = "accessibility_note", _("Hinweise zum Zugang")

    profile = models.ForeignKey(DirectoryProfile, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("Sprache"), max_length=16)
    field = models.CharField(_("Feld"), max_length=24, choices=Field.choices)
    text = models.TextField(_("Text"))
    source_hash = models.CharField(_("Prüfsumme der Vorlage"), max_length=64)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "profile", "language", "field", "text", "source_hash"), PUBLIC
    )

    class Meta:
        verbose_name = _("Text des Verzeichniseintrags")
        constraints = (
            models.UniqueConstraint(fields=["profile", "language", "field"], name="profile_text_once"),
        )

    def __str__(self) -> str:
        return f"{self.profile} ({self.language}): {self.get_field_display()}"
