"""The demo city: readable files in ``demo/`` into the register, through the same actions as everything else.

Owns the files' format (``demo/README.md``) and the order of loading; no rule about the nouns.
Start in ``loading.py``.
"""

from gremienwerk.imports.demo.loading import DemoLoad, load

__all__ = ["DemoLoad", "load"]
