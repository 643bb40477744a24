"""What stands in place of a release after somebody's data had to be erased from it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from gremienwerk.core.classification import Classification
from gremienwerk.inquiries.models.releases import FrozenRecord, Release

INTERNAL = Classification.INTERNAL


class RedactedRelease(FrozenRecord):
    """The redacted version of a frozen answer: shown everywhere instead of it; the original stays archived."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="redactions")
    number = models.PositiveSmallIntegerField(_("Schwärzung"))
    redacted_on = models.DateField(_("Geschwärzt am"))
    reason = models.CharField(_("Grund"), max_length=300)
    content = models.JSONField(_("Inhalt"))
    checksum = models.CharField(_("Prüfsumme des Inhalts (SHA-256)"), max_length=64)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "release", "number", "redacted_on", "reason", "content", "checksum"), INTERNAL
    )

    class Meta:
        verbose_name = _("Geschwärzte Fassung")
        constraints = (models.UniqueConstraint(fields=["release", "number"], name="redaction_number_once"),)

    def __str__(self) -> str:
        return f"{self.release}, Schwärzung {self.number}"


def shown_content(release: Release) -> dict[str, Any]:
    """What may be seen of a release: its latest redacted content, or its own if nothing was redacted."""
    latest = latest_redaction(release)
    content: dict[str, Any] = latest.content if latest else release.content
    return content


def latest_redaction(release: Release) -> RedactedRelease | None:
    """The redaction that holds; reads what was prefetched."""
    return max(release.redactions.all(), key=lambda one: one.number, default=None)
