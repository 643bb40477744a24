"""Which committees a user keeps."""

from __future__ import annotations

from datetime import date

from gremienwerk.accounts.models import User
from gremienwerk.committees.models import CommitteeGrant


def committees_kept(user: User, on: date) -> frozenset[int]:  # noqa: ARG001 - one shape for all scopes
    """Primary keys of the committees whose office the user holds."""
    return frozenset(
        CommitteeGrant.objects.filter(user=user, body=user.body_id).values_list("committee_id", flat=True)
    )
