"""Who sits where in public, and the lines between public records."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from gremienwerk.audit.records import RecordedQuerySet
from gremienwerk.core.classification import Classification
from gremienwerk.publishing.models.records import PublicRecord
from gremienwerk.publishing.models.rows import PublicRow

PUBLIC, INTERNAL, PERSONAL = Classification.PUBLIC, Classification.INTERNAL, Classification.PERSONAL


class PublicSeat(PublicRow):
    """A seat in a public committee; ``uid`` is the membership's. Without an organisation it is held in one's own right."""

    source_key = models.BigIntegerField(unique=True)
    committee = models.ForeignKey(
        PublicRecord, to_field="uid", on_delete=models.CASCADE, related_name="committee_seats"
    )
    organisation = models.ForeignKey(
        PublicRecord, to_field="uid", on_delete=models.CASCADE, null=True, related_name="held_seats"
    )
    role = models.CharField(max_length=12)
    role_order = models.PositiveSmallIntegerField()
    seats = models.PositiveSmallIntegerField()
    voting = models.BooleanField(null=True)
    valid_from = models.DateField(null=True)
    from_precision = models.CharField(max_length=8)
    valid_until = models.DateField(null=True)
    until_precision = models.CharField(max_length=8)

    objects: ClassVar[Any] = RecordedQuerySet.as_manager()

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "committee", "organisation", "role", "role_order", "seats", "voting", "valid_from",
            "from_precision", "valid_until", "until_precision",
        ),
        PUBLIC,
    ) | {"source_key": INTERNAL}  # fmt: skip

    class Meta:
        indexes = (
            models.Index(
                fields=["committee", "valid_from", "valid_until", "organisation", "role"],
                name="public_seat_of_committee",
            ),
            models.Index(
                fields=["organisation", "valid_from", "valid_until", "committee", "role"],
                name="public_seat_of_organisation",
            ),
            models.Index(
                fields=["body", "valid_from", "valid_until", "committee", "organisation", "role"],
                name="public_seat_as_of",
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.uid}"


class PublicName(PublicRow):
    """The name of somebody who fills a public seat, for as long as there is a basis to publish it."""

    class Position(models.TextChoices):
        FIRST = "first", _("Vertretung")
        DEPUTY = "deputy", _("Stellvertretung")
        OWN = "own", _("eigener Sitz")

    seat = models.ForeignKey(PublicSeat, to_field="uid", on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=300)
    position = models.CharField(max_length=8, choices=Position.choices)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    shown_from = models.DateField()
    shown_until = models.DateField(null=True)

    objects: ClassVar[Any] = RecordedQuerySet.as_manager()

    classification: ClassVar = {
        "body": INTERNAL,
        "uid": INTERNAL,
        "seat": PERSONAL,
        "name": PERSONAL,
        "position": PERSONAL,
        "valid_from": PERSONAL,
        "valid_until": PERSONAL,
        "shown_from": INTERNAL,
        "shown_until": INTERNAL,
    }

    def __str__(self) -> str:
        return str(self.uid)


class PublicLink(PublicRow):
    """A line between two public records during a period."""

    class Meaning(models.TextChoices):
        REPORTS_TO = "reports_to", _("berichtet an")
        BELONGS_TO = "belongs_to", _("gehört zu")
        PART_OF = "part_of", _("ist Teil von")
        SUCCEEDED_BY = "succeeded_by", _("hat zum Nachfolger")
        INITIATED_BY = "initiated_by", _("wurde angestoßen von")
        MEETING_OF = "meeting_of", _("ist eine Sitzung von")
        PROFILE_OF = "profile_of", _("ist der Eintrag von")
        ANSWERED_BY = "answered_by", _("wurde beantwortet von")

    source = models.ForeignKey(
        PublicRecord, to_field="uid", on_delete=models.CASCADE, related_name="links_out"
    )
    target = models.ForeignKey(
        PublicRecord, to_field="uid", on_delete=models.CASCADE, related_name="links_in"
    )
    meaning = models.CharField(max_length=12, choices=Meaning.choices)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    objects: ClassVar[Any] = RecordedQuerySet.as_manager()

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "source", "target", "meaning", "valid_from", "valid_until"), PUBLIC
    )

    class Meta:
        indexes = (
            models.Index(fields=["source", "meaning", "target"], name="public_link_out"),
            models.Index(fields=["target", "meaning", "source"], name="public_link_in"),
            models.Index(fields=["body", "meaning", "valid_from", "valid_until"], name="public_link_as_of"),
        )

    def __str__(self) -> str:
        return f"{self.source_id} {self.meaning} {self.target_id}"
