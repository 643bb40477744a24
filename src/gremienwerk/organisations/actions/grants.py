"""A user is made to speak for a unit, and no longer."""

from __future__ import annotations

from gremienwerk.accounts.grants import require_grantable
from gremienwerk.accounts.models import User
from gremienwerk.accounts.rules import require_user_administrator
from gremienwerk.audit.change import change
from gremienwerk.core.actor import Actor
from gremienwerk.organisations.models import Organisation, UnitGrant


def grant_unit(*, user: User, organisation: Organisation, by: Actor, why: str = "") -> UnitGrant:
    """Let a user speak for a unit and for all below it. Granting twice changes nothing.

    Raises:
        NotAllowed: if the actor does not administer the users of this body.
        UserFacingError: if the user works for another body, or has a role to which grants do not apply.
    """
    require_user_administrator(actor=by, body=organisation.body_id)
    require_grantable(user=user, body=organisation.body_id)
    present = UnitGrant.objects.filter(user=user, organisation=organisation).first()
    if present is not None:
        return present
    with change(by=by, body=organisation.body_id, why=why) as made:
        grant = UnitGrant(body_id=organisation.body_id, user=user, organisation=organisation)
        made.create(grant, action="organisations.grant_unit")
    return grant


def revoke_unit(*, grant: UnitGrant, by: Actor, why: str = "") -> None:
    """Take a unit away from a user, at once.

    Raises:
        NotAllowed: if the actor does not administer the users of this body.
    """
    require_user_administrator(actor=by, body=grant.body_id)
    with change(by=by, body=grant.body_id, why=why) as made:
        made.remove(grant, action="organisations.revoke_unit")
