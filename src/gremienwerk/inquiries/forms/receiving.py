"""An inquiry arrives: as a file, as pasted text, or written down by the clerk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gremienwerk.core.dates import write_day
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.forms import DayField
from gremienwerk.documents.reading import files as reading
from gremienwerk.inquiries.intake.parsed import NoQuestionFound, ParsedInquiry
from gremienwerk.inquiries.intake.recognition import recognise
from gremienwerk.inquiries.intake.typed import typed_inquiry

Choices = Sequence[tuple[str, str]]


class ArrivalForm(forms.Form):
    """When an inquiry arrived and who answers it; after validation ``parsed`` holds what it asks.

    ``today``: the last possible day of arrival.
    """

    received_on = DayField(label=_("Eingang"))
    reporting_unit = forms.ChoiceField(
        label=_("Antwortende Einheit"),
        help_text=_("Sie und alles, was unter ihr steht, ist in der Antwort „wir“."),
    )

    def __init__(self, *args: Any, units: Choices, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self._today = today
        self.is_known = False
        self.fields["reporting_unit"].choices = list(units)  # type: ignore[attr-defined]  # a ChoiceField
        self.parsed: ParsedInquiry | None = None
        self.content = b""
        self.name, self.media_type = "", "text/plain"

    def clean_received_on(self) -> date:
        """A day that has come."""
        given: date = self.cleaned_data["received_on"]
        if given > self._today:
            raise forms.ValidationError(
                _("Der Eingang liegt in der Zukunft. Bitte den Tag angeben, an dem die Anfrage ankam.")
            )
        return given


class UploadForm(ArrivalForm):
    """The file of an inquiry. ``too_large``: the upload was cut off."""

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
    again = forms.BooleanField(
        label=_("Die Datei noch einmal aufnehmen, obwohl es sie schon gibt"), required=False
    )

    def __init__(self, *args: Any, too_large: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self._too_large = too_large

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
                self.name = upload.name or ""
                self.media_type = upload.content_type or "application/octet-stream"
                self.parsed = recognise(reading.read(self.content, name=self.name))
            except UserFacingError as error:
                self.add_error("file", error.message)
        return cleaned


class PasteForm(ArrivalForm):
    """The text of an inquiry, for example out of an e-mail; its questions are recognised as in a file."""

    text = forms.CharField(
        label=_("Text der Anfrage"),
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_("Den ganzen Text mit Überschrift und Fragen einfügen; er bleibt als Textdatei erhalten."),
        error_messages={"required": _("Bitte den Text der Anfrage einfügen.")},
    )
    name_of_text = "eingefuegter-text.txt"

    def clean_text(self) -> str:
        """Recognise the questions."""
        given: str = self.cleaned_data["text"]
        self.content, self.name = given.encode(), self.name_of_text
        try:
            self.parsed = recognise(reading.read(self.content, name=self.name))
        except NoQuestionFound as error:
            raise forms.ValidationError(
                _(
                    "In dem Text wurde keine Frage gefunden. Bitte den ganzen Text einfügen oder die Fragen "
                    "einzeln eintragen."
                )
            ) from error
        except UserFacingError as error:
            raise forms.ValidationError(error.message) from error
        return given


class TypedForm(ArrivalForm):
    """An inquiry that the clerk writes down: nothing is recognised, each line is a question."""

    title = forms.CharField(
        label=_("Titel"), max_length=500, error_messages={"required": _("Bitte einen Titel angeben.")}
    )
    kind = forms.CharField(label=_("Art"), max_length=120, initial="Anfrage", required=False)
    group = forms.CharField(
        label=_("Eingereicht von"),
        required=False,
        max_length=300,
        help_text=_("Mehrere durch ein Semikolon trennen."),
    )
    dated = DayField(label=_("Datum der Anfrage"), required=False)
    questions = forms.CharField(
        label=_("Fragen"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Eine Frage je Zeile. Eine Nummer am Anfang, zum Beispiel „1.“, wird übernommen."),
        error_messages={"required": _("Bitte mindestens eine Frage eintragen.")},
    )

    def clean(self) -> dict[str, Any]:
        """Make the inquiry of what was typed."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            self.parsed = typed_inquiry(
                title=cleaned["title"],
                kind=cleaned["kind"],
                groups=tuple(one.strip() for one in cleaned["group"].split(";") if one.strip()),
                dated=cleaned["dated"],
                lines=cleaned["questions"].splitlines(),
            )
        return cleaned
