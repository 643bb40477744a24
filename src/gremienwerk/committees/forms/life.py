"""What happens to a committee: it is renamed, founded, rests, meets again, ends."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gremienwerk.core.forms import Choices, DayField, PlainForm, VagueDateField

_NAME_WANTED = {"required": _("Bitte einen Namen angeben.")}
_WHEN = _("So genau, wie es bekannt ist: 1.3.2026, März 2026 oder 2026.")


def _why() -> forms.CharField:
    return forms.CharField(
        label=_("Anlass"),
        required=False,
        max_length=500,
        help_text=_("Zum Beispiel „Beschluss vom 3.2.2026“. Steht nur im Protokoll der Änderungen."),
    )


class RenameForm(PlainForm):
    """A new name from a day on."""

    name = forms.CharField(label=_("Neuer Name"), max_length=300, error_messages=_NAME_WANTED)
    short_name = forms.CharField(label=_("Neuer Kurzname"), required=False, max_length=80)
    on = DayField(label=_("Ab welchem Tag?"), help_text=_("Davor steht überall der bisherige Name."))
    why = _why()


class EstablishForm(PlainForm):
    """A planned committee has been founded."""

    name = forms.CharField(label=_("Name"), max_length=300, error_messages=_NAME_WANTED)
    founded = VagueDateField(label=_("Wann wurde es gegründet?"), help_text=_WHEN)
    why = _why()


class PauseForm(PlainForm):
    """A committee does not meet for a while."""

    on = DayField(label=_("Ruht ab"))
    last = DayField(
        label=_("Letzter Tag des Ruhens"), required=False, help_text=_("Leer: noch nicht bekannt.")
    )
    reason = forms.CharField(
        label=_("Grund"), required=False, max_length=300, help_text=_("Steht in der Geschichte des Gremiums.")
    )

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        cleaned: dict[str, Any] = super().clean() or {}
        begins, last = cleaned.get("on"), cleaned.get("last")
        if begins and last and last < begins:
            self.add_error("last", _("Der letzte Tag liegt vor dem ersten."))
        return cleaned


class ResumeForm(PlainForm):
    """A committee that rested meets again."""

    on = DayField(label=_("Tagt wieder ab"))


class EndCommitteeForm(PlainForm):
    """A committee has ended."""

    ended = VagueDateField(
        label=_("Wann war oder ist der letzte Tag?"),
        required=False,
        help_text=_("So genau, wie es bekannt ist: 31.12.2025, Dezember 2025 oder 2025. Leer: nicht bekannt."),
    )  # fmt: skip
    successor = forms.ChoiceField(label=_("Wer führt die Arbeit weiter?"), required=False)
    why = _why()

    def __init__(self, *args: Any, committees: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("successor", committees, empty=_("kein anderes Gremium"))
