"""What stands in a letter to those whom no mail reaches."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from gremienwerk.core.forms import PlainForm


class LetterForm(PlainForm):
    """Subject, words and the name below."""

    subject = forms.CharField(
        label=_("Betreff"), max_length=200, error_messages={"required": _("Bitte sagen, worum es geht.")}
    )
    text = forms.CharField(
        label=_("Text"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Anrede und Gruß setzt das Programm. Eine leere Zeile beginnt einen neuen Absatz."),
        error_messages={"required": _("Bitte den Text des Briefs schreiben.")},
    )
    signed = forms.CharField(
        label=_("Unterschrift"), max_length=200, error_messages={"required": _("Bitte einen Namen angeben.")}
    )
