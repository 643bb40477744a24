"""Who stands at the door: the signed-in user of a request, with the right type."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest  # noqa: TID251 - used by views only

from gremienwerk.accounts.models import User


def signed_in(request: HttpRequest) -> User:
    """Return the user who asks.

    Raises:
        PermissionDenied: if nobody is signed in; views stand behind ``login_required``, which asks first.
    """
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
