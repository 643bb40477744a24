"""What somebody without an account fills in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class FeedbackForm(forms.Form):
    """A message; ``second_address`` is a trap that people do not see and programs fill in."""

    text = forms.CharField(
        label=_("Was möchten Sie uns sagen?"),
        help_text=_(
            "Zum Beispiel: was Sie tun wollten, was nicht ging, welches Gerät oder Programm Sie benutzen."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
        error_messages={"required": _("Bitte schreiben Sie, was Sie uns sagen möchten.")},
    )
    name = forms.CharField(
        label=_("Ihr Name"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse, wenn Sie eine Antwort möchten"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
        error_messages={
            "invalid": _("Diese E-Mail-Adresse ist nicht vollständig. Beispiel: name@beispiel.de")
        },
    )
    page = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
    second_address = forms.CharField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"use_required_attribute": False, "label_suffix": ""})

    @property
    def is_trapped(self) -> bool:
        """Whether the field that people do not see has been filled in."""
        return bool(self.cleaned_data.get("second_address"))
