"""All seats of an organisation go over to another."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gremienwerk.core.forms import Choices, DayField, PlainForm

_WANTED = _("Bitte wählen, wer die Sitze übernimmt.")


class HandoverForm(PlainForm):
    """Who takes over all seats, and from which day on."""

    successor = forms.ChoiceField(
        label=_("Wer übernimmt die Sitze?"), error_messages={"required": _WANTED, "invalid_choice": _WANTED}
    )
    on = DayField(label=_("Ab welchem Tag?"))
    with_people = forms.BooleanField(
        label=_("Die Personen, die die Sitze ausfüllen, gehen mit"), required=False, initial=True
    )
    why = forms.CharField(
        label=_("Anlass"),
        required=False,
        max_length=500,
        help_text=_("Zum Beispiel „Neuordnung zum 1. März“. Steht nur im Protokoll der Änderungen."),
    )

    def __init__(self, *args: Any, organisations: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("successor", organisations, empty=_("Bitte wählen"))
