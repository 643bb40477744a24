"""To whom something can be granted besides the role."""

from __future__ import annotations

from gremienwerk.accounts.models import User
from gremienwerk.core.actor import SCOPED, Role
from gremienwerk.core.errors import UserFacingError


def require_grantable(*, user: User, body: int) -> None:
    """Refuse a grant that could not take effect, so that nobody relies on it.

    Raises:
        UserFacingError: if the user works for another body or is locked out, may change everything already, or
            only reads.
    """
    if user.body_id != body:
        raise UserFacingError("Dieses Konto gehört zu einer anderen Körperschaft.", field="user")
    if not user.is_active:
        raise UserFacingError(f"Das Konto von {user} ist gesperrt. Bitte zuerst freischalten.", field="user")
    if user.role == Role.AUDITOR:
        raise UserFacingError(f"{user} hat die Rolle „Lesen“. Bitte zuerst die Rolle ändern.", field="user")
    if user.role not in {role.value for role in Role if role in SCOPED}:
        raise UserFacingError(
            f"{user} darf mit der Rolle „{user.get_role_display()}“ schon alles im Register ändern.",
            field="user",
        )
