"""Who stands at the door: the signed-in user of a request, with the right type and what was granted to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from allauth.account.decorators import reauthentication_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse  # noqa: TID251 - used by views only
from django.utils.timezone import localdate  # noqa: TID251 - a door reads the clock

from gremienwerk.accounts.models import User
from gremienwerk.accounts.scopes import read_scopes
from gremienwerk.core.actor import Actor


def signed_in(request: HttpRequest) -> User:
    """Return the user who asks, with their scopes of today.

    Raises:
        PermissionDenied: if nobody is signed in (views stand behind ``login_required``, which asks first), or
            if the user's role is none that this version knows.
    """
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    if "scopes" not in vars(user):  # once a request: every request loads its user anew
        user.scopes = read_scopes(user=user, on=localdate())
    if not user.actor.roles:
        raise PermissionDenied
    return user


def actor_of(*, user: User, on: date) -> Actor:
    """Return who acts when this user does something on a day, for doors without a request."""
    user.scopes = read_scopes(user=user, on=on)
    return user.actor


def proven_recently(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let forms of a dangerous page through only if the user has proven lately who it is (a view decorator).

    Whoever has not is asked; then the form goes on as it was sent. Users without password and second
    factor, such as the clerk of the demo, have nothing to prove it with and are let through.
    """
    return reauthentication_required(view, allow_get=True)  # type: ignore[no-any-return]  # the library has no types
