"""Inquiries, their items, the draft of the answer, and its frozen releases."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.audit.records import Recorded, RecordedQuerySet
from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification
from gremienwerk.documents.models import StoredFile
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
            "session_committee", "session_date", "is_public", "reporting_unit", "source_annexes",
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
    """What the clerk has chosen for the answer before it is released."""

    inquiry = models.OneToOneField(Inquiry, on_delete=models.CASCADE, related_name="draft")
    as_of = models.DateField(_("Stand"))
    climate_effect = models.CharField(
        _("Klimacheck"), max_length=8, choices=ClimateEffect.choices, blank=True
    )
    climate_reason = models.TextField(_("Begründung"), blank=True)
    whole_structure = models.BooleanField(
        _("Alle Gremien in der Struktur zeigen"),
        default=False,
        help_text=_("Sonst zeigt die Zeichnung nur Gremien, die die Einheit leitet, führt oder plant."),
    )

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "inquiry", "as_of", "climate_effect", "climate_reason", "whole_structure"), INTERNAL
    )

    class Meta:
        verbose_name = _("Antwortentwurf")

    def __str__(self) -> str:
        return f"{self.inquiry} ({self.as_of})"


class Frozen(RuntimeError):
    """Somebody tried to change or remove what has been released."""


Row = TypeVar("Row", bound=Recorded, covariant=True)


class FrozenQuerySet(RecordedQuerySet[Row]):
    """A queryset of rows that are written once: inserting works, nothing else does."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Always refuses."""
        raise Frozen("A release is never changed; a correction makes a new version.")

    def delete(self) -> NoReturn:
        """Always refuses."""
        raise Frozen("A release is never removed.")


class FrozenRecord(OfBody):
    """The base of what a release consists of: stored once, never changed or removed."""

    objects: ClassVar[Any] = FrozenQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new record; refuses to store one again."""
        if not self._state.adding:
            raise Frozen("A release is never changed; a correction makes a new version.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Always refuses."""
        raise Frozen("A release is never removed.")


class Release(FrozenRecord):
    """A frozen answer: texts, data, chart and files as they were released, never changed afterwards."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="releases")
    version = models.PositiveSmallIntegerField(_("Fassung"))
    as_of = models.DateField(_("Stand"))
    released_on = models.DateField(_("Freigegeben am"))
    released_by = models.CharField(_("Freigegeben durch"), max_length=200)
    content = models.JSONField(_("Inhalt"))
    checksum = models.CharField(_("Prüfsumme des Inhalts (SHA-256)"), max_length=64)

    classification: ClassVar = {
        "body": INTERNAL,
        "uid": INTERNAL,
        "inquiry": INTERNAL,
        "version": INTERNAL,
        "as_of": INTERNAL,
        "released_on": INTERNAL,
        "released_by": PERSONAL,
        "content": INTERNAL,
        "checksum": INTERNAL,
    }

    class Meta:
        verbose_name = _("Freigabe")
        constraints = (
            models.UniqueConstraint(fields=["inquiry", "version"], name="release_version_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="release_version_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.inquiry}, Fassung {self.version}"


class ReleasedFile(FrozenRecord):
    """A file of a release, by the name under which it is handed out."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    classification: ClassVar = dict.fromkeys(("body", "uid", "release", "file", "position"), INTERNAL)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["release", "position"], name="released_file_position_once"),
        )

    def __str__(self) -> str:
        return str(self.file)
