"""The field for a day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y"]
_DAY_WANTED = _("Bitte einen Tag angeben, zum Beispiel 15.05.2022.")
_WRONG_DAY = {"invalid": _DAY_WANTED, "required": _DAY_WANTED}


class DayField(forms.DateField):
    """A day, by the browser's picker or typed as 15.05.2022."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        widget.input_type = "date"
        super().__init__(input_formats=_DAY_FORMATS, widget=widget, error_messages=_WRONG_DAY, **options)
