"""What a form was filled in upon: a fingerprint by which an edit in between is noticed."""

from __future__ import annotations

import hashlib
import json

from gremienwerk.committees.models import Membership

_OF_SEAT = (
    "committee_id", "organisation_id", "person_id", "role", "seats", "voting", "valid_from", "from_precision",
    "valid_until", "until_precision", "note",
)  # fmt: skip


def state_of_seat(*, membership: Membership) -> str:
    """A fingerprint of a seat; it differs as soon as anybody has ended or corrected it."""
    return _fingerprint([getattr(membership, name) for name in _OF_SEAT])


def _fingerprint(values: list[object]) -> str:
    plain = json.dumps(values, ensure_ascii=False, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()[:32]
