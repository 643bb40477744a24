"""What is public: one row per public thing, its names by date, and what it can be chosen by."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from gremienwerk.audit.records import RecordedQuerySet
from gremienwerk.core.classification import Classification
from gremienwerk.publishing.models.rows import PublicRow

PUBLIC, INTERNAL = Classification.PUBLIC, Classification.INTERNAL


class PublicRecord(PublicRow):
    """A public committee, organisation, meeting, directory entry or answer, with public fields only.

    ``uid`` is that of the record it shows (a directory entry has its own). ``content`` never holds names of other
    records. It is shown from ``shown_from`` until ``shown_until`` (excluded) where these are set. What is no
    longer public stays as an empty row with ``withdrawn_at``, so that copies elsewhere learn of it.
    ``sort_key`` are bytes, because databases order text differently; ``folded``
    holds the words a list is filtered by; ``source_key`` is the source's primary key.
    """

    class Noun(models.TextChoices):
        COMMITTEE = "committee", _("Gremium")
        ORGANISATION = "organisation", _("Organisation")
        MEETING = "meeting", _("Sitzung")
        PROFILE = "profile", _("Eintrag im Verzeichnis")
        ANSWER = "answer", _("Anfrage")

    noun = models.CharField(max_length=12, choices=Noun.choices)
    source_key = models.BigIntegerField()
    title = models.CharField(max_length=500, blank=True)
    short_title = models.CharField(max_length=80, blank=True)
    sort_key = models.BinaryField(default=b"")
    kinds = models.JSONField(default=list)
    content = models.JSONField(default=dict)
    folded = models.TextField(blank=True)
    checksum = models.CharField(max_length=64, blank=True)
    starts_at = models.DateTimeField(null=True)
    day = models.DateField(null=True)
    shown_from = models.DateField(null=True)
    shown_until = models.DateField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    modified_at = models.DateTimeField(db_default=Now())
    withdrawn_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = RecordedQuerySet.as_manager()

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "noun", "title", "short_title", "sort_key", "kinds", "content", "folded", "starts_at", "day",
            "shown_from", "created_at", "modified_at", "withdrawn_at",
        ),
        PUBLIC,
    ) | dict.fromkeys(("source_key", "checksum", "shown_until"), INTERNAL)  # fmt: skip

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["noun", "source_key"], name="public_record_once"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(title="", short_title=""),
                name="public_record_withdrawn_empty",
            ),
        )
        indexes = (
            models.Index(fields=["body", "noun", "sort_key"], name="public_record_sorted"),
            models.Index(fields=["body", "noun", "day", "starts_at"], name="public_record_in_time"),
            models.Index(fields=["body", "modified_at"], name="public_record_modified"),
        )

    def __str__(self) -> str:
        return self.title or str(self.uid)


class PublicTitle(PublicRow):
    """The name a public record bears during a period; the periods of one record cover all days."""

    record = models.ForeignKey(PublicRecord, to_field="uid", on_delete=models.CASCADE, related_name="titles")
    title = models.CharField(max_length=500, blank=True)
    short_title = models.CharField(max_length=80, blank=True)
    sort_key = models.BinaryField(default=b"")
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    objects: ClassVar[Any] = RecordedQuerySet.as_manager()

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "record", "title", "short_title", "sort_key", "valid_from", "valid_until"), PUBLIC
    )

    class Meta:
        indexes = (
            models.Index(fields=["record", "valid_from", "valid_until"], name="public_title_of_record"),
        )

    def __str__(self) -> str:
        return self.title


class PublicFacet(PublicRow):
    """A value by which public records can be chosen, during a period where it depends on the day (the status)."""

    record = models.ForeignKey(PublicRecord, to_field="uid", on_delete=models.CASCADE, related_name="facets")
    noun = models.CharField(max_length=12)
    facet = models.CharField(max_length=16)
    value = models.CharField(max_length=100)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    objects: ClassVar[Any] = RecordedQuerySet.as_manager()

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "record", "noun", "facet", "value", "valid_from", "valid_until"), PUBLIC
    )

    class Meta:
        indexes = (
            models.Index(
                fields=["body", "noun", "facet", "value", "valid_from", "valid_until", "record"],
                name="public_facet_choice",
            ),
            models.Index(
                fields=["record", "facet", "value", "valid_from", "valid_until"],
                name="public_facet_of_record",
            ),
        )

    def __str__(self) -> str:
        return f"{self.facet}={self.value}"


class PublicTerm(PublicRow):
    """A word of the body's vocabulary: a kind of committee or organisation, a topic, an offer."""

    class Scheme(models.TextChoices):
        COMMITTEE_KIND = "committee_kind", _("Art von Gremien")
        ORGANISATION_KIND = "organisation_kind", _("Art von Organisationen")
        TOPIC = "topic", _("Thema")
        OFFER = "offer", _("Angebot")

    scheme = models.CharField(max_length=20, choices=Scheme.choices)
    key = models.CharField(max_length=60)
    name = models.CharField(max_length=100)
    plural = models.CharField(max_length=100, blank=True)
    is_steering = models.BooleanField(default=False)
    is_council = models.BooleanField(default=False)
    is_migrant_organisation = models.BooleanField(default=False)
    sector = models.CharField(max_length=16, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[Any] = RecordedQuerySet.as_manager()

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "scheme", "key", "name", "plural", "is_steering", "is_council",
            "is_migrant_organisation", "sector", "position",
        ),
        PUBLIC,
    )  # fmt: skip

    class Meta:
        constraints = (models.UniqueConstraint(fields=["body", "scheme", "key"], name="public_term_once"),)

    def __str__(self) -> str:
        return self.name


class PublicTurn(PublicRow):
    """A day on which something of a public row becomes or ceases to be true or visible; caches end there."""

    owner = models.UUIDField()
    day = models.DateField()

    objects: ClassVar[Any] = RecordedQuerySet.as_manager()

    classification: ClassVar = dict.fromkeys(("body", "uid", "owner", "day"), INTERNAL)

    class Meta:
        indexes = (
            models.Index(fields=["body", "day"], name="public_turn_next"),
            models.Index(fields=["owner"], name="public_turn_owner"),
        )

    def __str__(self) -> str:
        return str(self.day)
