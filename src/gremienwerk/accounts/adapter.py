"""How django-allauth behaves here."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
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
