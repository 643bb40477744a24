"""Taking away any single call of a rule changes what the permission tables say: no call is without a test.

Every call of a function of a ``rules.py`` that is told the actor is found in the source. One after the other is made
to allow everything, in this process, and only the acts and requests that came by it are tried again; if none of
them ends differently than before, no test would notice that the call is missing.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from django.test import Client

from tests.architecture.packages import SOURCE, modules, short, tree
from tests.permissions.acts import answer_to, cases
from tests.permissions.requests import ask
from tests.permissions.scene import STAFF, Scene, rows
from tests.permissions.waiting import make_waiting_work, shown_to
from tests.support.cast import SETUP


class Call(NamedTuple):
    """A call of a rule: in which module, of which rule, from which line to which."""

    module: str
    rule: str
    first: int
    last: int


#: Tries something and says how it ended, in the words of the committed tables.
Attempt = Callable[[], object]


@pytest.mark.once
def test_no_call_of_a_rule_can_be_taken_away_unnoticed(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    make_waiting_work(scene)
    calls = set(rule_calls())
    attempts = dict(all_attempts(scene))
    before: dict[str, object] = {}
    came_by: dict[Call, list[str]] = {call: [] for call in calls}
    for name, attempt in attempts.items():
        with watched(calls, monkeypatch) as met:
            before[name] = attempt()
        for call in met:
            came_by[call].append(name)
    assert [call for call, names in came_by.items() if not names] == [], "never made"
    unnoticed = [
        call
        for call, names in came_by.items()
        if not any(ends_differently(call, attempts[name], before[name], monkeypatch) for name in names)
    ]
    assert not unnoticed, "\n".join(map(str, sorted(unnoticed)))


def ends_differently(call: Call, attempt: Attempt, before: object, monkeypatch: pytest.MonkeyPatch) -> bool:
    with allowing(call, monkeypatch):
        return attempt() != before


def all_attempts(scene: Scene) -> Iterator[tuple[str, Attempt]]:
    """Every act and every request to staff pages by everybody who is not allowed everything."""
    acts = cases(scene)
    table = [
        row
        for row in rows("table.csv")
        if scene.paths.get(row["address"].removeprefix("POST "), "").startswith("/desk/")
    ]
    refused = {
        person: {row["address"].removeprefix("POST ") for row in table if row[person] == "403"}
        for person in STAFF
    }
    for person in STAFF:
        actor, client = scene.actor(person), scene.client(person)
        yield f"needs of {person}", partial(shown_to, scene, actor)
        yield f"who acted, to {person}", partial(_names_the_actor, client, scene.paths["committees:history"])
        for name, case in acts.items():
            yield f"{name} by {person}", partial(answer_to, case, actor)
        for row in table:
            request = row["address"]
            path = scene.paths[request.removeprefix("POST ")]
            yield f"{request} by {person}", partial(_seen, client, request, path, refused[person])


def _seen(client: Client, request: str, path: str, refused: set[str]) -> tuple[int, frozenset[str]]:
    got = ask(client, request, path)
    return got.status, got.refused(client, refused)


def _names_the_actor(client: Client, path: str) -> bool:
    return f", {SETUP.name}</h2>" in client.get(path).content.decode()


def test_rules_are_imported_by_name_so_that_their_calls_are_found() -> None:
    whole = {
        short(path)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if (alias.name == "rules" and str(getattr(node, "module", "")).startswith("gremienwerk."))
        or (alias.name.startswith("gremienwerk.") and alias.name.endswith(".rules"))
    }
    assert whole == set()


def rule_calls() -> Iterator[Call]:
    """Every call of a rule that is told the actor, in all modules and in the rules themselves."""
    for path in modules():
        name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
        syntax = tree(path)
        imported = {
            alias.asname or alias.name: node.module
            for node in ast.walk(syntax)
            if isinstance(node, ast.ImportFrom) and node.module and node.module.endswith(".rules")
            for alias in node.names
        }
        if path.name == "rules.py":
            imported |= {n.name: name for n in syntax.body if isinstance(n, ast.FunctionDef)}
        for node in ast.walk(syntax):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in imported:
                rule = getattr(importlib.import_module(imported[node.func.id]), node.func.id)
                if inspect.isfunction(rule) and "actor" in inspect.signature(rule).parameters:
                    yield Call(name, node.func.id, node.lineno, node.end_lineno or node.lineno)


@contextmanager
def watched(calls: set[Call], monkeypatch: pytest.MonkeyPatch) -> Iterator[set[Call]]:
    """Notes which calls are made."""
    met: set[Call] = set()
    with monkeypatch.context() as patch:
        for module, rule in {(call.module, call.rule) for call in calls}:
            here = [call for call in calls if (call.module, call.rule) == (module, rule)]
            _wrap(patch, importlib.import_module(module), rule, here, met.add)
        yield met


@contextmanager
def allowing(call: Call, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One call allows everything, as if it were not there."""
    with monkeypatch.context() as patch:
        _wrap(patch, importlib.import_module(call.module), call.rule, [call], None)
        yield


def _wrap(
    patch: pytest.MonkeyPatch,
    module: ModuleType,
    rule: str,
    calls: list[Call],
    note: Callable[[Call], None] | None,
) -> None:
    original = getattr(module, rule)

    def stand_in(*args: Any, **kwargs: Any) -> Any:
        caller = sys._getframe(1)
        if caller.f_globals.get("__name__") == module.__name__:
            for call in calls:
                if call.first <= caller.f_lineno <= call.last:
                    if note is None:
                        return True if rule.startswith("may_") else None
                    note(call)
        return original(*args, **kwargs)

    patch.setattr(module, rule, stand_in)
