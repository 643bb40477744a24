"""Meetings of one or several committees, when they were moved, and their minutes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import OfBody
from gremienwerk.committees.models import Committee
from gremienwerk.core.classification import Classification
from gremienwerk.documents.models import StoredFile

PUBLIC, INTERNAL = Classification.PUBLIC, Classification.INTERNAL


class Meeting(OfBody):
    """A meeting; ``timezone`` is the IANA name in which its times were agreed.

    ``starts_at`` and ``ends_at`` are the valid times; earlier ones are kept as ``MeetingMove``. A meeting that
    a rhythm proposed is a draft until somebody confirms it; ``proposed_by`` and ``proposed_for`` stay, so that
    no day is proposed twice. ``sequence`` rises with every change that people who have subscribed must hear
    of (RFC 5545, 3.8.7.4); ``changed_at`` is when that was, None for meetings that were entered before it was
    recorded.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        SCHEDULED = "scheduled", _("geplant")
        INVITED = "invited", _("eingeladen")
        HELD = "held", _("stattgefunden")
        CLOSED = "closed", _("abgeschlossen")
        CANCELLED = "cancelled", _("abgesagt")

    committees = models.ManyToManyField(Committee, related_name="meetings", verbose_name=_("Gremien"))
    title = models.CharField(
        _("Titel"),
        max_length=300,
        blank=True,
        default="",
        db_default="",
        help_text=_("Leer: Die Sitzung heißt wie ihre Gremien."),
    )
    starts_at = models.DateTimeField(_("Beginn"))
    ends_at = models.DateTimeField(_("Ende"), null=True, blank=True)
    timezone = models.CharField(_("Zeitzone"), max_length=40, default="Europe/Berlin")
    place = models.CharField(_("Ort"), max_length=300, blank=True)
    is_online = models.BooleanField(_("online"), default=False)
    online_url = models.URLField(
        _("Zugang online für Mitglieder"), max_length=500, blank=True, default="", db_default=""
    )
    public_online_url = models.URLField(
        _("Zugang online für alle"), max_length=500, blank=True, default="", db_default=""
    )
    is_public = models.BooleanField(_("öffentlich"), default=False)
    state = models.CharField(_("Stand"), max_length=10, choices=State.choices, default=State.SCHEDULED)
    cancelled_reason = models.CharField(
        _("Grund der Absage"), max_length=300, blank=True, default="", db_default=""
    )
    public_note = models.TextField(_("Hinweis für alle"), blank=True, default="", db_default="")
    note = models.TextField(_("Bemerkung"), blank=True)
    proposed_by = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="proposed_meetings",
        verbose_name=_("vorgeschlagen aus dem Turnus von"),
    )
    proposed_for = models.DateField(_("vorgeschlagen für den"), null=True, blank=True, editable=False)
    sequence = models.PositiveIntegerField(_("Zahl der Änderungen"), default=0, db_default=0, editable=False)
    changed_at = models.DateTimeField(_("geändert am"), null=True, blank=True, editable=False)

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "committees", "title", "starts_at", "ends_at", "timezone", "place", "is_online",
            "public_online_url", "is_public", "state", "cancelled_reason", "public_note", "sequence", "changed_at",
        ),
        PUBLIC,
    ) | dict.fromkeys(("online_url", "note", "proposed_by", "proposed_for"), INTERNAL)  # fmt: skip

    class Meta:
        verbose_name = _("Sitzung")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")), name="meeting_in_order"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_reason="") | Q(state="cancelled"), name="meeting_reason_if_cancelled"
            ),
            models.CheckConstraint(
                condition=Q(proposed_by__isnull=True, proposed_for__isnull=True)
                | Q(proposed_by__isnull=False, proposed_for__isnull=False),
                name="meeting_proposal_whole",
            ),
            models.UniqueConstraint(fields=["proposed_by", "proposed_for"], name="meeting_proposed_once"),
        )
        indexes = (models.Index(fields=["body", "starts_at"], name="meeting_by_start"),)

    def __str__(self) -> str:
        return self.title or f"{self.starts_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        """Whether it still lies ahead in its life: neither held nor cancelled."""
        return self.state in {self.State.DRAFT, self.State.SCHEDULED, self.State.INVITED}


class MeetingMove(OfBody):
    """That a meeting was moved: the time and place that held before, and why."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="moves")
    starts_at = models.DateTimeField(_("bisheriger Beginn"))
    ends_at = models.DateTimeField(_("bisheriges Ende"), null=True, blank=True)
    place = models.CharField(_("bisheriger Ort"), max_length=300, blank=True)
    reason = models.CharField(_("Grund"), max_length=300, blank=True)
    moved_at = models.DateTimeField(_("verlegt am"))

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "meeting", "starts_at", "ends_at", "place", "reason", "moved_at"), PUBLIC
    )

    class Meta:
        verbose_name = _("Verlegung")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="meeting_move_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d}"


class Minutes(OfBody):
    """The minutes of a meeting: published as ``public_file``, or withheld for a reason that everybody may read.

    ``file`` is what the members have; ``public_file`` the same or a redacted version.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        IN_REVIEW = "in_review", _("in Abstimmung")
        APPROVED = "approved", _("freigegeben")
        PUBLISHED = "published", _("veröffentlicht")
        WITHHELD = "withheld", _("nicht veröffentlicht")

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    state = models.CharField(_("Stand"), max_length=10, choices=State.choices, default=State.DRAFT)
    file = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Fassung für die Mitglieder"),
    )
    public_file = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Fassung für alle"),
    )
    approved_on = models.DateField(_("freigegeben am"), null=True, blank=True)
    published_on = models.DateField(_("veröffentlicht am"), null=True, blank=True)
    withheld_reason = models.CharField(_("Grund der Nichtveröffentlichung"), max_length=300, blank=True)

    classification: ClassVar = dict.fromkeys(
        ("body", "uid", "meeting", "state", "public_file", "approved_on", "published_on", "withheld_reason"),
        PUBLIC,
    ) | {"file": INTERNAL}

    class Meta:
        verbose_name = _("Protokoll")
        verbose_name_plural = _("Protokolle")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state="published") | Q(public_file__isnull=False, published_on__isnull=False),
                name="minutes_published_whole",
            ),
            models.CheckConstraint(
                condition=Q(state="published") | Q(published_on__isnull=True),
                name="minutes_published_on_if_published",
            ),
            models.CheckConstraint(
                condition=Q(state="withheld", withheld_reason__gt="")
                | (~Q(state="withheld") & Q(withheld_reason="")),
                name="minutes_reason_if_withheld",
            ),
        )

    def __str__(self) -> str:
        return f"{self._meta.verbose_name}: {self.meeting}"
