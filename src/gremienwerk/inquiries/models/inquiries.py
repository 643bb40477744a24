"""Inquiries, their items, and the draft of the answer."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification
from gremienwerk.documents.models import StoredFile
from gremienwerk.inquiries.models.stages import Stage
from gremienwerk.organisations.models import Organisation

PUBLIC, INTERNAL, PERSONAL = Classification.PUBLIC, Classification.INTERNAL, Classification.PERSONAL


class ClimateEffect(models.TextChoices):
    """What an answer means for the climate, as the body's climate check asks."""

    NEUTRAL = "neutral", _("neutral / nein")
    POSITIVE = "positive", _("ja, positive Auswirkungen")
    NEGATIVE = "negative", _("ja, negative Auswirkungen")


class Inquiry(OfBody):
    """An inquiry of the council as it arrived (Anfrage; OParl: Paper)."""

    kind = models.CharField(_("Art"), max_length=120, default="Anfrage")
    number = models.CharField(_("Vorlagennummer"), max_length=60, blank=True)
    title = models.CharField(_("Titel"), max_length=500)
    groups = models.JSONField(_("Eingereicht von"), default=list)
    addressee = models.CharField(_("Gerichtet an"), max_length=300, blank=True)
    dated = models.DateField(_("Datum der Anfrage"), null=True, blank=True)
    received_on = models.DateField(_("Eingang"))
    due_on = models.DateField(_("Frist"), null=True, blank=True)
    council_url = models.URLField(
        _("Adresse im Ratsinformationssystem"), max_length=500, blank=True, db_default=""
    )
    session_committee = models.CharField(_("Gremium der Sitzung"), max_length=200, blank=True)
    session_date = models.DateField(_("Sitzung am"), null=True, blank=True)
    is_public = models.BooleanField(_("öffentlich"), default=True)
    dispatch_on = models.DateField(
        _("Versand am"),
        null=True,
        blank=True,
        help_text=_("Vor diesem Tag ist die freigegebene Antwort nirgends öffentlich zu sehen."),
    )
    reporting_unit = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("Antwortende Einheit")
    )
    original = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Originaldatei"),
    )
    source_annexes = models.JSONField(_("Anlagen der Quelle"), default=list)
    preamble = models.TextField(_("Vorspann"), blank=True)
    closing = models.TextField(_("Schluss"), blank=True)

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "kind", "number", "title", "dated", "received_on", "due_on",
            "session_committee", "session_date", "is_public", "reporting_unit", "source_annexes", "council_url",
        ),
        PUBLIC,
    ) | {"dispatch_on": INTERNAL, "groups": PERSONAL, "addressee": PERSONAL, "original": INTERNAL, "preamble": INTERNAL, "closing": INTERNAL}  # fmt: skip

    class Meta:
        verbose_name = _("Anfrage")
        indexes = (models.Index(fields=["body", "received_on"], name="inquiry_by_arrival"),)

    def __str__(self) -> str:
        return self.title


class InquiryItem(OfBody):
    """A question or a motion of an inquiry, in the order and with the number of the source."""

    class Kind(models.TextChoices):
        QUESTION = "question", _("Frage")
        MOTION = "motion", _("Antrag")

    class Block(models.TextChoices):
        FREE = "", _("freier Text")
        SEATS = "seats", _("Mitgliedschaften, Initiative und Federführung")
        INSTITUTIONS = "institutions", _("Teilnehmende Institutionen")
        RHYTHM = "rhythm", _("Turnus")
        INVITATION = "invitation", _("Einladung")
        OPENNESS = "openness", _("Gäste und Protokolle")
        TOPICS = "topics", _("Themen und Ziel")
        DIRECTORY = "directory", _("Liste der Migrantenselbstorganisationen")

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    number = models.CharField(_("Nummer"), max_length=40, blank=True)
    kind = models.CharField(_("Art"), max_length=8, choices=Kind.choices, default=Kind.QUESTION)
    text = models.TextField(_("Wortlaut"))
    parts = models.JSONField(_("Unterfragen"), default=list)
    source_answer = models.TextField(_("Antwort in der Quelle"), blank=True)
    block = models.CharField(_("Antwortbaustein"), max_length=16, choices=Block.choices, blank=True)
    block_reason = models.CharField(_("Grund des Vorschlags"), max_length=300, blank=True)
    restriction = models.CharField(
        _("Eingrenzung der Frage"),
        max_length=300,
        blank=True,
        db_default="",
        help_text=_("Wonach die Frage nur einen Teil der Gremien meint; der Baustein antwortet für alle."),
    )
    block_confirmed = models.BooleanField(
        _("Baustein trotz der Eingrenzung bestätigt"), default=False, db_default=False
    )
    assigned_unit = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Zuständige Einheit"),
    )
    due_on = models.DateField(_("Zulieferung bis"), null=True, blank=True)
    answer_text = models.TextField(
        _("Antwort"), blank=True, help_text=_("Ersetzt den Entwurf aus dem Register oder steht allein.")
    )

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "inquiry", "position", "number", "kind", "text", "parts", "source_answer", "block",
            "block_reason", "restriction", "block_confirmed", "assigned_unit", "due_on", "answer_text",
        ),
        INTERNAL,
    )  # fmt: skip

    class Meta:
        verbose_name = _("Punkt der Anfrage")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["inquiry", "position"], name="inquiry_item_position_once"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.text[:60]}"

    @property
    def needs_confirmation(self) -> bool:
        """Whether the block speaks of more committees than the question asks for, and nobody has agreed to that."""
        return bool(self.block and self.restriction and not self.block_confirmed)

    @property
    def is_open(self) -> bool:
        """Whether neither a text nor a block that may stand answers the item yet."""
        return not self.answer_text.strip() and (not self.block or self.needs_confirmation)


class AnswerDraft(OfBody):
    """What the clerk has chosen for the answer before it is released.

    ``sent_out_by`` is the key of the user who has sent it out for signing.
    """

    Stage = Stage

    inquiry = models.OneToOneField(Inquiry, on_delete=models.CASCADE, related_name="draft")
    as_of = models.DateField(_("Stand"))
    climate_effect = models.CharField(
        _("Klimacheck"), max_length=8, choices=ClimateEffect.choices, blank=True
    )
    climate_reason = models.TextField(_("Begründung"), blank=True)
    stage = models.CharField(
        _("Stand der Bearbeitung"),
        max_length=8,
        choices=Stage.choices,
        default=Stage.DRAFT,
        db_default="draft",
    )
    sent_out_by = models.CharField(
        _("Zur Mitzeichnung gegeben von"), max_length=40, blank=True, db_default=""
    )
    whole_structure = models.BooleanField(
        _("Alle Gremien in der Struktur zeigen"),
        default=False,
        help_text=_("Sonst zeigt die Zeichnung nur Gremien, die die Einheit leitet, führt oder plant."),
    )

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "inquiry", "as_of", "climate_effect", "climate_reason", "whole_structure", "stage"),
        INTERNAL,
    ) | {"sent_out_by": PERSONAL}

    class Meta:
        verbose_name = _("Antwortentwurf")

    def __str__(self) -> str:
        return f"{self.inquiry} ({self.as_of})"
