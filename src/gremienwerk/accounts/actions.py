"""Users are created, invited, given another role, locked out and let in again."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from gremienwerk.accounts.models import Invitation, User
from gremienwerk.accounts.rules import require_user_administrator
from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import UserFacingError

INVITATION_HOLDS = timedelta(days=7)


class Invited(NamedTuple):
    """An invitation and the secret of its link, which is stored nowhere."""

    invitation: Invitation
    secret: str


def create_user(*, body: Body, email: str, name: str, role: Role, password: str | None, by: Actor) -> User:
    """Create a user of a body.

    Raises:
        NotAllowed: if the actor may not administer users.
        UserFacingError: if the address is in use.
    """
    require_user_administrator(actor=by, body=body.pk)
    if User.objects.filter(email__iexact=email).exists():
        raise UserFacingError(f"Ein Konto mit der Adresse {email} gibt es schon.", field="email")
    with transaction.atomic(), change(by=by, body=body.pk) as made:
        user = User.objects.create_user(email=email, name=name, body=body, role=role, password=password)
        made.note(
            user,
            action="accounts.create",
            values={"email": (None, email), "name": (None, name), "role": (None, role.value)},
        )
    return user


def invite_user(*, user: User, at: datetime, by: Actor) -> Invited:
    """Make a link with which the user chooses a password; earlier links of theirs end.

    Args:
        user: one who has not signed in by a password yet, or has lost every other way.
        at: now, with time zone.
        by: who invites.

    Raises:
        NotAllowed: if the actor may not administer users.
        UserFacingError: if the user is locked out.
    """
    require_user_administrator(actor=by, body=user.body_id)
    if not user.is_active:
        raise UserFacingError(f"Das Konto von {user} ist gesperrt. Bitte zuerst freischalten.")
    secret = secrets.token_urlsafe(32)
    with change(by=by, body=user.body_id) as made:
        for earlier in Invitation.objects.filter(user=user, accepted_at__isnull=True, expires_at__gt=at):
            made.update(earlier, action="accounts.end_invitation", expires_at=at)
        invitation = Invitation(
            body_id=user.body_id, user=user, digest=_digest(secret), expires_at=at + INVITATION_HOLDS
        )
        made.create(invitation, action="accounts.invite")
    return Invited(invitation, secret)


def open_invitation(*, secret: str, at: datetime) -> Invitation | None:
    """The invitation of a link, None if there is none, or it was used, has expired, or its user is locked out."""
    found = Invitation.objects.select_related("user").filter(digest=_digest(secret)).first()
    return found if found and found.is_open(at=at) and found.user.is_active else None


def accept_invitation(*, secret: str, password: str, at: datetime) -> User:
    """Have the invited user choose a password; the link is used up.

    Raises:
        UserFacingError: if the link is not good any more.
    """
    with transaction.atomic():
        invitation = open_invitation(secret=secret, at=at)
        if invitation is None:
            raise UserFacingError(
                "Dieser Link gilt nicht mehr. Bitten Sie die Administration um einen neuen."
            )
        user = invitation.user
        with change(by=user.actor, body=user.body_id) as made:
            made.update(invitation, action="accounts.accept_invitation", accepted_at=at)
            user.set_password(password)
            user.save(update_fields=["password"])
    return user


def connect_sign_on(*, user: User, account: SocialAccount) -> None:
    """Note that a person of the city's sign-on is this user; from then on the sign-on's own name for them counts.

    Args:
        user: whose address the sign-on has vouched for.
        account: not yet stored; holds the sign-on's name for the person (``sub``, OpenID Connect Core 1.0, 5.7).
    """
    with change(by=user.actor, body=user.body_id) as made:
        account.user = user
        account.save()
        made.note(user, action="accounts.connect_sign_on", values={"sign_on": (None, account.provider)})


def change_role(*, user: User, role: Role, by: Actor, why: str = "") -> None:
    """Give a user another role; what was granted besides stays and takes effect as far as the new role allows.

    Raises:
        NotAllowed: if the actor may not administer users.
        UserFacingError: if the actor is the user: otherwise the last administrator could be lost.
    """
    require_user_administrator(actor=by, body=user.body_id)
    _refuse_oneself(user, by)
    with change(by=by, body=user.body_id, why=why) as made:
        made.update(user, action="accounts.change_role", role=role.value)


def lock_user(*, user: User, by: Actor, why: str = "") -> None:
    """Keep a user out from now on; their sessions end with the next request, their invitations cannot be used.

    Raises:
        NotAllowed: if the actor may not administer users.
        UserFacingError: if the actor is the user.
    """
    require_user_administrator(actor=by, body=user.body_id)
    _refuse_oneself(user, by)
    with change(by=by, body=user.body_id, why=why) as made:
        made.update(user, action="accounts.lock", is_active=False)


def unlock_user(*, user: User, by: Actor, why: str = "") -> None:
    """Let a user in again.

    Raises:
        NotAllowed: if the actor may not administer users.
    """
    require_user_administrator(actor=by, body=user.body_id)
    with change(by=by, body=user.body_id, why=why) as made:
        made.update(user, action="accounts.unlock", is_active=True)


def _refuse_oneself(user: User, by: Actor) -> None:
    if by.key == str(user.pk):
        raise UserFacingError("Das eigene Konto ändert jemand anderes aus der Administration.")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
