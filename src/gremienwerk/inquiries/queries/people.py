"""Who speaks for a unit, so that they can be written to."""

from __future__ import annotations

from datetime import date

from gremienwerk.accounts.models import User
from gremienwerk.core.actor import SCOPED
from gremienwerk.organisations.models import UnitGrant
from gremienwerk.organisations.queries import tree_on


def speakers_of(*, body: int, unit: int, on: date) -> list[User]:
    """Active users who were granted a unit, or else the nearest one above it for which somebody speaks.

    Args:
        body: primary key of the body.
        unit: primary key of the unit.
        on: the day of the tree.
    """
    grants = UnitGrant.objects.filter(
        body=body, user__is_active=True, user__role__in=[role.value for role in SCOPED]
    ).select_related("user")
    speakers: dict[int, list[User]] = {}
    for grant in grants.order_by("user__email"):
        speakers.setdefault(grant.organisation_id, []).append(grant.user)
    nearest = (unit, *tree_on(body=body, on=on).ancestors(unit))
    return next((speakers[one] for one in nearest if one in speakers), [])
