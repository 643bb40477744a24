"""Bodies and the words each of them may choose."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from gremienwerk.audit.records import Recorded
from gremienwerk.core.classification import Classification
from gremienwerk.core.identifiers import new_uid

PUBLIC = Classification.PUBLIC


class Body(Recorded):
    """A municipality, county or state: the tenant every record belongs to (OParl: Body)."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Gemeinde")
        CITY = "city", _("kreisfreie Stadt")
        COUNTY = "county", _("Kreis")
        STATE = "state", _("Land")

    class GenderStyle(models.TextChoices):
        STAR = "star", _("Akteur*innen")
        PAIR = "pair", _("Akteurinnen und Akteure")
        NEUTRAL = "neutral", _("Beteiligte")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    name = models.CharField(_("Name"), max_length=200)
    short_name = models.CharField(_("Kurzname"), max_length=60, blank=True)
    kind = models.CharField(_("Art"), max_length=16, choices=Kind.choices, default=Kind.CITY)
    official_key = models.CharField(
        _("Amtlicher Gemeindeschlüssel"),
        max_length=8,
        unique=True,
        validators=[RegexValidator(r"^\d{2,8}$", _("Der Schlüssel besteht aus zwei bis acht Ziffern."))],
    )
    region = models.CharField(_("Land für Feiertage"), max_length=6, default="DE-NW")
    hostname = models.CharField(_("Rechnername"), max_length=253, blank=True)
    languages = models.JSONField(_("Sprachen"), default=list)
    gender_style = models.CharField(
        _("Geschlechtergerechte Schreibweise"),
        max_length=8,
        choices=GenderStyle.choices,
        default=GenderStyle.STAR,
    )
    licence = models.CharField(_("Lizenz der offenen Daten"), max_length=40, default="dl-de/zero-2.0")
    accent_colour = models.CharField(
        _("Farbe"),
        max_length=7,
        default="#171a2b",
        validators=[RegexValidator(r"^#[0-9a-f]{6}$", _("Die Farbe hat die Form #1a2b3c."))],
    )
    logo_svg = models.TextField(_("Logo als SVG"), blank=True)
    office = models.CharField(_("Kopf des Briefes"), max_length=200, blank=True)
    department = models.CharField(_("Dienststelle"), max_length=200, blank=True)
    street = models.CharField(_("Straße"), max_length=200, blank=True)
    postcode = models.CharField(_("Postleitzahl"), max_length=10, blank=True)
    city = models.CharField(_("Ort"), max_length=100, blank=True)
    phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    email = models.EmailField(_("E-Mail"), blank=True)
    website = models.URLField(_("Internet"), blank=True)
    directory_url = models.URLField(
        _("Adresse des Verzeichnisses der Migrantenselbstorganisationen"), blank=True
    )
    climate_check = models.BooleanField(_("Klimacheck auf jeder Antwort"), default=True)
    climate_question = models.CharField(_("Frage des Klimachecks"), max_length=400, blank=True)
    answer_days = models.PositiveSmallIntegerField(
        _("Frist für Antworten in Tagen"),
        null=True,
        blank=True,
        help_text=_("Vom Eingang an gezählt; leer, wenn keine Frist gilt."),
    )
    is_demo = models.BooleanField(_("Erfundene Demo-Stadt"), default=False)

    classification: ClassVar = dict.fromkeys(
        (
            "uid", "name", "short_name", "kind", "official_key", "region", "hostname", "languages", "gender_style",
            "licence", "accent_colour", "logo_svg", "office", "department", "street", "postcode", "city", "phone",
            "email", "website", "directory_url", "climate_check", "climate_question", "answer_days", "is_demo",
        ),
        PUBLIC,
    )  # fmt: skip

    class Meta:
        verbose_name = _("Körperschaft")

    def __str__(self) -> str:
        return self.name


class OfBody(Recorded):
    """The base of every record: it belongs to one body and has an address that never changes."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    uid = models.UUIDField(default=new_uid, unique=True, editable=False)

    class Meta:
        abstract = True


class CommitteeKind(OfBody):
    """A kind of committee as the body calls it: steering group, working group, round table …"""

    key = models.SlugField(max_length=40)
    name = models.CharField(_("Bezeichnung"), max_length=100)
    plural = models.CharField(_("Mehrzahl"), max_length=100)
    is_steering = models.BooleanField(_("Steuerungsgremium"), default=False)
    is_council = models.BooleanField(_("Gremium des Rates"), default=False)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "key", "name", "plural", "is_steering", "is_council"), PUBLIC
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=["body", "key"], name="committee_kind_once"),)

    def __str__(self) -> str:
        return self.name


class OrganisationKind(OfBody):
    """A kind of organisation: administrative unit, ministry, migrant self-organisation, university …"""

    class Sector(models.TextChoices):
        ADMINISTRATION = "administration", _("Stadtverwaltung")
        STATE = "state", _("Land und Bund")
        POLITICS = "politics", _("Politik")
        PARTNER = "partner", _("Kooperationspartner")

    key = models.SlugField(max_length=40)
    name = models.CharField(_("Bezeichnung"), max_length=100)
    plural = models.CharField(_("Mehrzahl"), max_length=100)
    sector = models.CharField(_("Bereich"), max_length=16, choices=Sector.choices, default=Sector.PARTNER)
    is_migrant_organisation = models.BooleanField(_("Migrantenselbstorganisation"), default=False)
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "key", "name", "plural", "sector", "is_migrant_organisation", "position"), PUBLIC
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=["body", "key"], name="organisation_kind_once"),)

    def __str__(self) -> str:
        return self.name


class Synonym(OfBody):
    """Words that search takes for one another: an abbreviation and what it stands for, kept by staff."""

    term = models.CharField(_("Wort oder Abkürzung"), max_length=100)
    equivalents = models.JSONField(_("Gleichbedeutend"), default=list)

    classification: ClassVar = dict.fromkeys(("body", "uid", "term", "equivalents"), PUBLIC)

    class Meta:
        verbose_name = _("Synonym")
        constraints = (models.UniqueConstraint(fields=["body", "term"], name="synonym_once"),)

    def __str__(self) -> str:
        return self.term


class Topic(OfBody):
    """A controlled tag for what committees and organisations are about."""

    key = models.SlugField(max_length=60)
    name = models.CharField(_("Thema"), max_length=100)

    classification: ClassVar = dict.fromkeys(("body", "uid", "key", "name"), PUBLIC)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["body", "key"], name="topic_once"),)

    def __str__(self) -> str:
        return self.name


class SiteText(OfBody):
    """What the body says on a page that the law asks for, in one language; Markdown, shown as harmless HTML."""

    class Page(models.TextChoices):
        ACCESSIBILITY = "accessibility", _("Erklärung zur Barrierefreiheit")
        PLAIN_LANGUAGE = "plain_language", _("Leichte Sprache")
        SIGN_LANGUAGE = "sign_language", _("Gebärdensprache")
        IMPRINT = "imprint", _("Impressum")
        PRIVACY = "privacy", _("Datenschutz")

    page = models.CharField(_("Seite"), max_length=16, choices=Page.choices)
    language = models.CharField(_("Sprache"), max_length=12, default="de")
    text = models.TextField(_("Text"), blank=True)
    video_url = models.URLField(_("Adresse eines Videos"), blank=True)

    classification: ClassVar = dict.fromkeys(("body", "uid", "page", "language", "text", "video_url"), PUBLIC)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["body", "page", "language"], name="site_text_once"),)

    def __str__(self) -> str:
        return f"{self.page} ({self.language})"
