"""Who sends."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class SenderForm(forms.Form):
    """From whom the body's mail comes."""

    name = forms.CharField(
        label=_("Name des Absenders"),
        required=False,
        max_length=200,
        help_text=_("Leer: der Name Ihrer Stadt."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    address = forms.EmailField(
        label=_("Adresse des Absenders"),
        required=False,
        help_text=_(
            "Der Mailserver muss für diese Adresse versenden dürfen. Leer: die Adresse der Installation."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    reply_to = forms.EmailField(
        label=_("Antworten gehen an"),
        required=False,
        help_text=_("Leer: an den Absender."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    closing = forms.CharField(
        label=_("Schluss jeder Nachricht"),
        required=False,
        max_length=1000,
        help_text=_("Zum Beispiel Anschrift, Telefon und Sprechzeiten."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
