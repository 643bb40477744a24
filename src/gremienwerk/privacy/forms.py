"""Erasing a person asks for a reason and for a second look."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ErasureForm(forms.Form):
    """Why somebody is erased, how far, and that the preview was read."""

    reason = forms.CharField(
        label=_("Grund"),
        max_length=300,
        help_text=_("Er steht an den gesperrten Dateien und nennt niemanden beim Namen."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    alone = forms.BooleanField(
        label=_(
            "Auch den bloßen Familiennamen aus Texten nehmen; andere Personen dieses Namens verlieren ihn dort auch"
        ),
        required=False,
    )
    sure = forms.BooleanField(
        label=_("Ich habe gelesen, was gelöscht wird. Die Löschung lässt sich nicht zurücknehmen."),
        error_messages={"required": _("Bitte bestätigen Sie, dass Sie die Vorschau gelesen haben.")},
    )
