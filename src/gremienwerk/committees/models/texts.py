"""What a committee says of itself in other languages than the register's."""

from __future__ import annotations

import hashlib
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.committees.models.committees import Committee
from gremienwerk.core.classification import Classification
from gremienwerk.core.languages import DEFAULT

PUBLIC, INTERNAL = Classification.PUBLIC, Classification.INTERNAL


def source_hash(text: str) -> str:
    """The hash by which a translation remembers what it translates: SHA-256 of the German text, as hex."""
    return hashlib.sha256(text.encode()).hexdigest()


class CommitteeText(OfBody):
    """One field of a committee in one language (design.md, 7: texts have one row per language).

    The German source is the field of ``Committee`` with the same name. A reader gets the released text of
    their language; where there is none, or where ``is_outdated``, the page says so visibly.
    """

    class Field(models.TextChoices):
        """The fields of ``Committee`` that may be translated; the values are their names."""

        NAME = "name", _("Name")
        GOAL = "goal", _("Ziel")
        FOCUS = "focus", _("Schwerpunkte")
        OCCASION = "occasion", _("Anlass")
        GUESTS_HOW = "guests_how", _("So melden sich Gäste")

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        RELEASED = "released", _("freigegeben")

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(
        _("Sprache"), max_length=12, help_text=_("Kürzel nach BCP 47, zum Beispiel „tr“")
    )
    field = models.CharField(_("Feld"), max_length=12, choices=Field.choices)
    text = models.TextField(_("Text"))
    source_sha256 = models.CharField(_("Prüfsumme des übersetzten Textes"), max_length=64, editable=False)
    state = models.CharField(_("Stand"), max_length=8, choices=State.choices, default=State.DRAFT)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "committee", "language", "field", "text", "state"), PUBLIC
    ) | {"source_sha256": INTERNAL}

    class Meta:
        verbose_name = _("Text in einer anderen Sprache")
        constraints = (
            models.UniqueConstraint(fields=["committee", "language", "field"], name="committee_text_once"),
            models.CheckConstraint(condition=~Q(language=DEFAULT.code), name="committee_text_is_translation"),
            models.CheckConstraint(condition=~Q(text=""), name="committee_text_not_empty"),
        )

    def __str__(self) -> str:
        return f"{self.get_field_display()} ({self.language})"

    def is_outdated(self, *, source: str) -> bool:
        """Whether the German text has changed since it was translated; ``source`` is the German text of now."""
        return self.source_sha256 != source_hash(source)
