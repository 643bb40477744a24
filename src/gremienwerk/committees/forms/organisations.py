"""What happens to an organisation: it gets another name, or another place in the tree."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gremienwerk.committees.forms.life import RenameForm
from gremienwerk.core.forms import Choices, DayField, PlainForm


class RenameOrganisationForm(RenameForm):
    """A new name from a day on."""

    def clean_name(self) -> str:
        """A name of blanks is none."""
        name = str(self.cleaned_data["name"]).strip()
        if name == self.initial.get("name") and self.data.get("short_name") == self.initial.get("short_name"):
            raise forms.ValidationError(
                _("So heißt die Organisation schon. Bitte den neuen Namen eintragen.")
            )
        return name


class MoveOrganisationForm(PlainForm):
    """Another place in the tree from a day on."""

    parent = forms.ChoiceField(label=_("Wozu gehört sie künftig?"), required=False)
    on = DayField(label=_("Ab welchem Tag?"), help_text=_("Davor steht überall die bisherige Stellung."))
    why = forms.CharField(
        label=_("Anlass"),
        required=False,
        max_length=500,
        help_text=_("Zum Beispiel „Neuordnung zum 1. März“. Steht nur im Protokoll der Änderungen."),
    )

    def __init__(self, *args: Any, organisations: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("parent", organisations, empty=_("keine, sie steht für sich"))

    def clean_parent(self) -> str:
        """Where it stands already is no move."""
        parent = str(self.cleaned_data["parent"])
        if parent == self.initial.get("parent"):
            raise forms.ValidationError(
                _("Dort steht die Organisation schon. Bitte die neue Stellung wählen.")
            )
        return parent
