"""Budgets, names and habits of modules."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.packages import SOURCE, modules, package_ranks, short, tree

MODULES = list(modules())
SAYS_NOTHING = {"util", "utils", "helper", "helpers", "common", "misc"}


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_a_module_stays_within_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_a_function_stays_within_40_lines(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            begin = (first.end_lineno or first.lineno) if documented else first.lineno - 1
            assert (node.end_lineno or begin) - begin <= 40, f"{node.name} is too long"


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_no_file_is_named_after_nothing(path: Path) -> None:
    assert path.stem not in SAYS_NOTHING


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_no_signals_of_our_own(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            assert node.module not in {"django.dispatch", "django.db.models.signals", "django.core.signals"}


@pytest.mark.parametrize("package", sorted(package_ranks()))
def test_a_package_says_what_it_owns_and_holds_nothing_else(package: str) -> None:
    path = SOURCE / package / "__init__.py"
    body = tree(path).body
    text = ast.get_docstring(tree(path)) or ""
    assert len(body) == 1
    assert 2 <= len(text.splitlines()) <= 6


def test_every_module_says_what_it_is_for() -> None:
    silent = [short(path) for path in MODULES if not ast.get_docstring(tree(path))]
    assert silent == []
