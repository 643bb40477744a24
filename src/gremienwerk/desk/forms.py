"""What staff enter on pages that show several nouns."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gremienwerk.accounts.models import User


class SiteTextForm(forms.Form):
    """The text of a page that the law asks for, in one language."""

    text = forms.CharField(
        label=_("Text"),
        help_text=_(
            "In Markdown: eine Leerzeile beginnt einen Absatz, „# “ eine Überschrift, „- “ eine Aufzählung, "
            "[Wort](https://…) einen Verweis. Leer heißt: Die Seite sagt, dass die Stadt sie noch nicht gefüllt hat."
        ),
        widget=forms.Textarea(attrs={"rows": 18}),
        required=False,
        max_length=50_000,
    )
    video_url = forms.URLField(
        label=_("Adresse eines Videos"),
        help_text=_("Zum Beispiel ein Film in Deutscher Gebärdensprache auf den Seiten der Stadt."),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Bitte die ganze Adresse angeben, sie beginnt mit https://.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"use_required_attribute": False, "label_suffix": ""})


class SynonymForm(forms.Form):
    """Words that search takes for one another."""

    term = forms.CharField(
        label=_("Wort oder Abkürzung"),
        help_text=_("Zum Beispiel: AWO"),
        max_length=100,
        error_messages={"required": _("Bitte ein Wort oder eine Abkürzung angeben.")},
    )
    equivalents = forms.CharField(
        label=_("Gleichbedeutend"),
        help_text=_("Je Zeile ein Wort oder mehrere Wörter, zum Beispiel: Arbeiterwohlfahrt"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2_000,
        error_messages={"required": _("Bitte mindestens ein gleichbedeutendes Wort angeben.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"use_required_attribute": False, "label_suffix": ""})

    def clean_equivalents(self) -> list[str]:
        """One entry a line."""
        return [line.strip() for line in str(self.cleaned_data["equivalents"]).splitlines() if line.strip()]


class InvitationForm(forms.Form):
    """Somebody who is to work for the body."""

    name = forms.CharField(
        label=_("Name"), max_length=200, error_messages={"required": _("Bitte einen Namen angeben.")}
    )
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        help_text=_("Dorthin geht der Link, mit dem die Person ihr Kennwort wählt."),
        error_messages={
            "required": _("Bitte eine E-Mail-Adresse angeben."),
            "invalid": _("Das ist keine E-Mail-Adresse."),
        },
    )
    role = forms.ChoiceField(label=_("Rolle"), choices=User.Roles.choices, initial=User.Roles.AUDITOR)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"use_required_attribute": False, "label_suffix": ""})


class RoleForm(forms.Form):
    """Another role for a user."""

    role = forms.ChoiceField(label=_("Rolle"), choices=User.Roles.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"use_required_attribute": False, "label_suffix": ""})


class GrantForm(forms.Form):
    """A committee or a unit to grant; choices are identifiers and names."""

    noun = forms.ChoiceField(
        error_messages={"required": _("Bitte wählen."), "invalid_choice": _("Bitte wählen.")}
    )

    def __init__(self, *args: Any, label: str, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"use_required_attribute": False, "label_suffix": ""})
        field = self.fields["noun"]
        assert isinstance(field, forms.ChoiceField)
        field.label, field.choices = label, [("", _("Bitte wählen")), *choices]
