"""What staff fill in about reminders and proposals."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class RemindingForm(forms.Form):
    """Whether and when leads are asked."""

    is_active = forms.BooleanField(
        label=_("Das Register schreibt von selbst, sobald eine Bestätigung fällig ist"), required=False
    )
    confirm_every_days = forms.IntegerField(
        label=_("Eine Bestätigung gilt so viele Tage"), min_value=30, max_value=1825
    )
    again_after_days = forms.IntegerField(
        label=_("Zweite Erinnerung nach so vielen Tagen ohne Antwort"), min_value=3, max_value=180
    )
    escalate_after_days = forms.IntegerField(
        label=_("Danach so viele Tage warten, bis jemand von Ihnen nachfragt"), min_value=3, max_value=180
    )
    escalate_to = forms.EmailField(
        label=_("Wer erfährt es per E-Mail, wenn niemand antwortet?"),
        help_text=_("Leer: Es steht nur auf der Liste der Bestätigungen."),
        required=False,
    )


class DeclineForm(forms.Form):
    """Why a proposal is not taken over."""

    reason = forms.CharField(label=_("Grund der Ablehnung"), required=False, max_length=300)
