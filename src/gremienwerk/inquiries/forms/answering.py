"""What clerks decide on an answer: each item, the day and the climate check, a reason for the release."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from gremienwerk.core.forms import DayField
from gremienwerk.inquiries.forms.receiving import Choices
from gremienwerk.inquiries.models import ClimateEffect, InquiryItem


class ItemForm(forms.Form):
    """How one item is answered."""

    block = forms.ChoiceField(
        label=_("Antwortbaustein"),
        required=False,
        choices=InquiryItem.Block.choices,
        help_text=_("Der Baustein wird bei jeder Ansicht neu aus dem Register berechnet."),
    )
    answer_text = forms.CharField(
        label=_("Eigener Text"),
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Steht an Stelle des Bausteins. Absätze durch eine leere Zeile trennen; Zeilen mit „- “ werden eine Liste."),
    )  # fmt: skip
    block_confirmed = forms.BooleanField(
        label=_("Der Baustein darf stehen bleiben, obwohl er für alle Gremien antwortet"), required=False
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, restricted: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if not restricted:
            del self.fields["block_confirmed"]


class DraftForm(forms.Form):
    """For which day and unit the answer speaks, and its climate check."""

    as_of = DayField(label=_("Stand der Antwort"))
    reporting_unit = forms.ChoiceField(label=_("Antwortende Einheit"))
    number = forms.CharField(label=_("Vorlagennummer"), required=False, max_length=60)
    council_url = forms.URLField(
        label=_("Adresse im Ratsinformationssystem"),
        required=False,
        max_length=500,
        assume_scheme="https",
        validators=[URLValidator(schemes=["https"])],
        help_text=_("Zum Beispiel https://ris.musterstadt.example/vorlage/123."),
        error_messages={"invalid": _("Bitte eine ganze Adresse angeben, die mit https:// beginnt.")},
    )
    due_on = DayField(label=_("Frist"), required=False)
    not_public = forms.BooleanField(
        label=_("Nicht öffentlich: Anfrage und Antwort erscheinen nie auf der öffentlichen Seite"),
        required=False,
    )
    whole_structure = forms.BooleanField(
        label=_("In der Struktur alle Gremien zeigen, nicht nur die selbst geleiteten oder geführten"),
        required=False,
    )
    climate_effect = forms.ChoiceField(
        label=_("Klimacheck"),
        required=False,
        choices=[("", _("noch nicht ausgefüllt")), *ClimateEffect.choices],
        help_text=_("Kann zunächst offen bleiben; freigegeben wird erst, wenn er ausgefüllt ist."),
    )
    climate_reason = forms.CharField(
        label=_("Begründung des Klimachecks"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bei positiven oder negativen Auswirkungen gehört sie dazu."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    #: Fields that may wait, but not for ever; the page does not call them "freiwillig".
    needed_later = ("climate_effect", "climate_reason")

    def __init__(
        self, *args: Any, units: Choices, climate_check: bool, is_closed: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        if is_closed:
            del self.fields["not_public"]
        self.fields["reporting_unit"].choices = list(units)  # type: ignore[attr-defined]  # a ChoiceField
        if not climate_check:
            del self.fields["climate_effect"], self.fields["climate_reason"]


class ReleaseForm(forms.Form):
    """The confirmation of a release; a later version says why, and whether it may repeat the latest one."""

    why = forms.CharField(
        label=_("Anlass der neuen Fassung"),
        max_length=500,
        help_text=_("Steht nur im Protokoll der Änderungen."),
        error_messages={"required": _("Bitte angeben, warum es eine neue Fassung gibt.")},
    )
    even_if_same = forms.BooleanField(
        label=_("Trotzdem eine neue Fassung freigeben, obwohl sie dasselbe sagt"), required=False
    )
    dispatch_on = DayField(
        label=_("Versand am"),
        required=False,
        help_text=_("Vor diesem Tag ist die Antwort nirgends öffentlich zu sehen."),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, next_version: int, says_the_same: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = next_version
        self._next = next_version
        if next_version == 1:
            del self.fields["why"]
        else:
            del self.fields["dispatch_on"]
        if not says_the_same:
            del self.fields["even_if_same"]

    def clean(self) -> dict[str, Any]:
        """Refuse a number that somebody else has released meanwhile."""
        cleaned: dict[str, Any] = super().clean() or {}
        offered = cleaned.get("version")
        if offered is not None and offered != self._next:
            self.add_error(
                None,
                _(
                    "Inzwischen ist Fassung %(latest)s freigegeben. Bitte nur freigeben, wenn es noch nötig ist."
                )
                % {"latest": self._next - 1},
            )
        return cleaned


class WordingForm(forms.Form):
    """An item as the source has it."""

    number = forms.CharField(label=_("Nummer"), required=False, max_length=40)
    kind = forms.ChoiceField(label=_("Art"), choices=InquiryItem.Kind.choices)
    text = forms.CharField(
        label=_("Wortlaut"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Zum Teilen eine leere Zeile an die Stelle setzen, an der der nächste Punkt beginnt."),
        error_messages={"required": _("Bitte den Wortlaut eintragen.")},
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class DispatchForm(forms.Form):
    """The day of dispatch."""

    dispatch_on = DayField(
        label=_("Versand am"),
        help_text=_("Vor diesem Tag ist die Antwort nirgends öffentlich zu sehen."),
    )


def seen_anew(*, form: forms.Form, **values: object) -> None:
    """Let a form that is shown again keep what was typed, but rest on what the page shows now.

    Args:
        form: a bound form.
        values: the new values of its hidden fields by name.
    """
    form.data = {**form.data.dict(), **{name: str(value) for name, value in values.items()}}  # type: ignore[attr-defined]  # of a request
