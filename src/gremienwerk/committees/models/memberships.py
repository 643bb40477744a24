"""Memberships: the unit or institution holds the seat, a person fills it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gremienwerk.audit.records import RecordedQuerySet
from gremienwerk.bodies.models import OfBody
from gremienwerk.committees.models.committees import Committee
from gremienwerk.committees.models.relations import period_check
from gremienwerk.core.classification import Classification
from gremienwerk.core.dates import Certainty, Precision, day_before, widen
from gremienwerk.core.overlap import NoOverlap
from gremienwerk.organisations.models import Organisation, Person

PUBLIC, INTERNAL, PERSONAL = Classification.PUBLIC, Classification.INTERNAL, Classification.PERSONAL
_EXACT = Precision.DAY.value


class Role(models.TextChoices):
    """What a seat is for; said here once and nowhere else."""

    LEAD = "lead", _("Federführung")
    SECRETARIAT = "secretariat", _("Geschäftsführung")
    CHAIR = "chair", _("Vorsitz")
    DEPUTY_CHAIR = "deputy_chair", _("stellvertretender Vorsitz")
    MODERATION = "moderation", _("Moderation")
    MEMBER = "member", _("Mitglied")
    ADVISORY = "advisory", _("beratendes Mitglied")
    GUEST = "guest", _("ständiger Gast")


class MembershipQuerySet(RecordedQuerySet["Membership"]):
    """Reads of memberships; every one of them passes a date."""

    def on(self, day: date) -> MembershipQuerySet:
        """Those whose period holds the day, the half-open end excluded."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_until__isnull=True) | Q(valid_until__gt=day),
        )


class Membership(OfBody):
    """A seat of an organisation (or of a person in their own right) in a committee with one role.

    ``valid_from`` is the first day on which the seat may have existed and ``valid_until`` the first on which
    it surely does no longer; their precisions say how exactly each is known.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="own_seats"
    )
    role = models.CharField(_("Rolle"), max_length=12, choices=Role.choices, default=Role.MEMBER)
    seats = models.PositiveSmallIntegerField(_("Zahl der Sitze"), default=1)
    voting = models.BooleanField(_("stimmberechtigt"), null=True, blank=True)
    valid_from = models.DateField(_("gültig ab"), null=True, blank=True)
    from_precision = models.CharField(max_length=8, default=_EXACT, editable=False)
    valid_until = models.DateField(_("gültig bis (ausschließlich)"), null=True, blank=True)
    until_precision = models.CharField(max_length=8, default=_EXACT, editable=False)
    note = models.CharField(_("Bemerkung"), max_length=300, blank=True)

    objects: ClassVar[Any] = MembershipQuerySet.as_manager()

    classification: ClassVar = dict.fromkeys(
        (
            "body", "uid", "committee", "organisation", "role", "seats", "voting", "valid_from", "from_precision",
            "valid_until", "until_precision",
        ),
        PUBLIC,
    ) | {"person": PERSONAL, "note": INTERNAL}  # fmt: skip

    class Meta:
        verbose_name = _("Sitz")
        constraints = (
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, person__isnull=True)
                | Q(organisation__isnull=True, person__isnull=False),
                name="membership_one_holder",
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="membership_has_seats"),
            period_check("membership_period"),
            NoOverlap(
                name="membership_no_equal_seat",
                keys=("committee", "organisation", "person", "role"),
                start="valid_from",
                end="valid_until",
            ),
            NoOverlap(
                name="membership_one_chair",
                keys=("committee",),
                start="valid_from",
                end="valid_until",
                only=("role", "chair"),
            ),
        )
        indexes = (
            models.Index(
                fields=["committee", "valid_from", "valid_until", "organisation", "role"],
                name="membership_of_committee",
            ),
            models.Index(
                fields=["organisation", "valid_from", "valid_until", "committee", "role"],
                name="membership_of_organisation",
            ),
            models.Index(fields=["body", "valid_from", "valid_until"], name="membership_as_of"),
        )

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.organisation or self.person}"

    def holds(self, *, on: date) -> Certainty:
        """Whether the seat exists on the day, as far as its dates are known."""
        return seat_certainty(
            self.valid_from, self.from_precision, self.valid_until, self.until_precision, on=on
        )


def seat_certainty(
    start: date | None, start_precision: str, end: date | None, end_precision: str, *, on: date
) -> Certainty:
    """Whether a period with vague ends holds a day.

    Args:
        start: first possible day, None if unknown.
        start_precision: value of ``Precision`` for the start.
        end: first day on which the period is surely over, None if open.
        end_precision: value of ``Precision`` for the end.
        on: the day asked about.
    """
    if (start is not None and on < start) or (end is not None and on >= end):
        return Certainty.NO
    if (
        start is not None
        and start_precision != _EXACT
        and on < widen(start, Precision(start_precision)).latest
    ):
        return Certainty.UNCERTAIN
    if end is not None and end_precision != _EXACT:
        earliest_end = widen(day_before(end), Precision(end_precision)).earliest
        if earliest_end is None or on >= earliest_end:
            return Certainty.UNCERTAIN
    return Certainty.YES


class Representative(OfBody):
    """Which person fills a seat during a period, as first or as deputy (Entsendung; OParl: onBehalfOf)."""

    class Position(models.TextChoices):
        FIRST = "first", _("Vertretung")
        DEPUTY = "deputy", _("Stellvertretung")

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="representatives")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations")
    position = models.CharField(_("Stellung"), max_length=8, choices=Position.choices, default=Position.FIRST)
    valid_from = models.DateField(_("gültig ab"), null=True, blank=True)
    valid_until = models.DateField(_("gültig bis (ausschließlich)"), null=True, blank=True)

    classification: ClassVar = {
        "body": INTERNAL,
        "uid": INTERNAL,
        "membership": PERSONAL,
        "person": PERSONAL,
        "position": INTERNAL,
        "valid_from": INTERNAL,
        "valid_until": INTERNAL,
    }

    class Meta:
        verbose_name = _("Entsendung")
        constraints = (
            period_check("representative_period"),
            NoOverlap(
                name="representative_no_overlap",
                keys=("membership", "person"),
                start="valid_from",
                end="valid_until",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} ({self.get_position_display()})"
