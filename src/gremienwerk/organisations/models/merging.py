"""Two records that turned out to be one, and two that only look alike."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.core.classification import Classification
from gremienwerk.organisations.models.organisations import Organisation
from gremienwerk.organisations.models.persons import Person

INTERNAL, PERSONAL = Classification.INTERNAL, Classification.PERSONAL


class Mergeable(models.TextChoices):
    """What can be merged; the value stands in addresses, no page shows the label."""

    ORGANISATION = "organisation"
    PERSON = "person"

    @property
    def model(self) -> type[Organisation] | type[Person]:
        """The records of this kind."""
        return Organisation if self is Mergeable.ORGANISATION else Person


class Merge(OfBody):
    """That one record went into another on a day; ``steps`` say how to take it back, and are empty once that is done.

    ``gone_uid`` and ``gone_key`` are address and key of the record that is no longer there. ``kept_key`` is the
    record it went into at that time: a later merge of that record moves the reference and leaves the key.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="merges"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="merges")
    kept_key = models.BigIntegerField(editable=False)
    gone_key = models.BigIntegerField(editable=False)
    gone_uid = models.UUIDField(editable=False)
    gone_name = models.CharField(_("Ging auf"), max_length=400)
    merged_on = models.DateField(_("Zusammengeführt am"))
    undone_on = models.DateField(_("Zurückgenommen am"), null=True, blank=True)
    steps = models.JSONField(default=list, editable=False)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "organisation", "kept_key", "gone_key", "gone_uid", "merged_on", "undone_on"), INTERNAL
    ) | {"person": PERSONAL, "gone_name": PERSONAL, "steps": PERSONAL}  # fmt: skip

    class Meta:
        verbose_name = _("Zusammenführung")
        constraints = (
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, person__isnull=True)
                | Q(organisation__isnull=True, person__isnull=False),
                name="merge_of_one_kind",
            ),
            models.UniqueConstraint(
                fields=["gone_uid"], condition=Q(undone_on__isnull=True), name="merge_gone_once"
            ),
        )
        indexes = (models.Index(fields=["body", "gone_uid"], name="merge_by_old_address"),)

    def __str__(self) -> str:
        return self.gone_name

    @property
    def kind(self) -> Mergeable:
        """What was merged."""
        return Mergeable.ORGANISATION if self.organisation_id else Mergeable.PERSON

    @property
    def kept(self) -> Any:
        """The record that stands for both now."""
        return self.organisation or self.person


class NotDuplicate(OfBody):
    """Two records that look alike and are not one: they are not suggested again. The smaller identifier is first."""

    kind = models.CharField(max_length=12, choices=Mergeable.choices)
    first = models.UUIDField()
    second = models.UUIDField()

    classification: ClassVar = dict.fromkeys(("body", "uid", "kind", "first", "second"), INTERNAL)

    class Meta:
        verbose_name = _("Kein Duplikat")
        constraints = (
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="not_duplicate_in_order"),
            models.UniqueConstraint(fields=["body", "first", "second"], name="not_duplicate_once"),
        )

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"


def in_order(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    """A pair of identifiers as it is stored, whichever is named first."""
    return (one, other) if one.hex < other.hex else (other, one)
