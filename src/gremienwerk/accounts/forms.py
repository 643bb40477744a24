"""What somebody enters who has been invited."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gremienwerk.accounts.models import User

_REQUIRED = {"required": _("Bitte ein Kennwort angeben.")}


class ChoosePasswordForm(forms.Form):
    """The first password, twice; checked by the rules of the settings."""

    password = forms.CharField(
        label=_("Kennwort, mindestens zwölf Zeichen"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages=_REQUIRED,
    )
    repeated = forms.CharField(
        label=_("Kennwort wiederholen"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages=_REQUIRED,
    )

    def __init__(self, *args: Any, invited: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"use_required_attribute": False, "label_suffix": ""})
        self._invited = invited

    def clean_password(self) -> str:
        """Refuse what is short, usual, or like the user's own name."""
        password = str(self.cleaned_data["password"])
        validate_password(password, self._invited)
        return password

    def clean_repeated(self) -> str:
        """Refuse a slip of the finger."""
        repeated = str(self.cleaned_data["repeated"])
        if "password" in self.cleaned_data and repeated != self.cleaned_data["password"]:
            raise ValidationError(_("Bitte geben Sie beide Male dasselbe Kennwort ein."))
        return repeated
