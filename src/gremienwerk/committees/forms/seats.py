"""What has changed about a seat: told apart as clerks tell it, because each means something else for past days."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gremienwerk.committees.models import Representative, Role
from gremienwerk.core.forms import Choices, DayField, PlainForm, VagueDateField

_VOTING = (("", _("nicht erfasst")), ("yes", _("ja")), ("no", _("nein")))
_WHEN = _("So genau, wie es bekannt ist: 1.3.2026, März 2026 oder 2026.")
_SINCE = _("So genau, wie es bekannt ist: 1.3.2026, März 2026 oder 2026. Leer: nicht bekannt.")
_CHOOSE_ORGANISATION = _("Bitte eine Organisation wählen.")


def _why() -> forms.CharField:
    return forms.CharField(
        label=_("Anlass"),
        required=False,
        max_length=500,
        help_text=_("Zum Beispiel „Schreiben vom 3.2.2026“. Steht nur im Protokoll der Änderungen."),
    )


class _SeatFields(PlainForm):
    """Who sits there, as what and how often."""

    organisation = forms.ChoiceField(
        label=_("Organisation"),
        error_messages={"required": _CHOOSE_ORGANISATION, "invalid_choice": _CHOOSE_ORGANISATION},
    )
    role = forms.ChoiceField(label=_("Rolle"), choices=Role.choices, initial=Role.MEMBER)
    seats = forms.IntegerField(
        label=_("Zahl der Sitze"),
        min_value=1,
        max_value=1000,
        initial=1,
        error_messages={
            name: _("Bitte eine Zahl von 1 bis 1000 angeben.")
            for name in ("required", "invalid", "min_value", "max_value")
        },
    )
    voting = forms.ChoiceField(label=_("Stimmberechtigt"), choices=_VOTING, required=False)

    def __init__(self, *args: Any, organisations: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("organisation", organisations, empty=_("Bitte wählen"))

    def clean_voting(self) -> bool | None:
        """Yes, no, or None where it is not recorded."""
        return {"yes": True, "no": False}.get(self.cleaned_data["voting"])


class AppointForm(_SeatFields):
    """Somebody comes."""

    since = VagueDateField(label=_("Seit wann?"), required=False, help_text=_SINCE)
    why = _why()


class ReplaceForm(PlainForm):
    """A seat goes over to another organisation."""

    organisation = forms.ChoiceField(
        label=_("Wer übernimmt den Sitz?"),
        error_messages={"required": _CHOOSE_ORGANISATION, "invalid_choice": _CHOOSE_ORGANISATION},
    )
    on = DayField(
        label=_("Ab welchem Tag?"),
        help_text=_("Am Tag davor endet der bisherige Sitz. Rolle, Zahl der Sitze und Stimmrecht bleiben."),
    )
    why = _why()

    def __init__(self, *args: Any, organisations: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("organisation", organisations, empty=_("Bitte wählen"))


class EndForm(PlainForm):
    """A seat ends."""

    last = VagueDateField(label=_("Wann war oder ist der letzte Tag?"), help_text=_WHEN)
    why = _why()


class CorrectForm(_SeatFields):
    """An entry was wrong."""

    since = VagueDateField(label=_("Seit wann?"), required=False, help_text=_SINCE)
    last = VagueDateField(label=_("Letzter Tag"), required=False, help_text=_("Leer: Der Sitz besteht noch."))
    why = forms.CharField(
        label=_("Was war falsch?"),
        max_length=500,
        help_text=_("Eine Berichtigung ändert auch vergangene Stände. Der Grund steht im Protokoll."),
        error_messages={"required": _("Bitte kurz sagen, was falsch war.")},
    )


class _DelegationFields(PlainForm):
    """As what a person fills a seat, and since when."""

    position = forms.ChoiceField(label=_("Als"), choices=Representative.Position.choices)
    on = DayField(label=_("Ab welchem Tag?"), required=False, help_text=_("Leer: nicht bekannt."))


class DelegateForm(_DelegationFields):
    """A person whom the register knows comes to fill a seat."""

    person = forms.ChoiceField(
        label=_("Person"),
        error_messages={
            "required": _("Bitte eine Person wählen."),
            "invalid_choice": _("Bitte eine Person wählen."),
        },
    )
    field_order = ("person", "position", "on")

    def __init__(self, *args: Any, persons: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("person", persons, empty=_("Bitte wählen"))


class NewcomerForm(_DelegationFields):
    """A person whom the register does not know yet comes to fill a seat."""

    title = forms.CharField(label=_("Titel"), required=False, max_length=60)
    given_name = forms.CharField(label=_("Vorname"), required=False, max_length=120)
    family_name = forms.CharField(
        label=_("Nachname"), max_length=120, error_messages={"required": _("Bitte den Nachnamen angeben.")}
    )
    field_order = ("title", "given_name", "family_name", "position", "on")


class RecallForm(PlainForm):
    """A person no longer fills a seat."""

    last = DayField(label=_("Letzter Tag"))
    why = _why()
