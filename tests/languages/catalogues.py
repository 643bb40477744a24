"""The script that keeps the catalogues, loaded as a module."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

PROJECT = Path(__file__).resolve().parents[2]


def load_script() -> ModuleType:
    """``scripts/update_messages.py``, which is no package."""
    name = "update_messages"
    if name not in sys.modules:
        specification = importlib.util.spec_from_file_location(name, PROJECT / "scripts" / f"{name}.py")
        assert specification is not None
        assert specification.loader is not None
        module = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(module)
        sys.modules[name] = module
    return sys.modules[name]
