"""The office of a committee is granted to a user, and taken away again."""

from __future__ import annotations

from gremienwerk.accounts.grants import require_grantable
from gremienwerk.accounts.models import User
from gremienwerk.accounts.rules import require_user_administrator
from gremienwerk.audit.change import change
from gremienwerk.committees.models import Committee, CommitteeGrant
from gremienwerk.core.actor import Actor


def grant_committee(*, user: User, committee: Committee, by: Actor, why: str = "") -> CommitteeGrant:
    """Let a user change one committee: its facts, seats, meetings and minutes. Granting twice changes nothing.

    Raises:
        NotAllowed: if the actor does not administer the users of this body.
        UserFacingError: if the user works for another body, or has a role to which grants do not apply.
    """
    require_user_administrator(actor=by, body=committee.body_id)
    require_grantable(user=user, body=committee.body_id)
    present = CommitteeGrant.objects.filter(user=user, committee=committee).first()
    if present is not None:
        return present
    with change(by=by, body=committee.body_id, why=why) as made:
        grant = CommitteeGrant(body_id=committee.body_id, user=user, committee=committee)
        made.create(grant, action="committees.grant")
    return grant


def revoke_committee(*, grant: CommitteeGrant, by: Actor, why: str = "") -> None:
    """Take the office of a committee away from a user, at once.

    Raises:
        NotAllowed: if the actor does not administer the users of this body.
    """
    require_user_administrator(actor=by, body=grant.body_id)
    with change(by=by, body=grant.body_id, why=why) as made:
        made.remove(grant, action="committees.revoke")
