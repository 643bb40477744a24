"""Which facts of a committee somebody without an account may propose to change, and how they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from gremienwerk.committees.models import Committee

#: Field of ``Committee`` to its word; longer texts are written in several lines.
PROPOSABLE = {
    "rhythm_text": _("Wie oft trifft es sich?"),
    "invitation_note": _("Wer wird eingeladen?"),
    "guests": _("Sind Gäste zugelassen?"),
    "guests_how": _("Wie melden sich Gäste an?"),
    "goal": _("Ziel"),
    "focus": _("Schwerpunkte"),
    "contact": _("Ansprechstelle"),
    "contact_email": _("E-Mail-Adresse"),
    "contact_phone": _("Telefon"),
    "website": _("Internetseite"),
}
LONG = frozenset({"goal", "focus"})


class ProposedChange(NamedTuple):
    """A field with the value it had and the proposed one."""

    field: str
    before: str
    after: str


class ShownChange(NamedTuple):
    """A proposed change in words; ``now`` differs from ``before`` if somebody has changed the field since."""

    label: str
    before: str
    now: str
    after: str


def proposed_changes(*, committee: Committee, given: Mapping[str, str]) -> tuple[ProposedChange, ...]:
    """What of the given values differs from what the register says."""
    return tuple(
        ProposedChange(field, getattr(committee, field), given[field])
        for field in PROPOSABLE
        if field in given and given[field] != getattr(committee, field)
    )


def shown_changes(*, committee: Committee, changes: Mapping[str, list[Any]]) -> tuple[ShownChange, ...]:
    """The changes of a stored proposal beside what the register says now."""
    return tuple(
        ShownChange(
            str(PROPOSABLE[field]),
            _in_words(field, before),
            _in_words(field, getattr(committee, field)),
            _in_words(field, after),
        )
        for field, (before, after) in changes.items()
        if field in PROPOSABLE
    )


def field_of(name: str) -> models.Field[Any, Any]:
    """The column of a fact."""
    found = Committee._meta.get_field(name)
    assert isinstance(found, models.Field)
    return found


def _in_words(field: str, value: str) -> str:
    return str(dict(field_of(field).flatchoices).get(value, value))
