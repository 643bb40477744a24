"""What is said when two records become one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gremienwerk.core.forms import PlainForm
from gremienwerk.organisations.comparing import Compared

KEPT, GONE = "kept", "gone"


class MergeForm(PlainForm):
    """A choice for each field in which the two differ, and why they are one."""

    why = forms.CharField(
        label=_("Anlass"),
        required=False,
        max_length=500,
        help_text=_(
            "Zum Beispiel „doppelt aus zwei Tabellen eingelesen“. Steht nur im Protokoll der Änderungen."
        ),
    )

    def __init__(self, *args: Any, compared: Sequence[Compared], **options: Any) -> None:
        super().__init__(*args, **options)
        self.compared = compared
        for row in compared:
            self.fields[row.name] = forms.ChoiceField(
                label=row.label,
                choices=[(KEPT, row.kept), (GONE, row.gone)],
                initial=GONE if row.takes_gone else KEPT,
                error_messages={"required": _("Bitte wählen, welche Angabe bleibt.")},
            )

    @property
    def taken(self) -> list[str]:
        """The fields whose value comes from the record that goes; of a valid form."""
        return [row.name for row in self.compared if self.cleaned_data[row.name] == GONE]


class UndoForm(PlainForm):
    """Why a merge is taken back."""

    why = forms.CharField(label=_("Anlass"), required=False, max_length=500)
