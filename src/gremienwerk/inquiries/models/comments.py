"""What people say to each other about an item while the answer is written; never part of a release."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification
from gremienwerk.inquiries.models.inquiries import InquiryItem


class ItemComment(OfBody):
    """An internal remark on a question or motion."""

    item = models.ForeignKey(InquiryItem, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField(_("Kommentar"))
    author = models.CharField(_("Von"), max_length=200)
    written_at = models.DateTimeField(_("Am"))

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "item", "text", "written_at"), Classification.INTERNAL
    ) | {"author": Classification.PERSONAL}

    class Meta:
        verbose_name = _("Kommentar")
        ordering = ("written_at", "pk")

    def __str__(self) -> str:
        return self.text[:60]
