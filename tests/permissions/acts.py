"""Every action with somebody who does it, called with arguments made for it.

An action asks the rules before anything else, so the arguments only have to lead there: records are made from the
scene, with all relations that lead to records of it; everything else is a small value of the right kind.
"""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from enum import Enum
from itertools import product
from typing import Any
from unittest.mock import MagicMock

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.timezone import now

from gremienwerk.audit.change import OtherBody, change
from gremienwerk.bodies.models import CommitteeKind
from gremienwerk.committees.recorded import recorded_of
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import NotAllowed
from gremienwerk.inquiries.models import InquiryItem, Signature
from gremienwerk.organisations.actions import grant_unit, merge_organisations
from tests.architecture.packages import SOURCE, modules
from tests.permissions.scene import Scene, make_inquiry, undone
from tests.support.cast import SETUP, make_committee, make_organisation

Action = Callable[..., object]


def actions() -> dict[str, Action]:
    """Every public function of an ``actions`` module that says who does it, named "package.verb"."""
    found = {}
    for path in modules():
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        if len(parts) < 3 or parts[2] != "actions" or path.name == "__init__.py":
            continue
        module = importlib.import_module(".".join(parts))
        for name, function in vars(module).items():
            own = inspect.isfunction(function) and function.__module__ == module.__name__
            if own and not name.startswith("_") and "by" in inspect.signature(function).parameters:
                found[f"{parts[1]}.{name}"] = function
    return found


def cases(scene: Scene) -> dict[str, Callable[[Actor], object]]:
    """Every action by its name in the table, with arguments from the scene; only who does it is open."""
    made = {name: _prepared(scene, action, {}) for name, action in actions().items()}
    council = make_committee(scene.city.body, "Integrationsausschuss", kind=_council_kind(scene))
    describe = actions()["committees.describe_committee"]
    made["committees.describe_committee of the council"] = _prepared(scene, describe, {"committee": council})
    closed = make_inquiry(scene.city, is_public=False)
    made["inquiries.draft_answer that makes a released paper public"] = _prepared(
        scene, actions()["inquiries.draft_answer"], {"inquiry": closed, "is_public": True}
    )
    own = InquiryItem.objects.get(inquiry=closed)
    with change(by=SETUP, body=scene.city.body.pk) as changing:
        changing.update(own, action="test", assigned_unit=scene.city.team)
        by_unit = Signature(body=scene.city.body, inquiry=closed, unit=scene.city.team)
        changing.create(by_unit, action="test")
        by_role = Signature(body=scene.city.body, inquiry=closed, position=1, role="releaser")
        changing.create(by_role, action="test")
    for verb in ("edit_item", "comment_item"):
        made[f"inquiries.{verb} of the unit"] = _prepared(
            scene, actions()[f"inquiries.{verb}"], {"item": own}
        )
    for verb, (word, row) in product(("sign", "refuse"), (("unit", by_unit), ("role", by_role))):
        case = _prepared(scene, actions()[f"inquiries.{verb}"], {"signature": row})
        made[f"inquiries.{verb} for the {word}"] = case
    return made | _merges_with_accounts(scene)


def _merges_with_accounts(scene: Scene) -> dict[str, Callable[[Actor], object]]:
    """Where accounts speak for the organisation that goes, a merge and its undo give them another unit."""
    kept, gone, absorbed = (make_organisation(scene.city.body, name) for name in ("Amt", "Am t", "A mt"))
    for one in (gone, absorbed):
        grant_unit(user=scene.users["unit"], organisation=one, by=SETUP)
    merge = merge_organisations(kept=kept, gone=absorbed, on=date(2026, 1, 1), by=SETUP)
    merging, undoing = actions()["organisations.merge_organisations"], actions()["organisations.undo_merge"]
    return {
        "organisations.merge_organisations with accounts": _prepared(
            scene, merging, {"kept": kept, "gone": gone, "taken": ()}
        ),
        **{
            f"committees.undo_act{words}": _prepared(
                scene,
                actions()["committees.undo_act"],
                {"body": scene.city.body.pk, "key": recorded_of(record=record)[0].first.key},
            )
            for words, record in ((" of the committee", scene.committee), ("", gone))
        },
        "organisations.undo_merge with accounts": _prepared(scene, undoing, {"merge": merge}),
    }


def answer_to(case: Callable[[Actor], object], actor: Actor) -> str:
    """What the action answers: "nein" if the rules refuse, "fremd" if only the change of another body does, else "ja".

    Whatever else happens with made-up arguments is no refusal.
    """
    with undone():
        try:
            with undone():
                case(actor)
        except (NotAllowed, PermissionDenied):
            return "nein"
        except OtherBody:
            return "fremd"
        except Exception:  # noqa: BLE001 - an action that went on with made-up arguments may fail in any way
            return "ja"
    return "ja"


def _council_kind(scene: Scene) -> str:
    return CommitteeKind.objects.filter(body=scene.city.body, is_council=True)[0].key


def _prepared(scene: Scene, action: Action, given: dict[str, object]) -> Callable[[Actor], object]:
    hints = typing.get_type_hints(action)
    needed = {
        name: given[name] if name in given else _value(scene, hints[name])
        for name, parameter in inspect.signature(action).parameters.items()
        if name != "by"
        and parameter.kind is parameter.KEYWORD_ONLY
        and (name in given or parameter.default is parameter.empty)
    }
    return lambda actor: action(by=actor, **needed)


def _value(scene: Scene, kind: Any) -> Any:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _value(scene, next(one for one in arguments if one is not types.NoneType))
    if origin is not None and issubclass(origin, Iterable) and origin is not dict:
        return [_value(scene, arguments[0])]
    if not isinstance(kind, type):
        return MagicMock()
    if issubclass(kind, models.Model):
        return _record(scene, kind)
    plain = next((value for base, value in _plain() if issubclass(kind, base)), None)
    if issubclass(kind, Enum):
        return next(iter(kind))
    return plain if plain is not None else _composed(scene, kind)


def _plain() -> Iterator[tuple[type, object]]:
    yield datetime, now()
    yield from ((date, date(2026, 1, 1)), (time, time(16)), (bool, True), (int, 1), (bytes, b"x"), (str, "x"))


def _composed(scene: Scene, kind: type) -> object:
    """A value of several fields, such as one of the appointments that a table brings."""
    if dataclasses.is_dataclass(kind):
        wanted = [f.name for f in dataclasses.fields(kind) if f.default is dataclasses.MISSING]
    else:
        wanted = [n for n in getattr(kind, "_fields", ()) if n not in getattr(kind, "_field_defaults", {})]
    hints = typing.get_type_hints(kind)
    return kind(**{name: _value(scene, hints[name]) for name in wanted}) if wanted else MagicMock()


def _record(scene: Scene, model: type[models.Model]) -> models.Model:
    """A record of the scene, or a new one that belongs to the scene's records wherever it has a relation."""
    present: dict[type[models.Model], models.Model] = {
        type(one): one
        for one in (
            scene.city.body,
            scene.city.partner,
            scene.committee,
            scene.meeting,
            scene.inquiry,
            scene.feedback,
        )
    }
    present |= {type(scene.users["unit"]): scene.users["unit"]}
    if model is type(scene.meeting):
        scene.meeting.committees.set([scene.committee])
    if model in present:
        return present[model]
    of_committee = {"committee": scene.committee} if hasattr(model, "committee") else {}
    stored = model._default_manager.filter(body=scene.city.body, **of_committee).first()
    if stored is not None:
        return stored
    related = {
        field.name: _record(scene, field.related_model)
        for field in model._meta.fields
        if isinstance(field, models.ForeignKey) and isinstance(field.related_model, type) and not field.null
    }
    return model(**related)
