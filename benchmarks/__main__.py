"""``make benchmarks``: run all of them, or those named, one after the other."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import tempfile

import benchmarks


def main() -> None:
    """Run the modules of this package that have a ``main``."""
    os.environ.setdefault("GREMIENWERK_DATA_DIR", tempfile.mkdtemp(prefix="gremienwerk-benchmark-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    names = sys.argv[1:] or sorted(
        m.name for m in pkgutil.iter_modules(benchmarks.__path__) if m.name != "__main__"
    )
    for name in names:
        module = importlib.import_module(f"benchmarks.{name}")
        if hasattr(module, "main"):
            print(f"\n== {name}: {(module.__doc__ or '').strip().splitlines()[0]}", flush=True)
            module.main()


if __name__ == "__main__":
    main()
