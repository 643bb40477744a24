"""What a form was filled in upon: a fingerprint by which an edit in between is noticed."""

from __future__ import annotations

from gremienwerk.committees.models import Committee, Membership
from gremienwerk.core.fingerprint import fingerprint

_OF_SEAT = (
    "committee_id", "organisation_id", "person_id", "role", "seats", "voting", "valid_from", "from_precision",
    "valid_until", "until_precision", "note",
)  # fmt: skip


def state_of_seat(*, membership: Membership) -> str:
    """A fingerprint of a seat; it differs as soon as anybody has ended or corrected it."""
    return fingerprint(values=[getattr(membership, name) for name in _OF_SEAT])


def state_of_committee(*, committee: Committee) -> str:
    """A fingerprint of a committee's own facts; it differs as soon as anybody has changed one. One query for topics."""
    plain = [
        getattr(committee, column.attname)
        for column in Committee._meta.concrete_fields
        if column.name not in {"confirmed_on", "confirmed_by", "rhythm"}
    ]
    return fingerprint(values=[*plain, sorted(committee.topics.values_list("pk", flat=True))])
