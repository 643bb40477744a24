"""The committee: any standing body from a steering group to a network."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import CommitteeKind, OfBody, Topic
from gremienwerk.core.classification import Classification
from gremienwerk.core.columns import VagueDateColumns, precision_column, vague_date_check

PUBLIC, INTERNAL, PERSONAL = Classification.PUBLIC, Classification.INTERNAL, Classification.PERSONAL


class Level(models.TextChoices):
    """For which area a committee works, from the smallest up."""

    DISTRICT = "district", _("Quartier oder Stadtteil")
    MUNICIPAL = "municipal", _("Stadt oder Gemeinde")
    COUNTY = "county", _("Kreis")
    REGION = "region", _("Region")
    STATE = "state", _("Land")
    FEDERAL = "federal", _("Bund")
    EUROPEAN = "european", _("Europa")


class Committee(OfBody):
    """A committee or network (Gremium; OParl: Organization with organizationType "Gremium").

    Its status is never stored: it follows from the dates here and from ``Dormancy``. Who leads, runs and
    chairs it is said by the roles of dated memberships and nowhere else.
    """

    class CalendarKeeper(models.TextChoices):
        UNKNOWN = "", _("nicht erfasst")
        WE = "we", _("wir")
        OTHERS = "others", _("andere Stelle")
        COUNCIL = "council", _("Ratsinformationssystem")

    class Publicness(models.TextChoices):
        UNKNOWN = "", _("nicht erfasst")
        PUBLIC = "public", _("öffentlich")
        NOT_PUBLIC = "not_public", _("nicht öffentlich")
        PARTLY = "partly", _("teilweise öffentlich")

    class Guests(models.TextChoices):
        UNKNOWN = "", _("nicht erfasst")
        YES = "yes", _("ja")
        ON_REQUEST = "on_request", _("auf Anfrage")
        NO = "no", _("nein")

    class Minutes(models.TextChoices):
        UNKNOWN = "", _("nicht erfasst")
        PUBLIC = "public", _("öffentlich im Internet")
        ON_REQUEST = "on_request", _("auf Anfrage")
        INTERNAL = "internal", _("nur intern")
        NONE = "none", _("kein Protokoll")

    class Circle(models.TextChoices):
        UNKNOWN = "", _("nicht erfasst")
        MEMBERS = "members", _("Mitglieder")
        MEMBERS_DEPUTIES = "members_deputies", _("Mitglieder und Stellvertretungen")
        MEMBERS_GUESTS = "members_guests", _("Mitglieder und ständige Gäste")
        OPEN = "open", _("alle Interessierten")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("öffentlich")
        INTERNAL = "internal", _("intern")
        HIDDEN = "hidden", _("Existenz nicht öffentlich")

    CHANNELS: ClassVar = {
        "email": _("per E-Mail"),
        "calendar": _("per Kalendereinladung"),
        "letter": _("per Brief"),
        "posting": _("durch Aushang oder Bekanntmachung im Internet"),
        "phone": _("telefonisch"),
    }

    name = models.CharField(
        _("Name"), max_length=300, blank=True, help_text=_("Geplante Gremien dürfen noch namenlos sein.")
    )
    short_name = models.CharField(_("Kurzname"), max_length=80, blank=True)
    kind = models.ForeignKey(
        CommitteeKind, on_delete=models.PROTECT, related_name="committees", verbose_name=_("Art")
    )
    level = models.CharField(_("Ebene"), max_length=12, choices=Level.choices, blank=True)
    planned_since = models.DateField(
        _("geplant seit"),
        null=True,
        blank=True,
        help_text=_("Davor wusste noch niemand von dem Vorhaben; leer: nicht erfasst."),
    )
    planned_earliest = models.DateField(null=True, blank=True, editable=False)
    planned_latest = models.DateField(null=True, blank=True, editable=False)
    planned_precision = precision_column()
    founded_earliest = models.DateField(null=True, blank=True, editable=False)
    founded_latest = models.DateField(null=True, blank=True, editable=False)
    founded_precision = precision_column()
    ended_earliest = models.DateField(null=True, blank=True, editable=False)
    ended_latest = models.DateField(null=True, blank=True, editable=False)
    ended_precision = precision_column()
    is_planned = models.BooleanField(_("in Planung"), default=False)
    is_ended = models.BooleanField(_("beendet, Tag nicht erfasst"), default=False)
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("Nachfolge"),
    )
    occasion = models.TextField(_("Anlass"), blank=True)
    goal = models.TextField(_("Ziel"), blank=True)
    focus = models.TextField(_("Schwerpunkte"), blank=True)
    mandate = models.TextField(_("Rechtsgrundlage oder Auftrag"), blank=True)
    topics = models.ManyToManyField(Topic, verbose_name=_("Themen"), related_name="committees", blank=True)
    seat_level = models.CharField(_("Ebene der Besetzung"), max_length=200, blank=True)
    participants_note = models.TextField(
        _("Weitere Beteiligte im Wortlaut"),
        blank=True,
        help_text=_(
            "Zum Beispiel „alle Partner des Verbundprojekts“: bleibt Text und wird nie eine Organisation."
        ),
    )
    rhythm_text = models.CharField(_("Turnus"), max_length=300, blank=True)
    rhythm = models.JSONField(_("Turnus, gelesen"), null=True, blank=True, editable=False)
    calendar_keeper = models.CharField(
        _("Kalender führt"), max_length=8, choices=CalendarKeeper.choices, blank=True
    )
    invitation_circle = models.CharField(
        _("Eingeladen werden"), max_length=20, choices=Circle.choices, blank=True
    )
    invitation_note = models.CharField(_("Eingeladen werden, im Wortlaut"), max_length=300, blank=True)
    invitation_channels = models.JSONField(_("Einladungsweg"), default=list, blank=True)
    invitation_lead_days = models.PositiveSmallIntegerField(
        _("Einladungsfrist in Tagen"), null=True, blank=True
    )
    invited_by = models.CharField(_("Es lädt ein"), max_length=200, blank=True)
    publicness = models.CharField(_("Sitzungen"), max_length=12, choices=Publicness.choices, blank=True)
    guests = models.CharField(_("Gäste"), max_length=12, choices=Guests.choices, blank=True)
    guests_how = models.CharField(_("So melden sich Gäste"), max_length=300, blank=True)
    minutes = models.CharField(_("Protokoll"), max_length=12, choices=Minutes.choices, blank=True)
    minutes_reason = models.CharField(_("Begründung zum Protokoll"), max_length=300, blank=True)
    minutes_url = models.URLField(_("Fundort des Protokolls"), max_length=500, blank=True)
    contact = models.CharField(_("Kontakt (Stelle)"), max_length=200, blank=True)
    contact_email = models.EmailField(_("E-Mail"), blank=True)
    contact_phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    website = models.URLField(_("Internet"), max_length=500, blank=True)
    visibility = models.CharField(
        _("Sichtbarkeit"), max_length=8, choices=Visibility.choices, default=Visibility.INTERNAL
    )
    note = models.TextField(_("Bemerkung"), blank=True)
    confirmed_on = models.DateField(_("Bestätigt am"), null=True, blank=True)
    confirmed_by = models.CharField(_("Bestätigt durch"), max_length=200, blank=True)

    planned, founded, ended = VagueDateColumns(), VagueDateColumns(), VagueDateColumns()

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "name", "short_name", "kind", "level", "planned_since", "planned_earliest", "planned_latest",
            "planned_precision", "founded_earliest", "founded_latest", "founded_precision", "ended_earliest",
            "ended_latest", "ended_precision", "is_planned", "is_ended", "successor", "occasion", "goal", "focus",
            "mandate", "topics", "seat_level", "participants_note", "rhythm_text", "rhythm", "calendar_keeper",
            "invitation_circle", "invitation_note", "invitation_channels", "invitation_lead_days", "invited_by",
            "publicness", "guests", "guests_how", "minutes", "minutes_reason", "minutes_url", "contact", "website",
            "visibility", "confirmed_on",
        ),
        PUBLIC,
    ) | {"contact_email": PERSONAL, "contact_phone": PERSONAL, "note": INTERNAL, "confirmed_by": PERSONAL}  # fmt: skip

    class Meta:
        verbose_name = _("Gremium")
        constraints = (
            vague_date_check("planned", table="committee"),
            vague_date_check("founded", table="committee"),
            vague_date_check("ended", table="committee"),
            models.CheckConstraint(
                condition=~Q(name="") | Q(is_planned=True) | Q(planned_latest__isnull=False),
                name="committee_named_unless_planned",
            ),
            models.CheckConstraint(
                condition=Q(ended_latest__isnull=True)
                | Q(founded_earliest__isnull=True)
                | Q(ended_latest__gte=models.F("founded_earliest")),
                name="committee_ends_after_founding",
            ),
        )
        indexes = (models.Index(fields=["body", "name"], name="committee_by_name"),)

    def __str__(self) -> str:
        return self.name or str(_("noch ohne Namen"))
