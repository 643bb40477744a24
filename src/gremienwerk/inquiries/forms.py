"""What clerks enter: a file, the decisions on an item, the day and the climate check, a reason for the release."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gremienwerk.core.dates import write_day
from gremienwerk.core.errors import UserFacingError
from gremienwerk.documents.reading import files as reading
from gremienwerk.inquiries.intake.parsed import ParsedInquiry
from gremienwerk.inquiries.intake.recognition import recognise
from gremienwerk.inquiries.models import ClimateEffect, InquiryItem

Choices = Sequence[tuple[str, str]]
_DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y"]
_DAY_WANTED = _("Bitte einen Tag angeben, zum Beispiel 15.05.2022.")
_WRONG_DAY = {"invalid": _DAY_WANTED, "required": _DAY_WANTED}


class DayField(forms.DateField):
    """A day, by the browser's picker or typed as 15.05.2022."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        widget.input_type = "date"
        super().__init__(input_formats=_DAY_FORMATS, widget=widget, error_messages=_WRONG_DAY, **options)


class UploadForm(forms.Form):
    """The file of an inquiry; after validation ``parsed`` holds what it asks.

    ``today``: the last possible day of arrival. ``too_large``: the upload was cut off.
    """

    file = forms.FileField(
        label=_("Datei der Anfrage"),
        help_text=_(
            "PDF, Word (.docx), OpenDocument (.odt), E-Mail (.eml) oder Text (.txt), höchstens 25 MB."
        ),
        error_messages={
            "required": _("Bitte eine Datei wählen."),
            "empty": _("Die Datei ist leer. Bitte prüfen, ob die richtige Datei gewählt wurde."),
            "missing": _("Bitte eine Datei wählen."),
            "invalid": _("Die Datei ist nicht angekommen. Bitte noch einmal senden."),
        },
        max_length=255,
    )
    received_on = DayField(label=_("Eingang"))
    reporting_unit = forms.ChoiceField(
        label=_("Antwortende Einheit"),
        help_text=_("Sie und alles, was unter ihr steht, ist in der Antwort „wir“."),
    )
    again = forms.BooleanField(
        label=_("Die Datei noch einmal aufnehmen, obwohl es sie schon gibt"), required=False
    )

    def __init__(
        self, *args: Any, units: Choices, today: date, too_large: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._today = today
        self.is_known = False
        self.fields["reporting_unit"].choices = list(units)  # type: ignore[attr-defined]  # a ChoiceField
        self._too_large = too_large
        self.parsed: ParsedInquiry | None = None
        self.content = b""

    def clean_received_on(self) -> date:
        """A day that has come."""
        given: date = self.cleaned_data["received_on"]
        if given > self._today:
            raise forms.ValidationError(
                _("Der Eingang liegt in der Zukunft. Bitte den Tag angeben, an dem die Anfrage ankam.")
            )
        return given

    def refuse_known(self, *, title: str, received_on: date) -> None:
        """Say that this very file has arrived before; whoever wants it again says so."""
        self.is_known = True
        words = _(
            "Diese Datei ist schon da: „%(title)s“, eingegangen am %(day)s. Wenn sie noch einmal aufgenommen "
            "werden soll, bitte unten ankreuzen und die Datei wieder wählen."
        )
        self.add_error("file", words % {"title": title, "day": write_day(received_on)})

    def clean(self) -> dict[str, Any]:
        """Read the file and recognise its questions; every refusal stands beside the field."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self._too_large:
            self.errors.pop("file", None)
            self.add_error(
                "file",
                _(
                    "Die Datei ist zu groß; erlaubt sind höchstens 25 MB. Bitte nur die Anfrage selbst senden."
                ),
            )
            return cleaned
        upload = cleaned.get("file")
        if isinstance(upload, UploadedFile):
            try:
                self.content = upload.read()
                self.parsed = recognise(reading.read(self.content, name=upload.name or ""))
            except UserFacingError as error:
                self.add_error("file", error.message)
        return cleaned


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
    assigned_unit = forms.ChoiceField(
        label=_("Zuständige Einheit"),
        required=False,
        help_text=_("Wer den Text liefert, wenn er nicht aus dem Register kommt."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, units: Choices, restricted: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["assigned_unit"].choices = [("", _("keine")), *units]  # type: ignore[attr-defined]  # a ChoiceField
        if not restricted:
            del self.fields["block_confirmed"]


class DraftForm(forms.Form):
    """For which day and unit the answer speaks, and its climate check."""

    as_of = DayField(label=_("Stand der Antwort"))
    reporting_unit = forms.ChoiceField(label=_("Antwortende Einheit"))
    number = forms.CharField(label=_("Vorlagennummer"), required=False, max_length=60)
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

    def __init__(self, *args: Any, units: Choices, climate_check: bool, **options: Any) -> None:
        super().__init__(*args, **options)
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
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, next_version: int, says_the_same: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = next_version
        self._next = next_version
        if next_version == 1:
            del self.fields["why"]
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


def seen_anew(*, form: forms.Form, **values: object) -> None:
    """Let a form that is shown again keep what was typed, but rest on what the page shows now.

    Args:
        form: a bound form.
        values: the new values of its hidden fields by name.
    """
    form.data = {**form.data.dict(), **{name: str(value) for name, value in values.items()}}  # type: ignore[attr-defined]  # of a request
