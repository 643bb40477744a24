"""All seats of an organisation, or all that a person fills, go over to another."""

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


_PERSON_WANTED = _("Bitte wählen, wer übernimmt.")


class PersonHandoverForm(PlainForm):
    """Who fills the seats in the place of a person, from which day on, and for how long."""

    successor = forms.ChoiceField(
        label=_("Wer übernimmt?"),
        error_messages={"required": _PERSON_WANTED, "invalid_choice": _PERSON_WANTED},
    )
    on = DayField(label=_("Ab welchem Tag?"))
    last = DayField(
        label=_("Letzter Tag der Abwesenheit"),
        required=False,
        help_text=_("Leer: Die Person geht für immer. Sonst füllt sie ihre Sitze am Tag danach wieder aus."),
    )
    why = forms.CharField(
        label=_("Anlass"),
        required=False,
        max_length=500,
        help_text=_("Zum Beispiel „Elternzeit“. Steht nur im Protokoll der Änderungen."),
    )

    def __init__(self, *args: Any, persons: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("successor", persons, empty=_("Bitte wählen"))

    def clean(self) -> dict[str, Any]:
        """Refuse an absence that ends before it begins."""
        given = super().clean() or {}
        if given.get("on") and given.get("last") and given["last"] < given["on"]:
            self.add_error("last", _("Der letzte Tag der Abwesenheit liegt vor dem ersten."))
        return given
