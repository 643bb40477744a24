"""Everything that points at one record is made to point at another; what both had alike becomes one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import Q, UniqueConstraint

from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.overlap import NoOverlap
from gremienwerk.organisations.journal import Journal, owned_relations, plain_value
from gremienwerk.organisations.models import OrganisationName, Placement

MOVE, JOIN, DROP = "organisations.move_to_kept", "organisations.join", "organisations.drop_double"
_OWN = {"id", "uid", "note", "text"}


def move_references(*, journal: Journal, source: models.Model, target: models.Model) -> None:
    """Lead every reference to ``source``, of any package, to ``target``.

    Rows that say the same of both at the same time (the same seat, the same representative) become one with the
    longer period, and what points at the row that goes moves on as well.

    Raises:
        UserFacingError: if a row can neither move nor be joined; it names the row.
    """
    for relation in owned_relations(source):
        name = relation.field.name
        for row in relation.related_model._default_manager.filter(**{name: source}).order_by("pk"):
            _move(journal, row, name, target)


def count_references(*, source: models.Model) -> list[tuple[str, list[str]]]:
    """What would move: the German word for each kind of row, and the rows in words. One query a kind."""
    found = []
    for relation in owned_relations(source):
        rows = relation.related_model._default_manager.filter(**{relation.field.name: source}).order_by("pk")
        words = [_in_words(row) for row in rows]
        if words:
            found.append((str(relation.related_model._meta.verbose_name), words))
    return found


def _move(journal: Journal, row: Any, name: str, target: models.Model) -> None:
    if isinstance(row, Placement) and row.organisation_id == row.parent_id:
        return
    twins = list(_twins(row, name, target))
    if not twins:
        _set(journal, row, name, target)
    elif isinstance(row, OrganisationName):
        journal.update(row, action=MOVE, organisation=target, is_alias=True)
    elif isinstance(row, Placement):
        journal.remove(row, action=DROP)
    elif _has_period(row):
        _join(journal, twins, row)
    elif all(_says_the_same(row, twin, name) for twin in twins):
        move_references(journal=journal, source=row, target=twins[0])
        journal.remove(row, action=DROP)
    else:
        raise _cannot_move(row)


def _set(journal: Journal, row: Any, name: str, target: models.Model) -> None:
    try:
        with transaction.atomic():
            journal.update(row, action=MOVE, **{name: target})
    except IntegrityError as error:
        raise _cannot_move(row) from error


def _join(journal: Journal, twins: list[Any], row: Any) -> None:
    """One row with the period of all of them; the others go, and what points at them moves to it."""
    kept, *others = twins
    everything = [kept, *others, row]
    first = next((one for one in everything if one.valid_from is None), None) or min(everything, key=lambda one: one.valid_from)  # fmt: skip
    last = next((one for one in everything if one.valid_until is None), None) or max(everything, key=lambda one: one.valid_until)  # fmt: skip
    values = {"valid_from": first.valid_from, "valid_until": last.valid_until}
    for side, source in (("from_precision", first), ("until_precision", last)):
        if hasattr(kept, side):
            values[side] = getattr(source, side)
    for one in (row, *others):
        move_references(journal=journal, source=one, target=kept)
        journal.remove(one, action=DROP)
    journal.update(kept, action=JOIN, **values)


def _twins(row: Any, name: str, target: models.Model) -> Iterator[Any]:
    """Rows of the target that a constraint forbids to stand beside this one once it is moved."""
    model = type(row)
    found = Q(pk__in=())
    for rule in model._meta.constraints:
        if isinstance(rule, NoOverlap) and name in rule.keys:
            found |= _overlapping(row, rule, name, target)
        elif isinstance(rule, UniqueConstraint) and name in rule.fields:
            same = Q(**{one: getattr(row, one) for one in rule.fields if one != name}, **{name: target})
            if rule.condition is None:
                found |= same
            elif model._default_manager.filter(rule.condition, pk=row.pk).exists():
                found |= same & rule.condition
    if model._meta.get_field(name).unique:
        found |= Q(**{name: target})
    yield from model._default_manager.filter(found).exclude(pk=row.pk).order_by("pk")


def _overlapping(row: Any, rule: NoOverlap, name: str, target: models.Model) -> Q:
    if rule.only and getattr(row, rule.only[0]) != rule.only[1]:
        return Q(pk__in=())
    start, end = getattr(row, rule.start), getattr(row, rule.end)
    found = Q(**{name: target}) & (Q(**dict([rule.only])) if rule.only else Q())
    for key in rule.keys:
        value = getattr(row, key)
        if key != name:
            found &= Q(**{f"{key}__isnull": True}) if value is None else Q(**{key: value})
    if end is not None:
        found &= Q(**{f"{rule.start}__isnull": True}) | Q(**{f"{rule.start}__lt": end})
    if start is not None:
        found &= Q(**{f"{rule.end}__isnull": True}) | Q(**{f"{rule.end}__gt": start})
    return found


def _has_period(row: Any) -> bool:
    return hasattr(row, "valid_from") and hasattr(row, "valid_until")


def _says_the_same(row: Any, twin: Any, name: str) -> bool:
    names = [field.name for field in row._meta.concrete_fields if field.name not in {*_OWN, name}]
    return [plain_value(row, one) for one in names] == [plain_value(twin, one) for one in names]


def _in_words(row: Any) -> str:
    """A row with the committee it belongs to, if it has one."""
    owner = getattr(row, "committee", None) or getattr(getattr(row, "membership", None), "committee", None)
    return f"{row} ({owner})" if owner is not None else str(row)


def _cannot_move(row: Any) -> UserFacingError:
    kind = row._meta.verbose_name
    return UserFacingError(
        f"{kind} „{_in_words(row)}“ steht bei beiden und lässt sich nicht zu einem machen. "
        "Bitte bereinigen Sie das zuerst."
    )
