"""How django-allauth behaves here."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class ClosedSignUpAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by themselves; accounts are created by the body's administration."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Always no."""
        return False
