"""What somebody fills in behind a one-time link."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gremienwerk.committees.models import Committee
from gremienwerk.participation.proposing import (
    LONG,
    PROPOSABLE,
    ProposedChange,
    field_of,
    proposed_changes,
)


class ProposalForm(forms.Form):
    """What has changed: the facts as they stand, to write over, and a field for everything else."""

    text = forms.CharField(
        label=_("Was hat sich sonst geändert?"),
        help_text=_("Zum Beispiel, wer neu dabei ist oder nicht mehr mitwirkt."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    name = forms.CharField(
        label=_("Ihr Name, falls wir nachfragen dürfen"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, *args: Any, committee: Committee, **kwargs: Any) -> None:
        initial = {field: getattr(committee, field) for field in PROPOSABLE}
        super().__init__(
            *args, **kwargs | {"initial": initial, "use_required_attribute": False, "label_suffix": ""}
        )
        self.fields = {field: _field_for(field) for field in PROPOSABLE} | self.fields
        self.committee = committee

    @property
    def changes(self) -> tuple[ProposedChange, ...]:
        """What of the facts was written over."""
        return proposed_changes(committee=self.committee, given=self.cleaned_data)


class GoneForm(forms.Form):
    """The committee is no more."""

    ended_on = forms.DateField(
        label=_("Letzter Tag, wenn Sie ihn wissen"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Dieses Datum gibt es nicht. Beispiel: 31.12.2025")},
    )
    gone_text = forms.CharField(
        label=_("Was ist daraus geworden?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"use_required_attribute": False, "label_suffix": ""})


def _field_for(field: str) -> forms.Field:
    """The form field of one fact, with its word for people who do not know the register."""
    extra: dict[str, Any] = {"assume_scheme": "https"} if field == "website" else {}
    made = field_of(field).formfield(required=False, label=PROPOSABLE[field], **extra)
    assert made is not None
    if field in LONG:
        made.widget = forms.Textarea(attrs={"rows": 3})
    elif field == "contact_email":
        made.widget.attrs.update({"autocomplete": "off", "dir": "ltr"})
        made.error_messages["invalid"] = _(
            "Diese E-Mail-Adresse ist nicht vollständig. Beispiel: name@beispiel.de"
        )
    elif field == "website":
        made.widget.attrs.update({"dir": "ltr"})
        made.error_messages["invalid"] = _(
            "Diese Internetadresse ist nicht vollständig. Beispiel: https://beispiel.de"
        )
    return made
