"""Creating users."""

from __future__ import annotations

from django.db import transaction

from gremienwerk.accounts.models import User
from gremienwerk.accounts.rules import require_user_administrator
from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import UserFacingError


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
