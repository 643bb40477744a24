"""The package order as the import contract in ``pyproject.toml`` states it, and the project's files."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SOURCE = PROJECT / "src" / "gremienwerk"


def package_ranks() -> dict[str, int]:
    """Rank of each package; a higher one may import a lower one."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return {name.strip(): len(layers) - n for n, layer in enumerate(layers) for name in layer.split("|")}


def modules() -> Iterator[Path]:
    """All our modules but migrations."""
    for path in sorted(SOURCE.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path


def tree(path: Path) -> ast.Module:
    """A module as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def short(path: Path) -> str:
    """A path as a person names it."""
    return str(path.relative_to(PROJECT))
