"""Stored files: named by their content, known to no owner."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification


class StoredFile(OfBody):
    """A file whose bytes lie in the storage under their SHA-256; the bytes are there before this row."""

    sha256 = models.CharField(_("Prüfsumme (SHA-256)"), max_length=64)
    name = models.CharField(_("Dateiname"), max_length=255)
    media_type = models.CharField(_("Dateityp"), max_length=120)
    size = models.PositiveBigIntegerField(_("Größe in Byte"))

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "sha256", "name", "media_type", "size"), Classification.INTERNAL
    )

    class Meta:
        verbose_name = _("Datei")
        indexes = (models.Index(fields=["body", "sha256"], name="stored_file_content"),)

    def __str__(self) -> str:
        return self.name


class FileRestriction(OfBody):
    """Content that stays archived but is no longer handed out, and why; it holds for all files with these bytes."""

    sha256 = models.CharField(_("Prüfsumme (SHA-256)"), max_length=64)
    reason = models.CharField(_("Grund"), max_length=300)
    since = models.DateField(_("gesperrt seit"))

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "sha256", "reason", "since"), Classification.INTERNAL
    )

    class Meta:
        verbose_name = _("Dateisperre")
        constraints = (models.UniqueConstraint(fields=["body", "sha256"], name="file_restriction_once"),)

    def __str__(self) -> str:
        return f"{self.sha256[:12]}: {self.reason}"
