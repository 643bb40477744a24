"""Taking back the last act."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from gremienwerk.core.forms import PlainForm


class UndoActForm(PlainForm):
    """Which act, and why."""

    act = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(label=_("Anlass"), required=False, max_length=500)
