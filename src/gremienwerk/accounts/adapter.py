"""How django-allauth behaves here."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class ClosedSignUpAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by themselves; accounts are created by the body's administration."""

    # The library's own words say "du" and "Passwort".
    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("Diese E-Mail-Adresse und dieses Kennwort gehören nicht zusammen."),
        "incorrect_password": _("Das Kennwort stimmt nicht."),
        "too_many_login_attempts": _(
            "Zu viele Versuche. Bitte warten Sie einige Minuten, bevor Sie es wieder versuchen."
        ),
        "enter_current_password": _("Bitte geben Sie Ihr jetziges Kennwort ein."),
        "password_mismatch": _("Bitte geben Sie beide Male dasselbe Kennwort ein."),
    }

    def is_open_for_signup(self, request: Any) -> bool:
        """Always no."""
        return False


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys, one-time codes and recovery codes, in our words."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Dieser Code stimmt nicht oder gilt nicht mehr."),
        "cannot_delete_authenticator": _("Dieser zweite Faktor lässt sich nicht entfernen."),
        "cannot_generate_recovery_codes": _(
            "Ersatzcodes gibt es erst, wenn ein Passkey oder eine App eingerichtet ist."
        ),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 - the library's name
        """Propose a name for a new key."""
        return gettext("Mein Passkey")
