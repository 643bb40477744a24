"""The city's own sign-on (OpenID Connect): who comes from there is matched to an invited user, or stays outside."""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.http import HttpRequest  # noqa: TID251 - the library hands it over
from django.shortcuts import render  # noqa: TID251 - the library asks for an answer

from gremienwerk.accounts.actions import connect_sign_on
from gremienwerk.accounts.models import User


class SignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Nobody gets an account by coming from the sign-on; nothing the sign-on tells about a person is kept."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Always no: accounts are created by the body's administration."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Match whoever comes for the first time by an address that the sign-on vouches for.

        Raises:
            ImmediateHttpResponse: if the sign-on was asked for something else than signing in.
        """
        if sociallogin.state.get("process", AuthProcess.LOGIN) != AuthProcess.LOGIN:
            self.on_authentication_error(request, None)
        account: SocialAccount = sociallogin.account
        account.extra_data = {}
        if account.pk:
            account.save(update_fields=["extra_data"])
        elif user := _invited(sociallogin):
            connect_sign_on(user=user, account=account)
            sociallogin.user = user

    def on_authentication_error(self, request: HttpRequest, provider: Any, **told: Any) -> None:
        """Say in our words that it did not work; what the sign-on told is for the log, not for the page."""
        raise ImmediateHttpResponse(render(request, "account/sign_on_failed.html", status=401))


def _invited(sociallogin: SocialLogin) -> User | None:
    """The active user whose address the sign-on vouches for, if there is one."""
    vouched = {
        address.email.lower()
        for address in sociallogin.email_addresses
        if address.verified or settings.SIGN_ON_VOUCHES
    }
    return User.objects.filter(email__in=vouched, is_active=True).first()
