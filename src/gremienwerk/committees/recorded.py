"""The recorded changes of a committee, a seat, an organisation or a person, in German words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import JSONField
from django.utils.translation import gettext as _

from gremienwerk.audit.timeline import Act, Entry, acts_about
from gremienwerk.committees.models import Committee, Membership
from gremienwerk.core.dates import write_day
from gremienwerk.organisations.models import Merge, Organisation, Person

#: How many events a page shows at most.
_LIMIT = 300
_HIDDEN = {"body", "uid", "is_personal", "steps", "kept_key", "gone_key", "gone_uid"}
#: Parts of each kind of record: label of the part and the field that leads to the record.
_PARTS: dict[type, tuple[tuple[str, str], ...]] = {
    Committee: (
        ("committees.committeename", "committee"),
        ("committees.committeetext", "committee"),
        ("committees.dormancy", "committee"),
        ("committees.initiator", "committee"),
        ("committees.superordination", "committee"),
        ("committees.membership", "committee"),
        ("committees.representative", "membership__committee"),
    ),
    Membership: (("committees.representative", "membership"),),
    Organisation: (
        ("organisations.organisationname", "organisation"),
        ("organisations.placement", "organisation"),
        ("organisations.contactpoint", "organisation"),
        ("organisations.directoryprofile", "organisation"),
        ("organisations.merge", "organisation"),
        ("committees.initiator", "organisation"),
        ("committees.membership", "organisation"),
    ),
    Person: (
        ("organisations.consent", "person"),
        ("organisations.merge", "person"),
        ("committees.membership", "person"),
        ("committees.representative", "person"),
    ),
}


class Difference(NamedTuple):
    """A field before and after, in words; empty where nothing was or is."""

    label: str
    before: str
    after: str


class Happened(NamedTuple):
    """What became of one record; ``what`` names it and says whether it was entered, changed or removed."""

    what: str
    differences: tuple[Difference, ...]


class Shown(NamedTuple):
    """One act as the page shows it; ``who`` is empty where the reader may not see it."""

    key: int
    at: datetime
    who: str
    why: str
    happened: tuple[Happened, ...]


def recorded_of(*, record: Any) -> list[Act]:
    """The acts about a record and its parts, the newest first; one query a kind of part and two for the events."""
    label, parts = record._meta.label_lower, _PARTS[type(record)]
    objects = [(label, record.pk)]
    for part, path in parts:
        rows = apps.get_model(part)._default_manager.filter(**{path: record})
        objects += [(part, key) for key in rows.values_list("pk", flat=True)]
    if isinstance(record, (Organisation, Person)):
        merged = Merge.objects.filter(kept_key=record.pk, undone_on__isnull=True)
        own = merged.filter(**{record._meta.model_name or "": record})
        objects += [(label, key) for key in own.values_list("gone_key", flat=True)]
    removed = [(part, path, record.pk) for part, path in parts if "__" not in path]
    return acts_about(body=record.body_id, objects=objects, removed=removed, limit=_LIMIT)


def in_words(*, acts: Iterable[Act], sees_who: bool, own_key: str) -> list[Shown]:
    """Acts for a reader.

    Args:
        acts: the acts.
        sees_who: whether the reader may see who acted; everybody sees what they did themselves.
        own_key: the reader's key as an actor.
    """
    listed = list(acts)
    names = _names(entry for act in listed for entry in act.entries)
    return [
        Shown(
            act.first.key,
            act.first.at,
            act.first.actor_name if sees_who else _("Sie") if act.first.actor_key == own_key else "",
            act.first.why,
            tuple(_happened(entry, names) for entry in act.entries),
        )
        for act in listed
    ]


def _happened(entry: Entry, names: Mapping[tuple[str, Any], str]) -> Happened:
    try:
        model = apps.get_model(entry.noun)
    except LookupError:
        return Happened(entry.noun, ())
    pairs = [pair for name, pair in entry.changes.items() if name not in _HIDDEN]
    kind, name = str(model._meta.verbose_name), names.get((entry.noun, entry.object_key), "")
    words = {"what": f"{kind} „{name}“" if name else kind}
    if pairs and all(before is None for before, _after in pairs) and "body" in entry.changes:
        what = _("%(what)s eingetragen") % words
    elif pairs and "body" in entry.changes:
        what = _("%(what)s entfernt") % words
    else:
        what = _("%(what)s geändert") % words
    return Happened(what, tuple(_differences(entry, model, names)))


def _differences(entry: Entry, model: Any, names: Mapping[tuple[str, Any], str]) -> Iterator[Difference]:
    for name, (before, after) in entry.changes.items():
        if name in _HIDDEN or name.endswith("_precision"):
            continue
        field = next((one for one in model._meta.get_fields() if one.name == name), None)
        if isinstance(field, JSONField) and not field.editable:
            continue  # what the program reads out of another field, as the rhythm out of its text
        here, there = (_value(field, value, names) for value in (before, after))
        if here != there:
            yield Difference(_label(field, name), here, there)


def _label(field: Any, name: str) -> str:
    """The German name of a field; of a reference that has none, of the kind of record that it leads to."""
    known = {
        "parent": _("gehört zu"),
        "superordinate": _("übergeordnet"),
        "founded_earliest": _("gegründet (frühestens)"),
        "founded_latest": _("gegründet (spätestens)"),
        "planned_earliest": _("geplant (frühestens)"),
        "planned_latest": _("geplant (spätestens)"),
        "ended_earliest": _("beendet (frühestens)"),
        "ended_latest": _("beendet (spätestens)"),
        "dissolved_earliest": _("aufgelöst (frühestens)"),
        "dissolved_latest": _("aufgelöst (spätestens)"),
    }
    if name in known:
        return known[name]
    words = str(getattr(field, "verbose_name", name))
    if field is not None and field.is_relation and words == name.replace("_", " "):
        return str(field.related_model._meta.verbose_name)
    return words


def _value(field: Any, value: Any, names: Mapping[tuple[str, Any], str]) -> str:
    """A stored value in words."""
    if value is None or value == "":
        return ""
    if isinstance(value, list | dict):
        parts = value if isinstance(value, list) else [one for one in value.values() if one not in (None, "")]
        return ", ".join(_value(None, one, names) for one in parts)
    value = (_("ja") if value else _("nein")) if isinstance(value, bool) else value
    if field is not None and field.is_relation and not field.many_to_many:
        label = field.related_model._meta.label_lower
        return names.get((label, value)) or _("nicht mehr im Register")
    choices = dict(getattr(field, "choices", None) or ())
    if value in choices:
        return str(choices[value])
    if field is not None and field.get_internal_type() == "DateField":
        return write_day(date.fromisoformat(value))
    return str(value)


def _names(entries: Iterable[Entry]) -> dict[tuple[str, Any], str]:
    """What the records that entries are about, or name, are called today; one query a kind of record."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        wanted[entry.noun].add(entry.object_key)
        try:
            model = apps.get_model(entry.noun)
        except LookupError:
            continue
        for field in model._meta.concrete_fields:
            if field.is_relation and field.name in entry.changes and field.name != "body":
                label = field.related_model._meta.label_lower
                wanted[label].update(key for key in entry.changes[field.name] if isinstance(key, int))
    found: dict[tuple[str, Any], str] = {}
    for label, keys in wanted.items():
        rows: Any = apps.get_model(label)._default_manager.filter(pk__in=keys)
        related = [f.name for f in rows.model._meta.concrete_fields if f.is_relation and f.name != "body"]
        found |= {(label, row.pk): str(row) for row in rows.select_related(*related)}
    return found
