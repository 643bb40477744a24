"""What is said of a committee: how it comes into being, its facts in the order of the questions."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import forms
from django.core.validators import MaxLengthValidator
from django.db import models
from django.forms.models import fields_for_model
from django.utils.translation import gettext_lazy as _

from gremienwerk.committees.models import Committee, Level
from gremienwerk.core.forms import Choices, PlainForm, VagueDateField

_KIND_WANTED = {"required": _("Bitte eine Art wählen."), "invalid_choice": _("Bitte eine Art wählen.")}
_EMPTY = _("nicht erfasst")
_RHYTHM_HELP = _(
    "In Ihren Worten, zum Beispiel „jeden 2. Dienstag im Monat außer in den Ferien“ oder „2x jährlich“."
)
_WHO_SEES = _(
    "„öffentlich“ erscheint auf der öffentlichen Seite, „intern“ nur hier; „Existenz nicht öffentlich“ wird auch "
    "in Antworten und Zählungen nach außen nie erwähnt."
)


class FoundForm(PlainForm):
    """A committee enters the register: one that exists, or one that is planned."""

    exists = forms.ChoiceField(
        label=_("Gibt es das Gremium schon?"),
        choices=(("yes", _("ja, es besteht")), ("planned", _("nein, es ist geplant"))),
    )
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=300,
        help_text=_("Nur ein geplantes Gremium darf noch namenlos sein."),
    )
    short_name = forms.CharField(label=_("Kurzname"), required=False, max_length=80)
    kind = forms.ChoiceField(label=_("Art"), error_messages=_KIND_WANTED)
    level = forms.ChoiceField(label=_("Ebene"), required=False, choices=[("", _EMPTY), *Level.choices])
    when = VagueDateField(
        label=_("Seit wann besteht es, oder bis wann soll es gegründet werden?"),
        required=False,
        help_text=_("So genau, wie es bekannt ist: 9.6.2022, Juni 2021, 2020 oder „bis Ende 2026“."),
    )
    goal = forms.CharField(
        label=_("Ziel"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    rhythm_text = forms.CharField(
        label=_("Turnus"), required=False, max_length=300, help_text=_RHYTHM_HELP
    )  # fmt: skip
    visibility = forms.ChoiceField(
        label=_("Sichtbarkeit"),
        choices=Committee.Visibility.choices,
        initial=Committee.Visibility.INTERNAL,
        help_text=_WHO_SEES,
    )

    def __init__(self, *args: Any, kinds: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("kind", kinds, empty=_("Bitte wählen"))

    def clean(self) -> dict[str, Any]:
        """Only what is planned may have no name."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("exists") == "yes" and not cleaned.get("name", "").strip():
            self.add_error(
                "name", _("Bitte einen Namen angeben. Nur geplante Gremien dürfen noch namenlos sein.")
            )
        return cleaned


class Group(NamedTuple):
    """Fields of one question."""

    key: str
    title: Any
    fields: tuple[str, ...]


#: The order of the form is the order of the questions on the committee's page.
GROUPS = (
    Group("leitung", _("1. Anlass, Auftrag und Stellung"), ("kind", "level", "founded", "occasion", "mandate", "seat_level")),
    Group("mitwirkende", _("2. Wer wirkt mit?"), ("participants_note",)),
    Group("turnus", _("3. Wie oft trifft es sich?"), ("rhythm_text", "calendar_keeper")),
    Group("einladung", _("4. Wer wird eingeladen, und wie?"), ("invitation_circle", "invitation_note", "invitation_channels", "invitation_lead_days", "invited_by")),
    Group("offenheit", _("5. Gäste und Protokolle"), ("publicness", "guests", "guests_how", "minutes", "minutes_reason", "minutes_url")),
    Group("themen", _("6. Themen und Ziel"), ("topics", "goal", "focus")),
    Group("kontakt", _("Kontakt und Sichtbarkeit"), ("contact", "contact_email", "contact_phone", "website", "visibility", "note")),
)  # fmt: skip
#: Fields that stand in the table of committees as they are entered.
PLAIN = tuple(
    name
    for group in GROUPS
    for name in group.fields
    if name not in {"kind", "founded", "topics", "invitation_channels"}
)


class DescribeForm(PlainForm):
    """All facts of a committee that are no date of its life and no seat."""

    founded = VagueDateField(
        label=_("Besteht seit"),
        required=False,
        help_text=_("So genau, wie es bekannt ist: 9.6.2022, Juni 2021 oder 2020."),
    )
    kind = forms.ChoiceField(label=_("Art"), error_messages=_KIND_WANTED)
    invitation_channels = forms.MultipleChoiceField(
        label=_("Einladungsweg"),
        required=False,
        choices=list(Committee.CHANNELS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    topics = forms.MultipleChoiceField(
        label=_("Themen"), required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip

    def __init__(
        self, *args: Any, kinds: Choices, topics: Choices, may_plan: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields.update(fields_for_model(Committee, PLAIN, formfield_callback=_plain_field))
        self.fields["rhythm_text"].help_text = _RHYTHM_HELP
        self.fields["visibility"].help_text = _WHO_SEES
        self.offer("level", Level.choices, empty=_EMPTY)
        self.offer("kind", kinds)
        self.offer("topics", topics)
        if may_plan:  # a planned committee has no founding date; "Gründung eintragen" gives it one
            del self.fields["founded"]

    @property
    def groups(self) -> list[tuple[str, Any, list[forms.BoundField]]]:
        """The fields by question, in the order of the committee's page."""
        return [
            (group.key, group.title, [self[name] for name in group.fields if name in self.fields])
            for group in GROUPS
        ]


def _plain_field(column: models.Field[Any, Any]) -> forms.Field:
    """The field of a column, with our words and a room for texts that no column sets."""
    field = (
        column.formfield(assume_scheme="https") if isinstance(column, models.URLField) else column.formfield()
    )
    assert field is not None, "every column of PLAIN can be entered"
    if isinstance(column, models.URLField):
        field.error_messages["invalid"] = _(
            "Bitte die ganze Adresse angeben, zum Beispiel https://www.stadt.example."
        )
    if isinstance(field, forms.CharField) and isinstance(column, models.TextField):
        field.widget.attrs["rows"] = 3
        field.validators.append(MaxLengthValidator(20_000))
    return field
