"""Fields that forms of several packages share: days, vague days, and what a form rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from gremienwerk.core.dates import VagueDate, parse_vague_date
from gremienwerk.core.errors import NotAllowed, UserFacingError

#: What a field offers: values and their words.
Choices = Sequence[tuple[str, Any]]

_DAY_WANTED = _("Bitte einen Tag angeben, zum Beispiel 15.05.2022.")


class PlainForm(forms.Form):
    """A form whose errors are said by us, not by the browser; ``seen`` is the state on which it was filled in."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options | {"use_required_attribute": False, "label_suffix": ""})

    def offer(self, name: str, choices: Choices, *, empty: object = None) -> None:
        """Fill a field with what can be chosen; ``empty``: the words for choosing nothing."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*choices] if empty is None else [("", empty), *choices]


class DayField(forms.DateField):
    """A day, by the browser's picker or typed as 15.05.2022."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        widget.input_type = "date"
        words = {"invalid": _DAY_WANTED, "required": _DAY_WANTED}
        super().__init__(
            input_formats=["%Y-%m-%d", "%d.%m.%Y"], widget=widget, error_messages=words, **options
        )


class VagueDateField(forms.CharField):
    """A date as exactly as it is known: "9. Juni 2022", "Juni 2021", "bis Ende 2022"; None if left empty."""

    def __init__(self, **options: Any) -> None:
        words = {"required": _("Bitte angeben, wann, zum Beispiel 1.3.2026, März 2026 oder 2026.")}
        super().__init__(max_length=60, error_messages=words, **options)

    def clean(self, value: Any) -> VagueDate | None:
        """Read the words.

        Raises:
            ValidationError: if they name no date; it says which forms are known.
        """
        text = super().clean(value)
        try:
            return parse_vague_date(text) if text else None
        except UserFacingError as error:
            raise forms.ValidationError(error.message) from error


class Difference(NamedTuple):
    """A field in which what is stored now differs from what was typed."""

    label: str
    stored: str
    typed: str


def differences(*, form: forms.Form, stored: Mapping[str, object]) -> list[Difference]:
    """Where a form that was filled in differs from what is stored now, in words, in the form's order.

    Args:
        form: a bound form.
        stored: what it would show if it were opened now, by field name.
    """
    found = []
    for name, value in stored.items():
        if name == "seen" or name not in form.fields:
            continue
        now, typed = _words(form, name, value), _words(form, name, form[name].value())
        if now != typed:
            found.append(Difference(str(form[name].label), now, typed))
    return found


def _words(form: forms.Form, name: str, value: object) -> str:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        chosen = [str(one) for one in value] if isinstance(value, list) else [str(value or "")]
        offered: Choices = field.choices  # type: ignore[assignment]  # plain pairs, no groups
        words = {str(key): str(word) for key, word in offered}
        return ", ".join(words.get(one, one) for one in chosen)
    if isinstance(field, forms.BooleanField):
        return str(_("ja") if field.to_python(value) else _("nein"))
    return str(form[name].field.prepare_value(value) if value is not None else "").strip()


def store(*, form: forms.Form, act: Callable[[], object]) -> bool:
    """Act if the form is filled in rightly; what the action refuses stands beside its field, or above the form.

    Args:
        form: a bound form.
        act: the action; it may raise ``UserFacingError``.

    Raises:
        NotAllowed: if the rules refuse; that is no matter of the form.
    """
    if not form.is_valid():
        return False
    try:
        act()
    except NotAllowed:
        raise
    except UserFacingError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return False
    return True


def rest_anew(*, form: forms.Form, seen: str) -> None:
    """Let a form that is shown again keep what was typed, but rest on the state that is stored now."""
    data = form.data.copy()  # type: ignore[attr-defined]  # of a request, several values of a name included
    data["seen"] = seen
    form.data = data
