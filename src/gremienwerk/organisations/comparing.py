"""Two records side by side: what can be chosen of each, and the state on which somebody chose."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gremienwerk.core.dates import write_vague_date
from gremienwerk.core.fingerprint import fingerprint
from gremienwerk.organisations.models import DirectoryProfile, Mergeable, Organisation, Person

#: The choice between two entries in the directory; both stand for the whole entry.
PROFILE = "profile"
_LIFE = {"founded": gettext_lazy("Gegründet"), "dissolved": gettext_lazy("Aufgelöst")}
ORGANISATION = ("name", "short_name", "street", "postcode", "city", "district", "website", "languages", "founded", "dissolved", "note")  # fmt: skip
PERSON = ("form_of_address", "title", "given_name", "family_name", "email", "phone")


class Compared(NamedTuple):
    """A field in which the two differ: values in words, and whether the other record's is proposed."""

    name: str
    label: str
    kept: str
    gone: str
    takes_gone: bool


def compare(*, kept: Any, gone: Any) -> list[Compared]:
    """The fields in which two records differ; where the kept one says nothing, the other's value is proposed."""
    fields = ORGANISATION if isinstance(kept, Organisation) else PERSON
    found = []
    for name in fields:
        here, there = _words(kept, name), _words(gone, name)
        if here != there:
            label = _LIFE.get(name) or kept._meta.get_field(name).verbose_name
            found.append(Compared(name, str(label), here, there, not here))
    if isinstance(kept, Organisation):
        rows = DirectoryProfile.objects.filter(organisation__in=(kept, gone))
        profiles = {one.organisation_id: one.description for one in rows}
        if len(profiles) == 2:
            words = [profiles[one.pk][:200] or _("Eintrag ohne Text") for one in (kept, gone)]
            found.append(Compared(PROFILE, _("Eintrag im Verzeichnis"), words[0], words[1], False))
    return found


def columns_of(*, record: Any, fields: Collection[str]) -> dict[str, Any]:
    """The values of chosen fields by column; a vague date has three. Unknown names are left out."""
    allowed = ORGANISATION if isinstance(record, Organisation) else PERSON
    found: dict[str, Any] = {}
    for name in (one for one in allowed if one in fields):
        parts = [f"{name}_{end}" for end in ("earliest", "latest", "precision")] if name in _LIFE else [name]
        found |= {part: getattr(record, part) for part in parts}
    return found


def state_of_pair(*, one: Any, other: Any) -> str:
    """A fingerprint of both records' own fields, whichever is named first."""
    rows: Iterable[Any] = sorted((one, other), key=lambda record: record.pk)
    return fingerprint(
        values=[getattr(row, field.attname) for row in rows for field in row._meta.concrete_fields]
    )


def other_kind(*, kind: Mergeable) -> Mergeable:
    """The kind whose list stands beside this one's."""
    return Mergeable.PERSON if kind is Mergeable.ORGANISATION else Mergeable.ORGANISATION


def _words(record: Organisation | Person, name: str) -> str:
    value = getattr(record, name)
    if name == "languages":
        return ", ".join(value or [])
    if name in _LIFE:
        return write_vague_date(value) if value else ""
    return str(value)
