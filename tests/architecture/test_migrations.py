"""The migrations policy of docs/operations.md: expand first, contract later, data apart from schema."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.packages import SOURCE, short, tree

MIGRATIONS = sorted(path for path in SOURCE.glob("*/migrations/*.py") if path.name != "__init__.py")
CONTRACTING = {"RemoveField", "DeleteModel", "RenameField", "RenameModel"}
DATA = {"RunPython"}
EXPANDING = {"AddField", "CreateModel", "AlterField", "AddConstraint", "AddIndex", *CONTRACTING}


def operations(path: Path) -> set[str]:
    found = (node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    return {func.attr for func in found if isinstance(func, ast.Attribute)}


@pytest.mark.parametrize("path", MIGRATIONS, ids=short)
def test_what_takes_away_is_a_migration_of_its_own_and_says_so(path: Path) -> None:
    if operations(path) & CONTRACTING:
        assert "_contract_" in path.name


@pytest.mark.parametrize("path", MIGRATIONS, ids=short)
def test_data_and_schema_are_apart(path: Path) -> None:
    assert not (operations(path) & DATA and operations(path) & EXPANDING)
