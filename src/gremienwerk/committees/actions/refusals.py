"""Why a seat cannot be given or changed, in the sentence a clerk needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from gremienwerk.committees.models import Committee, Membership
from gremienwerk.committees.queries.state import state_of_committee, state_of_seat
from gremienwerk.core.dates import write_day
from gremienwerk.core.errors import ChangedMeanwhile, UserFacingError
from gremienwerk.core.overlap import violated


class SeatTaken(UserFacingError):
    """An equal seat exists in that time, or somebody else holds the chair."""


def require_unmoved(membership: Membership, seen: str) -> None:
    """Refuse if the seat is not in the state on which the clerk decided; call it inside the change.

    Raises:
        ChangedMeanwhile: with a German message.
    """
    stored = Membership.objects.select_for_update().get(pk=membership.pk)
    if seen and seen != state_of_seat(membership=stored):
        raise ChangedMeanwhile(
            "Dieser Sitz wurde inzwischen von anderer Seite geändert. Ihre Angaben sind noch nicht gespeichert. "
            "Oben steht, was jetzt gilt; noch einmal speichern ersetzt es."
        )


def require_unmoved_committee(committee: Committee, seen: str) -> None:
    """Refuse if the committee is not in the state on which the clerk decided; call it inside the change.

    Raises:
        ChangedMeanwhile: with a German message.
    """
    stored = Committee.objects.select_for_update().get(pk=committee.pk)
    if seen and seen != state_of_committee(committee=stored):
        raise ChangedMeanwhile(
            "Dieses Gremium wurde inzwischen von anderer Seite geändert. Ihre Angaben sind noch nicht gespeichert. "
            "Bitte vergleichen Sie; noch einmal speichern ersetzt, was jetzt gespeichert ist."
        )


def check_period(start: date | None, end: date | None) -> None:
    """Refuse a period that ends before it begins; the field named is the end.

    Raises:
        UserFacingError: with a German message.
    """
    if start is not None and end is not None and end <= start:
        raise UserFacingError(
            f"Das Ende ({write_day(end)}) muss nach dem Beginn ({write_day(start)}) liegen.",
            field="valid_until",
        )


@contextmanager
def explained(holder: str = "Die Organisation") -> Iterator[None]:
    """Turn a violated constraint into the sentence a clerk needs."""
    try:
        with transaction.atomic():
            yield
    except (IntegrityError, ValidationError) as error:
        if violated(error, name="membership_no_equal_seat"):
            raise SeatTaken(
                f"„{holder}“ hat in dieser Zeit schon einen Sitz mit dieser Rolle. Bitte dort die Zahl der Sitze ändern "
                "oder einen anderen Zeitraum wählen.",
                field="organisation",
            ) from error
        if violated(error, name="membership_one_chair"):
            raise SeatTaken(
                "In dieser Zeit hat schon jemand den Vorsitz. Bitte zuerst jenen Sitz beenden.", field="role"
            ) from error
        if violated(error, name="dormancy_no_overlap"):
            raise UserFacingError(
                "In dieser Zeit ruht das Gremium schon. Bitte einen anderen Zeitraum wählen.", field="on"
            ) from error
        if violated(error, name="representative_no_overlap"):
            raise SeatTaken(
                "Diese Person füllt den Sitz in dieser Zeit schon aus.", field="person"
            ) from error
        raise
