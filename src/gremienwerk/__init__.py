"""Gremienwerk: the register of committees, and everything made from it.

One Django app per package; a package imports only from packages below it
(see ``docs/map.md``). Start reading in ``docs/flows.md``.
"""
