"""Work on an answer is shared: items are given to units, talked about, and the whole is signed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gremienwerk.core.forms import DayField
from gremienwerk.inquiries.forms.receiving import Choices
from gremienwerk.inquiries.models import SignOffStep

STEPS = 6
"""How many steps a chain may have."""


class AssignForm(forms.Form):
    """Which items go to which unit, until when."""

    items = forms.MultipleChoiceField(
        label=_("Punkte"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Bitte mindestens einen Punkt wählen.")},
    )
    unit = forms.ChoiceField(
        label=_("Zuständige Einheit"),
        required=False,
        help_text=_("Wer für die Einheit spricht, bekommt eine E-Mail und sieht nur diese Punkte."),
    )
    due_on = DayField(label=_("Zulieferung bis"), required=False)

    def __init__(self, *args: Any, items: Choices, units: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["items"].choices = list(items)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["unit"].choices = [("", _("keine")), *units]  # type: ignore[attr-defined]  # a ChoiceField


class CommentForm(forms.Form):
    """A remark on an item."""

    text = forms.CharField(
        label=_("Kommentar"),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Lesen nur, die an der Antwort arbeiten; er kommt nie in die Antwort."),
        error_messages={"required": _("Bitte den Kommentar eintragen.")},
    )


class CosignatureForm(forms.Form):
    """Which unit is to sign, until when."""

    unit = forms.ChoiceField(label=_("Einheit"), error_messages={"required": _("Bitte eine Einheit wählen.")})
    due_on = DayField(label=_("Mitzeichnung bis"), required=False)

    def __init__(self, *args: Any, units: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = [("", _("bitte wählen")), *units]  # type: ignore[attr-defined]  # a ChoiceField


class SignForm(forms.Form):
    """A signature, or why there is none."""

    reason = forms.CharField(
        label=_("Grund der Ablehnung"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Nur nötig, wenn Sie ablehnen. Die Antwort geht damit an die Sachbearbeitung zurück."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class StepsForm(forms.Form):
    """The steps of the sign-off chain, each a unit or a role; empty ones are left out."""

    def __init__(self, *args: Any, units: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        roles = [(role.value, _("Rolle %(role)s") % {"role": role.label}) for role in SignOffStep.Roles]
        choices = [("", _("kein Schritt")), *roles, *units]
        for place in range(1, STEPS + 1):
            self.fields[f"step_{place}"] = forms.ChoiceField(
                label=_("Schritt %(place)s") % {"place": place}, required=False, choices=choices
            )

    @property
    def chosen(self) -> list[str]:
        """Roles and identifiers of units in their order."""
        given = (self.cleaned_data[f"step_{place}"] for place in range(1, STEPS + 1))
        return [one for one in given if one]
